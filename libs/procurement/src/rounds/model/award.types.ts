import type { BasisPoints, Price } from '@huiji/kernel';
import type { AwardRole } from './round.types';

/** The columns of an award file, in our own form; every value is text as it stands in the file. */
export const awardColumns = [
  'product_code',
  'generic_name_zh',
  'generic_name_en',
  'dosage_form',
  'smallest_unit_zh',
  'antibiotic',
  'strength',
  'units_per_pack',
  'company_zh',
  'pack_price_yuan',
  'unit_price_yuan',
  'role',
  'share_percent',
  'winner_count',
  'supply_areas',
  'status',
] as const;
export type AwardColumn = (typeof awardColumns)[number];
export type AwardFileRow = Readonly<Record<AwardColumn, string>>;

/** Figures a person supplies for a product whose row lacks them, with the reason they may stand. */
export interface AwardSupplement {
  readonly productCode: string;
  readonly unitsPerPack?: bigint;
  /** Yuan with at most two decimals. */
  readonly packPriceYuan?: string;
  /** Where the figure comes from; shown beside the award. */
  readonly note: string;
}

/** One valid award row (中选结果). */
export interface AwardRow {
  readonly row: number;
  readonly productCode: string;
  readonly genericNameZh: string;
  readonly genericNameEn: string;
  readonly dosageForm: string;
  readonly smallestUnitZh: string;
  readonly antibiotic: boolean;
  readonly strength: string;
  readonly companyZh: string;
  /** As awarded per pack: fen for `per` smallest units. */
  readonly price: Price;
  readonly role: AwardRole;
  /** Share of the variety's agreed volume; 0 is a winner without agreed volume. */
  readonly shareBp: BasisPoints;
  /** Winning companies of the variety in the whole round: chooses the ratio. */
  readonly winnerCount: number;
  readonly supplyAreas: readonly string[];
  /** How sure the published row is, word for word. */
  readonly sourceStatus: string;
  /** The supplement's note, or null when the row had every figure. */
  readonly supplementNote: string | null;
}
