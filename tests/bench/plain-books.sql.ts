/**
 * What a plain script writes to: the same columns, keys, checks and indexes in the schema bench, without row security
 * and without foreign keys.
 */
export const copiesOf = (tables: readonly string[]): readonly string[] => [
  'CREATE SCHEMA IF NOT EXISTS bench',
  ...tables.map((table) => `CREATE TABLE bench.${table.split('.')[1] ?? ''} (LIKE ${table} INCLUDING ALL)`),
];

export const bookTables = ['ledger.account', 'ledger.account_balance', 'ledger.transfer'] as const;

/**
 * Books what persons are owed, as a plain script would with nothing asked and nothing checked: accounts, transfers,
 * balances. The work is done in steps, because a statement that reads the table it fills reads its own rows over and
 * over. `source` yields (owner_id, amount_fen, reference_id).
 */
export const plainBooks = (area: string, source: string): readonly string[] => [
  `CREATE TEMPORARY TABLE newcomer ON COMMIT DROP AS
   SELECT uuidv7() AS id, 'PERSON_PAYABLE' AS code, p.owner_id FROM ${source} p
   WHERE NOT EXISTS (SELECT FROM bench.account a
                     WHERE a.area = '${area}' AND a.code = 'PERSON_PAYABLE' AND a.owner_id = p.owner_id)
   UNION ALL
   SELECT uuidv7(), 'CARE_EXPENSE', NULL
   WHERE NOT EXISTS (SELECT FROM bench.account WHERE area = '${area}' AND code = 'CARE_EXPENSE')`,
  `INSERT INTO bench.account (area, id, code, owner_id, opened_at) SELECT '${area}', id, code, owner_id, now() FROM newcomer`,
  `INSERT INTO bench.account_balance (area, account_id, code) SELECT '${area}', id, code FROM newcomer`,
  // Without this the planner takes the accounts just opened for a handful, and a join takes hours.
  'ANALYZE bench.account',
  'ANALYZE bench.account_balance',
  `INSERT INTO bench.transfer (area, id, code, debit_account_id, credit_account_id, amount_fen, pending, reference_type,
     reference_id, effective_date, posted_at)
   SELECT '${area}', uuidv7(), 'CARE_SUBSIDY', d.id, a.id, p.amount_fen, false, 'payable', p.reference_id,
     DATE '2020-07-01', now()
   FROM ${source} p
   JOIN bench.account a ON a.area = '${area}' AND a.code = 'PERSON_PAYABLE' AND a.owner_id = p.owner_id
   CROSS JOIN (SELECT id FROM bench.account WHERE area = '${area}' AND code = 'CARE_EXPENSE') d`,
  `UPDATE bench.account_balance b SET credits_posted_fen = b.credits_posted_fen + s.amount
   FROM (SELECT a.id, sum(p.amount_fen) AS amount FROM ${source} p
         JOIN bench.account a ON a.area = '${area}' AND a.code = 'PERSON_PAYABLE' AND a.owner_id = p.owner_id
         GROUP BY a.id) s
   WHERE b.area = '${area}' AND b.account_id = s.id`,
  `UPDATE bench.account_balance b SET debits_posted_fen = b.debits_posted_fen + (SELECT sum(amount_fen) FROM ${source} p)
   FROM bench.account a
   WHERE a.area = '${area}' AND a.code = 'CARE_EXPENSE' AND b.area = '${area}' AND b.account_id = a.id`,
];

/** Transfers, and what the balances owe to persons, in the books of a schema: both sides must come to the same. */
export const booksOf = (schema: 'ledger' | 'bench'): string => `
SELECT (SELECT count(*) FROM ${schema}.transfer) AS transfers,
  (SELECT count(*) FROM ${schema}.account) AS accounts,
  (SELECT sum(amount_fen)::bigint FROM ${schema}.transfer) AS booked,
  sum(credits_posted_fen)::bigint AS credits, sum(debits_posted_fen)::bigint AS debits
FROM ${schema}.account_balance`;

export const vacuumBooks: readonly string[] = ['ledger', 'bench'].flatMap((schema) => [
  `VACUUM ANALYZE ${schema}.account`,
  `VACUUM ANALYZE ${schema}.account_balance`,
]);
