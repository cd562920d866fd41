import { add, assert, compare, quotient, reduce, subtract, type Price, type Quotient } from '@huiji/kernel';

/** The price of one product before and after, both exact. */
export interface PriceCut {
  readonly productId: string;
  readonly before: Price;
  readonly after: Price;
}

/** Average and largest cut with the base they are taken of. A figure without its base cannot be made. */
export interface PriceStatistics {
  /** Unweighted mean of the cuts, exact; 0.52 is 52 %. */
  readonly averageCut: Quotient;
  readonly largestCut: Quotient;
  readonly base: { readonly products: number; readonly described: string };
}

const perUnit = (price: Price): Quotient => quotient(price.fen, price.per);
const ratioOf = (part: Quotient, whole: Quotient): Quotient =>
  reduce(quotient(part.numerator * whole.denominator, part.denominator * whole.numerator));

/** 1 − after ÷ before, by unit price. Negative when the price rose. */
export const cutOf = (cut: PriceCut): Quotient => {
  assert(cut.before.fen > 0n, 'a price before is positive');
  return subtract(quotient(1n, 1n), ratioOf(perUnit(cut.after), perUnit(cut.before)));
};

/**
 * Price statistics over products that have both prices (domain: an average without its base is an error).
 * `described` says in words what the base is, e.g. "25 products of round 4+7 against the price of 2018".
 * Undefined when no product has both prices.
 */
export const priceStatistics = (cuts: readonly PriceCut[], described: string): PriceStatistics | undefined => {
  assert(described.trim().length > 0, 'price statistics state their base');
  const values = cuts.map(cutOf);
  const [first, ...rest] = values;
  if (first === undefined) return undefined;
  const sum = rest.reduce((total, value) => add(total, value), first);
  return {
    averageCut: reduce(quotient(sum.numerator, sum.denominator * BigInt(values.length))),
    largestCut: rest.reduce((largest, value) => (compare(value, largest) > 0 ? value : largest), first),
    base: { products: values.length, described },
  };
};
