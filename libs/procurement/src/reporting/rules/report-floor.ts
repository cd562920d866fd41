import { compare, multiply, quotient, quotientOfBasisPoints, type BasisPoints, type Quotient } from '@huiji/kernel';

/** Whether a need is below the floor: less than `floorBp` of the mean of the two years before. No mean, no floor. */
export const belowFloor = (quantity: bigint, previousMean: Quotient | null, floorBp: BasisPoints): boolean =>
  previousMean !== null && compare(quotient(quantity, 1n), multiply(previousMean, quotientOfBasisPoints(floorBp))) < 0;

/** The mean of the two years before, exact; null when neither year is recorded. A year without a record counts as 0. */
export const meanOfTwoYears = (before: bigint | null, last: bigint | null): Quotient | null =>
  before === null && last === null ? null : quotient((before ?? 0n) + (last ?? 0n), 2n);
