import { assert } from './assert';
import { ok, refuse, type Result } from './result';

/** An exact quotient; denominator > 0. Never a JavaScript number. */
export interface Quotient {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A policy ratio in 1/10,000; 5000n is 50 %. Within 0…10,000 unless a rule says otherwise. */
export type BasisPoints = bigint & { readonly __brand: 'BasisPoints' };

export const basisPoints = (value: bigint | number): BasisPoints => {
  const whole = BigInt(value);
  assert(whole >= 0n && whole <= 10_000n, `basis points within 0…10000, got ${whole}`);
  return whole as BasisPoints;
};

export const quotient = (numerator: bigint, denominator: bigint): Quotient => {
  assert(denominator > 0n, 'a quotient has a positive denominator');
  return { numerator, denominator };
};

export const quotientOfBasisPoints = (ratio: BasisPoints): Quotient => quotient(ratio, 10_000n);

export const multiply = (...factors: readonly Quotient[]): Quotient =>
  factors.reduce(
    (product, factor) => quotient(product.numerator * factor.numerator, product.denominator * factor.denominator),
    quotient(1n, 1n),
  );

export const add = (a: Quotient, b: Quotient): Quotient =>
  reduce(quotient(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator));

export const subtract = (a: Quotient, b: Quotient): Quotient => add(a, quotient(-b.numerator, b.denominator));

export const compare = (a: Quotient, b: Quotient): -1 | 0 | 1 => {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
};

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export const reduce = ({ numerator, denominator }: Quotient): Quotient => {
  const divisor = gcd(numerator, denominator);
  return divisor <= 1n ? { numerator, denominator } : quotient(numerator / divisor, denominator / divisor);
};

/** Half away from zero (四舍五入), the one rounding of money here. */
export const roundHalfUp = ({ numerator, denominator }: Quotient): bigint => {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
};

/** Parses "0.65" or "12" exactly. Refuses exponents, signs, blanks. */
export const parseQuotient = (text: string): Result<Quotient> => {
  const match = /^(\d{1,18})(?:\.(\d{1,18}))?$/.exec(text);
  if (!match) return refuse('input', 'NOT_A_DECIMAL', { text: text.slice(0, 40) });
  const fraction = match[2] ?? '';
  return ok(reduce(quotient(BigInt((match[1] ?? '') + fraction), 10n ** BigInt(fraction.length))));
};

/** Shown, never calculated with: a quotient as a decimal with `places` digits, half up. */
export const formatQuotient = (value: Quotient, places: number): string =>
  formatScaled(roundHalfUp(multiply(value, quotient(10n ** BigInt(places), 1n))), places);

/** 12345n with 2 places is "123.45". */
export const formatScaled = (scaled: bigint, places: number): string => {
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};
