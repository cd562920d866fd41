import {
  add,
  compare,
  multiply,
  quotient,
  quotientOfBasisPoints,
  reduce,
  roundHalfUp,
  type BasisPoints,
  type Quotient,
} from '@huiji/kernel';

/** What one product did against its agreed volume, smallest units of one agreement year. */
export interface ProgressFacts {
  readonly agreed: bigint;
  /** Accepted − returned, dated by acceptance. */
  readonly accepted: bigint;
}

/** A mean with the base it is taken of. Percentages are hundredths of one per cent: 29600n is 296.00 %. */
export interface AverageProgress {
  /** Unweighted mean over products with an agreed volume, rounded once to 0.01 %; null when there is none. */
  readonly unweightedPercent: bigint | null;
  /** Σ accepted ÷ Σ agreed over the same products, rounded once to 0.01 %. */
  readonly weightedPercent: bigint | null;
  readonly base: { readonly products: number; readonly agreed: bigint; readonly withoutAgreedVolume: number };
}

export type ProgressLevel = 'on-track' | 'behind' | 'unmet' | 'no-agreed-volume';

/** Accepted ÷ agreed, exact and without a cap: 296 % is 296 % (A13). Undefined for agreed volume 0: no ratio of nothing. */
export const progressOf = ({ agreed, accepted }: ProgressFacts): Quotient | undefined =>
  agreed === 0n ? undefined : quotient(accepted, agreed);

/** A ratio in hundredths of one per cent, half up: 2.96 is 29600n. */
export const hundredthsOfPercent = (ratio: Quotient): bigint => roundHalfUp(multiply(ratio, quotient(10_000n, 1n)));

/**
 * Average progress (domain §2.9): the unweighted mean of the exact ratios, rounded once, and beside it the
 * volume-weighted figure with its own base. Products without agreed volume are counted, never averaged.
 */
export const averageProgress = (products: readonly ProgressFacts[]): AverageProgress => {
  const measured = products.filter(({ agreed }) => agreed > 0n);
  const agreed = measured.reduce((sum, product) => sum + product.agreed, 0n);
  const accepted = measured.reduce((sum, product) => sum + product.accepted, 0n);
  const sum = measured.reduce(
    (total, product) => add(total, quotient(product.accepted, product.agreed)),
    quotient(0n, 1n),
  );
  const count = BigInt(measured.length);
  return {
    unweightedPercent:
      count === 0n ? null : hundredthsOfPercent(reduce(quotient(sum.numerator, sum.denominator * count))),
    weightedPercent: count === 0n ? null : hundredthsOfPercent(quotient(accepted, agreed)),
    base: { products: measured.length, agreed, withoutAgreedVolume: products.length - measured.length },
  };
};

/**
 * Whether a product is behind (A17): progress below `warnBp` (8000: 80 %) of the time progress while the year runs,
 * unmet below 100 % when it has ended (time progress 1). Never blocks anything: the agreed volume is a floor.
 */
export const progressLevel = (
  facts: ProgressFacts,
  time: Quotient,
  warnBp: BasisPoints,
  yearEnded: boolean,
): ProgressLevel => {
  const progress = progressOf(facts);
  if (progress === undefined) return 'no-agreed-volume';
  if (yearEnded) return compare(progress, quotient(1n, 1n)) < 0 ? 'unmet' : 'on-track';
  return compare(progress, multiply(time, quotientOfBasisPoints(warnBp))) < 0 ? 'behind' : 'on-track';
};
