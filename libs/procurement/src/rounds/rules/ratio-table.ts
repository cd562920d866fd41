import { assert, basisPoints, type BasisPoints, type PlainDate } from '@huiji/kernel';
import type { RatioTable } from '../model/round.types';

/**
 * The share of the reported need that is agreed (约定采购比例), by the number of winning companies of the variety:
 * 1, 2, 3, 4 or more. Antibiotics have a row of their own. The figures are policy data of the area.
 */
export const ratioFor = (
  table: Pick<RatioTable, 'ordinaryBp' | 'antibioticBp'>,
  winnerCount: number,
  antibiotic: boolean,
): BasisPoints => {
  assert(Number.isInteger(winnerCount) && winnerCount >= 1, 'a variety with an award has a winner');
  const [one, two, three, four] = antibiotic ? table.antibioticBp : table.ordinaryBp;
  return basisPoints(winnerCount === 1 ? one : winnerCount === 2 ? two : winnerCount === 3 ? three : four);
};

/** The table in force on a day; at most one is, the database refuses an overlap. */
export const ratioTableOn = <Table extends Pick<RatioTable, 'validFrom' | 'validTo'>>(
  tables: readonly Table[],
  date: PlainDate,
): Table | undefined =>
  tables.find((table) => table.validFrom <= date && (table.validTo === null || date <= table.validTo));
