/** What one hospital agrees to buy of one award in one agreement year, smallest units. */
export interface AgreedCell {
  readonly hospitalId: string;
  readonly awardId: string;
  readonly baseQuantity: bigint;
  readonly agreedQuantity: bigint;
}

export interface VarietyVolumes {
  readonly varietyId: string;
  readonly baseQuantity: bigint;
  readonly agreedQuantity: bigint;
  readonly cells: readonly AgreedCell[];
}
