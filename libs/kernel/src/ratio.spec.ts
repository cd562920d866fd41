import fc from 'fast-check';
import {
  add,
  basisPoints,
  compare,
  formatQuotient,
  multiply,
  parseQuotient,
  quotient,
  quotientOfBasisPoints,
  reduce,
  roundHalfUp,
  subtract,
} from './ratio';

const seed = 20_191_031;
const runs = { seed, numRuns: 1000 } as const;
const numerators = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const denominators = fc.bigInt({ min: 1n, max: 10n ** 9n });
const quotients = fc.tuple(numerators, denominators).map(([n, d]) => quotient(n, d));

/** The slow twin: long division on decimal digits; the first digit after the point decides. */
const roundSlowly = (numerator: bigint, denominator: bigint): bigint => {
  const negative = numerator < 0n;
  let rest = negative ? -numerator : numerator;
  let whole = 0n;
  for (let step = 10n ** 18n; step > 0n; step /= 10n)
    while (rest >= step * denominator) {
      rest -= step * denominator;
      whole += step;
    }
  if ((rest * 10n) / denominator >= 5n) whole += 1n;
  return negative ? -whole : whole;
};

describe(`ratios (seed ${seed})`, () => {
  it.each([
    [5n, 10n, 1n],
    [4n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 3n],
    [-5n, 10n, -1n],
    [-4n, 10n, 0n],
    [-15n, 10n, -2n],
    [3_254_764_500n, 1_000n, 3_254_765n],
  ])('%s/%s rounds half away from zero to %s', (numerator, denominator, rounded) => {
    expect(roundHalfUp(quotient(numerator, denominator))).toBe(rounded);
  });

  it('rounding agrees with the slow twin of long division', () => {
    fc.assert(
      fc.property(numerators, denominators, (n, d) => roundHalfUp(quotient(n, d)) === roundSlowly(n, d)),
      runs,
    );
  });

  it('PD-30 4.3 × 3 is exactly 12.9', () => {
    const product = multiply(quotient(43n, 10n), quotient(3n, 1n));
    expect(compare(product, quotient(129n, 10n))).toBe(0);
    expect(4.3 * 3 === 12.9).toBe(false);
  });

  it('adding and then subtracting gives the same value, whatever the denominators', () => {
    fc.assert(
      fc.property(quotients, quotients, (a, b) => compare(subtract(add(a, b), b), a) === 0),
      runs,
    );
  });

  it('reducing changes the text, never the value', () => {
    fc.assert(
      fc.property(quotients, (value) => compare(reduce(value), value) === 0),
      runs,
    );
    expect(reduce(quotient(-6n, 4n))).toEqual({ numerator: -3n, denominator: 2n });
    expect(reduce(quotient(0n, 7n))).toEqual({ numerator: 0n, denominator: 1n });
  });

  it('50 % is 5,000 basis points; outside 0…10,000 is a broken promise', () => {
    expect(compare(quotientOfBasisPoints(basisPoints(5000)), quotient(1n, 2n))).toBe(0);
    expect(() => basisPoints(10_001)).toThrow('broken promise');
    expect(() => basisPoints(-1)).toThrow('broken promise');
  });

  it('time progress of day 226 of 366 is shown as 61.75 %', () => {
    expect(formatQuotient(quotient(226n * 100n, 366n), 2)).toBe('61.75');
  });

  it.each(['1e3', '-1', '', '.5', '1.', '0x1', '1 '])('"%s" is not a decimal', (text) => {
    expect(parseQuotient(text).ok).toBe(false);
  });

  it('"0.65" is 13/20', () => {
    expect(parseQuotient('0.65')).toEqual({ ok: true, value: { numerator: 13n, denominator: 20n } });
  });
});
