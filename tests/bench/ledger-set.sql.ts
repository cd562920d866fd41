/** What is to be booked: the document, whom it is owed to, and fen. */
export const stage: readonly string[] = [
  'CREATE SCHEMA bench',
  'CREATE TABLE bench.owed (reference_id uuid PRIMARY KEY, owner_id uuid NOT NULL, amount_fen bigint NOT NULL)',
  'GRANT USAGE ON SCHEMA bench TO huiji_app',
  'GRANT SELECT ON bench.owed TO huiji_app',
];

/** Ids in the order of time, as the product makes them: `set` in the place of the time. */
const id = (set: number, n: string): string =>
  `('019b${set.toString(16).padStart(4, '0')}-0000-8000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The documents of a round, owed to persons in another order than theirs. */
export const fillStage = (count: number, round: number, newcomers: boolean): readonly string[] => [
  'TRUNCATE bench.owed',
  `INSERT INTO bench.owed
   SELECT ${id(2 * round + 1, 'n')}, ${id(newcomers ? 2 * round : 0, '(n * 7919::bigint) % 1000003')}, 100 + n % 1000
   FROM generate_series(1, ${count}) AS n`,
  'ANALYZE bench.owed',
];

export const ourSelect = `
SELECT 'CARE_SUBSIDY' AS code, 'CARE_EXPENSE' AS debit_code, NULL::uuid AS debit_owner_id,
  'PERSON_PAYABLE' AS credit_code, owner_id AS credit_owner_id, amount_fen, 'payable' AS reference_type,
  reference_id, DATE '2020-07-01' AS effective_date, false AS pending
FROM bench.owed`;
