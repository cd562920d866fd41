/** 510900********123X → first 6 and last 4. */
export const maskIdentityNumber = (plain: string): string =>
  plain.length > 10 ? plain.slice(0, 6) + '*'.repeat(plain.length - 10) + plain.slice(-4) : '*'.repeat(plain.length);

/** ****1234 → last 4 only. */
export const maskAccountNumber = (plain: string): string => `****${plain.slice(-4)}`;
