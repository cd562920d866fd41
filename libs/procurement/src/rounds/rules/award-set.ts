import type { FieldIssue } from '@huiji/kernel';
import type { AwardRow } from '../model/award.types';

export interface AwardSetFacts {
  /** Name of the area as award tables write it: 重庆, 遂宁. */
  readonly areaName: string;
  /** Why rows that do not name the area may still be used; null: they may not. */
  readonly supplyAreaNote: string | null;
}

const duplicates = (rows: readonly AwardRow[]): readonly FieldIssue[] => {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const before = first.get(row.productCode);
    if (before === undefined) first.set(row.productCode, row.row);
    return before === undefined
      ? []
      : [
          {
            field: 'product_code',
            row: row.row,
            code: 'DUPLICATE_WINNER',
            facts: { product: row.productCode, firstRow: `${before}` },
          },
        ];
  });
};

const byVariety = (rows: readonly AwardRow[]): ReadonlyMap<string, readonly AwardRow[]> => {
  const groups = new Map<string, AwardRow[]>();
  for (const row of rows) groups.set(row.genericNameZh, [...(groups.get(row.genericNameZh) ?? []), row]);
  return groups;
};

/** The shares of a variety's winners come to 100 %; its rows agree about the number of winners. */
const varietyIssues = (rows: readonly AwardRow[]): readonly FieldIssue[] => {
  const [first] = rows;
  if (first === undefined) return [];
  const sum = rows.reduce((total, row) => total + row.shareBp, 0n);
  const facts = { variety: first.genericNameZh };
  return [
    ...(sum === 10_000n
      ? []
      : [
          {
            field: 'share_percent',
            row: first.row,
            code: 'SHARES_NOT_WHOLE',
            facts: { ...facts, sum: `${Number(sum) / 100}` },
          },
        ]),
    ...rows
      .filter((row) => row.winnerCount !== first.winnerCount)
      .map((row) => ({ field: 'winner_count', row: row.row, code: 'WINNER_COUNTS_DIFFER', facts })),
  ];
};

/**
 * What is wrong with a whole award table for one area (A8): a winner named twice, shares that are not 100 %,
 * different winner counts of one variety, a row that does not supply this area.
 */
export const awardSetIssues = (rows: readonly AwardRow[], facts: AwardSetFacts): readonly FieldIssue[] => [
  ...duplicates(rows),
  ...[...byVariety(rows).values()].flatMap(varietyIssues),
  ...(facts.supplyAreaNote === null
    ? rows
        .filter((row) => !row.supplyAreas.includes(facts.areaName))
        .map((row) => ({
          field: 'supply_areas',
          row: row.row,
          code: 'NOT_SUPPLIED_HERE',
          facts: { area: facts.areaName },
        }))
    : []),
];
