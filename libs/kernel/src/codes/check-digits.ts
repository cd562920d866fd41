/** Digit of an ASCII figure; the callers have checked the form before. */
const digitAt = (text: string, index: number): number => text.charCodeAt(index) - 48;

/** ISO 7064 MOD 11-2 check character ("0"…"9" or "X") of decimal digits; used by the identity number (GB 11643). */
export const mod11Radix2 = (digits: string): string => {
  let product = 0;
  for (let index = 0; index < digits.length; index += 1) product = ((product + digitAt(digits, index)) * 2) % 11;
  return '10X98765432'.charAt(product);
};

/** ISO 7064 MOD 11,10 check digit of decimal digits; used by the CNAPS number. */
export const mod11Hybrid10 = (digits: string): string => {
  let product = 10;
  for (let index = 0; index < digits.length; index += 1) {
    const sum = (product + digitAt(digits, index)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return ((11 - product) % 10).toString();
};

/** GS1 modulo-10 check digit of decimal digits: weights 3, 1, 3 … from the right. */
export const gs1Mod10 = (digits: string): string => {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1)
    sum += digitAt(digits, digits.length - 1 - index) * (index % 2 === 0 ? 3 : 1);
  return ((10 - (sum % 10)) % 10).toString();
};
