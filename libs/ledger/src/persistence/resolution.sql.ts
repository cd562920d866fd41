/** Set-based resolution of pending transfers, chosen by the documents they come from. */

export const createResolutionSet = `
CREATE TEMPORARY TABLE ledger_resolution (
  transfer_id uuid PRIMARY KEY,
  debit_account_id uuid NOT NULL,
  credit_account_id uuid NOT NULL,
  amount_fen bigint NOT NULL,
  effective_date date NOT NULL
) ON COMMIT DROP`;

export const dropResolutionSet = 'DROP TABLE pg_temp.ledger_resolution';

/** `select` yields (code, reference_type, reference_id); the area is the parameter after the caller's. */
export const fillResolutionSet = (select: string, params: number): string => {
  const area = `$${(params + 1).toString()}`;
  return `
INSERT INTO pg_temp.ledger_resolution (transfer_id, debit_account_id, credit_account_id, amount_fen, effective_date)
SELECT t.id, t.debit_account_id, t.credit_account_id, t.amount_fen, t.effective_date
FROM (${select}) AS s
JOIN ledger.transfer t ON t.area = ${area} AND t.reference_id = s.reference_id
  AND t.reference_type = s.reference_type AND t.code = s.code AND t.pending`;
};

export const analyseResolutionSet = 'ANALYZE pg_temp.ledger_resolution';

/** $1 area. */
export const lockAccountsOfResolutionSet = `
SELECT count(*) AS locked FROM (
  SELECT b.account_id FROM ledger.account_balance b
  WHERE b.area = $1 AND b.account_id IN (
    SELECT debit_account_id FROM pg_temp.ledger_resolution UNION SELECT credit_account_id FROM pg_temp.ledger_resolution)
  ORDER BY b.account_id
  FOR UPDATE
) AS locked`;

/** $1 area, $2 outcome, $3 effective date, $4 now. */
export const insertResolutionsOfSet = `
WITH added AS (
  INSERT INTO ledger.transfer_resolution (area, transfer_id, outcome, effective_date, resolved_at)
  SELECT $1, transfer_id, $2, greatest($3::date, effective_date), $4 FROM pg_temp.ledger_resolution
  ON CONFLICT (area, transfer_id) DO NOTHING
  RETURNING 1
)
SELECT (SELECT count(*) FROM added) AS added, (SELECT count(*) FROM pg_temp.ledger_resolution) AS wanted`;

/** $1 area, $2 whether the amounts are booked (posted) or only let go (voided). */
export const takeResolutionSetFromPending = `
UPDATE ledger.account_balance b SET
  debits_pending_fen = b.debits_pending_fen - d.debits,
  credits_pending_fen = b.credits_pending_fen - d.credits,
  debits_posted_fen = b.debits_posted_fen + CASE WHEN $2::boolean THEN d.debits ELSE 0 END,
  credits_posted_fen = b.credits_posted_fen + CASE WHEN $2::boolean THEN d.credits ELSE 0 END
FROM (
  SELECT account_id,
    coalesce(sum(amount_fen) FILTER (WHERE debit), 0)::bigint AS debits,
    coalesce(sum(amount_fen) FILTER (WHERE NOT debit), 0)::bigint AS credits
  FROM (
    SELECT debit_account_id AS account_id, true AS debit, amount_fen FROM pg_temp.ledger_resolution
    UNION ALL SELECT credit_account_id, false, amount_fen FROM pg_temp.ledger_resolution
  ) AS sides
  GROUP BY account_id
) AS d
WHERE b.area = $1 AND b.account_id = d.account_id`;
