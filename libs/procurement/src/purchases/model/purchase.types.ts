import type { PlainDate } from '@huiji/kernel';

export interface PurchaseLine {
  readonly row: number;
  readonly hospitalId: string;
  readonly varietyId: string;
  readonly purchasedOn: PlainDate;
  /** The hospital's own number of the purchase; unique for it. */
  readonly reference: string;
  /** Smallest units, ≥ 1. */
  readonly quantity: bigint;
  /** Fen, ≥ 0. */
  readonly amountFen: bigint;
}

export interface PurchaseFacts {
  /** Hospitals of the area by code and by name. */
  readonly hospitals: ReadonlyMap<string, string>;
  /** Varieties by generic name. */
  readonly varieties: ReadonlyMap<string, string>;
  readonly today: PlainDate;
}
