import { foldInvariant, type Invariant } from '@huiji/platform';
import { brokenSealsSql } from './persistence/run.sql';

/** Promises about stored retained savings; `npm run verify` runs them for each area. */
export const savingsInvariants: readonly Invariant[] = [
  foldInvariant('savings.policy', 'savings-policy'),
  foldInvariant('savings.closed_year', 'savings-year'),
  foldInvariant('savings.sheet', 'savings-sheet'),
  {
    id: 'savings-sheet-seal-holds',
    words: 'every sheet of retained savings still gives the hash it was sealed with',
    sql: brokenSealsSql,
  },
  {
    id: 'savings-sheet-is-its-lines',
    words: 'the savings base of every sheet is the sum of its counted lines, exactly, and zero where that is negative',
    sql: `SELECT s.id FROM savings.sheet s
          JOIN LATERAL (SELECT savings.lcm_all(l.denominator) AS whole FROM savings.sheet_line l
                        WHERE l.area = s.area AND l.sheet_id = s.id) c ON true
          JOIN LATERAL (SELECT greatest(0, sum(CASE WHEN l.zeroed THEN 0 ELSE l.budget_numerator - l.expenditure_numerator END
                                 * div(c.whole, l.denominator))) AS counted
                        FROM savings.sheet_line l WHERE l.area = s.area AND l.sheet_id = s.id) x ON true
          WHERE s.area = $1 AND s.base_numerator * c.whole IS DISTINCT FROM x.counted * s.base_denominator`,
  },
  {
    id: 'savings-run-is-its-sheets',
    words: 'the sum and count of every run are those of its sheets',
    sql: `SELECT k.run_id FROM savings.run_seal k
          LEFT JOIN (SELECT area, run_id, count(*) AS n, sum(retained_fen) AS retained FROM savings.sheet
                     WHERE area = $1 GROUP BY area, run_id) s ON s.area = k.area AND s.run_id = k.run_id
          WHERE k.area = $1 AND (k.sheet_count, k.retained_fen) IS DISTINCT FROM (s.n, s.retained)`,
  },
];
