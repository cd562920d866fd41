import { plainBooks } from './plain-books.sql';

export const handOverTables = ['settlement.payable', 'platform.action'] as const;

/** What a plain script would do with the lines of a run: a payable and an action for each, and the books. */
export const plainHandOver = (area: string, runId: string): readonly string[] => [
  `INSERT INTO bench.payable (area, id, kind, source_id, payee_type, payee_id, amount_fen, due_date, state, opened_on)
   SELECT '${area}', uuidv7(), 'care-subsidy', id, payee_type, payee_id, amount_fen, DATE '2023-12-04', 'open',
     DATE '2023-12-01'
   FROM long_term_care.subsidy_line WHERE area = '${area}' AND run_id = '${runId}'`,
  `CREATE TEMPORARY TABLE handed_over ON COMMIT DROP AS
   SELECT p.id AS reference_id, p.payee_id AS owner_id, p.amount_fen
   FROM long_term_care.subsidy_line l
   JOIN bench.payable p ON p.area = '${area}' AND p.kind = 'care-subsidy' AND p.source_id = l.id
   WHERE l.area = '${area}' AND l.run_id = '${runId}'`,
  'ANALYZE handed_over',
  `INSERT INTO bench.action (area, id, subject_type, subject_id, kind, to_state, payload, actor_kind, actor_name,
     business_date, at)
   SELECT '${area}', uuidv7(), 'payable', reference_id, 'PayableOpened', 'open', '{}', 'system', 'script',
     DATE '2023-12-01', now()
   FROM handed_over`,
  ...plainBooks(area, 'handed_over'),
];

/** Rows of each kind, ours and the script's: all the same number. */
export const written = `
SELECT (SELECT count(*) FROM settlement.payable) AS payables, (SELECT count(*) FROM bench.payable) AS plain_payables,
  (SELECT count(*) FROM platform.action WHERE kind = 'PayableOpened') AS actions,
  (SELECT count(*) FROM bench.action) AS plain_actions,
  (SELECT count(*) FROM ledger.transfer) AS transfers, (SELECT count(*) FROM bench.transfer) AS plain_transfers`;
