/** "117000.0000" → "117000.00", "32547.6450" → "32547.645": no digit that says something is dropped. */
export const trimExact = (text: string): string => {
  const [whole = '0', decimals = ''] = text.split('.');
  return `${whole}.${decimals.replace(/0+$/, '').padEnd(2, '0')}`;
};

const scaled = (text: string): bigint => {
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + decimals.padEnd(4, '0').slice(0, 4));
  return text.startsWith('-') ? -size : size;
};

/** a − b of two amounts in yuan with at most four decimals, exact. */
export const minusExact = (a: string, b: string): string => {
  const difference = scaled(a) - scaled(b);
  const size = (difference < 0n ? -difference : difference).toString().padStart(5, '0');
  return trimExact(`${difference < 0n ? '-' : ''}${size.slice(0, -4)}.${size.slice(-4)}`);
};
