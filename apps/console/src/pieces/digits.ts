/** "7469900.00" → "7,469,900.00"; works on the text, so no digit is lost. */
export const groupDigits = (text: string): string => {
  const [whole = '', rest] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
};

/** Basis points as a percentage with two decimals: 6175 → "61.75 %". */
export const percentOf = (bp: number): string => {
  const sign = bp < 0 ? '−' : '';
  const size = Math.abs(bp);
  return `${sign}${groupDigits(Math.floor(size / 100).toString())}.${(size % 100).toString().padStart(2, '0')} %`;
};

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

/** "50.0000" → "50": a plain number without the zeros that say nothing. */
export const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** a − b of two amounts in yuan with at most four decimals, exact. */
export const minusExact = (a: string, b: string): string => {
  const difference = scaled(a) - scaled(b);
  const size = (difference < 0n ? -difference : difference).toString().padStart(5, '0');
  return trimExact(`${difference < 0n ? '-' : ''}${size.slice(0, -4)}.${size.slice(-4)}`);
};
