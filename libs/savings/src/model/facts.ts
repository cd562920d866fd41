import type { Fen, Price, Quantity, Quotient } from '@huiji/kernel';

/** What is known of one hospital and one variety for one closed agreement year. Every quotient is exact and has a source. */
export interface VarietyFacts {
  /** Orders the lines of a sheet; unique in it. */
  readonly key: string;
  /** Accepted base volume, smallest units. */
  readonly baseVolume: Quantity;
  /** Agreed volume of the year, smallest units. */
  readonly agreedVolume: Quantity;
  /** Weighted price of one smallest unit before the round, in fen. */
  readonly priceBefore: Quotient;
  /** The contract's price: fen for a number of smallest units. */
  readonly contractPrice: Price;
  /** Accepted less returned of the selected product, smallest units; may pass the agreed volume. */
  readonly selectedVolume: Quantity;
  /** Amount bought of the same generic from products that were not selected, fen. */
  readonly nonSelectedAmount: Fen;
  /** Share of the cost paid by the fund (实际报销比例), 0…1. */
  readonly fundShare: Quotient;
  /** Share of the use by insured persons, 0…1. */
  readonly insuredShare: Quotient;
}

/** One line of a sheet: exact, in fen. */
export interface SheetLine {
  readonly key: string;
  readonly budget: Quotient;
  readonly expenditure: Quotient;
  /** budget − expenditure; may be negative. */
  readonly base: Quotient;
  /** What goes into the hospital's sum: the base, or 0 where the policy floors line by line. */
  readonly counted: Quotient;
  /** The line was below zero and the policy set it to zero. */
  readonly zeroed: boolean;
}

/** The sheet of one hospital (结余留用清单). Only `retained` is rounded: half up, once. */
export interface SheetFigures {
  readonly lines: readonly SheetLine[];
  readonly budget: Quotient;
  readonly expenditure: Quotient;
  /** Sum of the counted lines, never negative. */
  readonly base: Quotient;
  /** The sum of the lines was below zero and was set to zero. */
  readonly negative: boolean;
  /** The retention ratio after the cap. */
  readonly ratio: Quotient;
  readonly retained: Fen;
}
