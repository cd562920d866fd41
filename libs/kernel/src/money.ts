import { formatScaled } from './ratio';
import { ok, refuse, type Result } from './result';

/** Money in fen (1/100 yuan), exact. */
export type Fen = bigint & { readonly __brand: 'Fen' };

export const fen = (value: bigint | number): Fen => BigInt(value) as Fen;
export const zeroFen: Fen = fen(0n);
export const addFen = (...amounts: readonly Fen[]): Fen =>
  amounts.reduce<bigint>((sum, amount) => sum + amount, 0n) as Fen;
export const subtractFen = (a: Fen, b: Fen): Fen => (a - b) as Fen;
export const negateFen = (a: Fen): Fen => (0n - a) as Fen;
export const minFen = (a: Fen, b: Fen): Fen => (a < b ? a : b);

/** "1234.5" or "-3" yuan → fen; at most two decimals, no exponent, no thousands mark. */
export const parseYuan = (text: string): Result<Fen> => {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return refuse('input', 'NOT_AN_AMOUNT', { text: text.slice(0, 40) });
  const magnitude = BigInt((match[2] ?? '') + (match[3] ?? '').padEnd(2, '0'));
  return ok(fen(match[1] === '-' ? -magnitude : magnitude));
};

/** Decimal yuan with two digits: the form of money on the wire and in files. */
export const formatYuan = (amount: Fen): string => formatScaled(amount, 2);
