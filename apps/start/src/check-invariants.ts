import { areaCode } from '@huiji/kernel';
import type { Database, Invariant } from '@huiji/platform';

/** What came out of one promise in one area. */
export interface Finding {
  readonly area: string;
  readonly invariant: Invariant;
  /** Rows that break the promise; at most `SHOWN` of them. */
  readonly broken: readonly Readonly<Record<string, unknown>>[];
}

const SHOWN = 20;

export const areasOf = async (database: Database): Promise<readonly string[]> => {
  const rows: { area: string }[] = await database.global.query('SELECT area FROM platform.area ORDER BY area');
  return rows.map((row) => row.area);
};

/** Asks one area whether it keeps one promise; a promise whose SQL fails counts as broken. */
export const checkInvariant = async (database: Database, area: string, invariant: Invariant): Promise<Finding> => {
  try {
    const broken = await database.read({ area: areaCode(area), actor: { kind: 'system', name: 'verify' } }, (tx) =>
      tx.query<Record<string, unknown>>(`SELECT * FROM (${invariant.sql}) AS broken LIMIT ${SHOWN}`, [area]),
    );
    return { area, invariant, broken };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { area, invariant, broken: [{ 'the check itself failed': fault }] };
  }
};

const printable = (row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

/** One line each, and the rows of a broken promise below it. */
export const findingLines = ({ area, invariant, broken }: Finding): readonly string[] =>
  broken.length === 0
    ? [`ok      ${area}  ${invariant.id}: ${invariant.words}`]
    : [`BROKEN  ${area}  ${invariant.id}: ${invariant.words}`, ...broken.map((row) => `          ${printable(row)}`)];
