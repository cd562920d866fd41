import { formatYuan, lineAmount, parseYuan, price, quantity } from '@huiji/kernel';

const whole = /^[1-9]\d{0,17}$/;

/** Half-up(quantity × price ÷ units) in yuan, undefined while something is missing or malformed. */
export const statedAmount = (units: string, priceYuan: string, perUnits: string): string | undefined => {
  const amount = parseYuan(priceYuan);
  if (!amount.ok || amount.value < 0n || !whole.test(units) || !whole.test(perUnits)) return undefined;
  return formatYuan(lineAmount(quantity(BigInt(units)), price(amount.value, BigInt(perUnits))));
};

/** Sum of amounts in yuan; what is not an amount yet counts as nothing. */
export const sumYuan = (amounts: readonly (string | undefined)[]): string => {
  let sum = 0n;
  for (const text of amounts) {
    const amount = parseYuan(text ?? '');
    if (amount.ok) sum += amount.value;
  }
  return formatYuan(sum as ReturnType<typeof lineAmount>);
};
