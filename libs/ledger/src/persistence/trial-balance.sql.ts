/**
 * $1 area, $2 date. Booked sums per account code at the date: transfers posted at once count from their effective
 * date, pending ones from the effective date of their resolution; pending at the date is what was not yet resolved then.
 * Sums per account first, so that codes with very many accounts are joined once.
 */
export const trialBalanceAt = `
WITH moved AS (
  SELECT t.debit_account_id, t.credit_account_id, t.amount_fen,
    CASE WHEN NOT t.pending THEN true ELSE r.outcome = 'posted' END AS booked
  FROM ledger.transfer t
  LEFT JOIN ledger.transfer_resolution r
    ON r.area = $1 AND r.transfer_id = t.id AND t.pending AND r.effective_date <= $2
  WHERE t.area = $1 AND t.effective_date <= $2 AND r.outcome IS DISTINCT FROM 'voided'
), sides AS (
  SELECT debit_account_id AS account_id,
    coalesce(sum(amount_fen) FILTER (WHERE booked), 0) AS debit, 0 AS credit,
    coalesce(sum(amount_fen) FILTER (WHERE booked IS NOT TRUE), 0) AS pending_debit, 0 AS pending_credit
  FROM moved GROUP BY debit_account_id
  UNION ALL
  SELECT credit_account_id, 0, coalesce(sum(amount_fen) FILTER (WHERE booked), 0),
    0, coalesce(sum(amount_fen) FILTER (WHERE booked IS NOT TRUE), 0)
  FROM moved GROUP BY credit_account_id
)
SELECT a.code, count(DISTINCT a.id) AS accounts,
  sum(s.debit)::bigint AS debit_fen, sum(s.credit)::bigint AS credit_fen,
  sum(s.pending_debit)::bigint AS pending_debit_fen, sum(s.pending_credit)::bigint AS pending_credit_fen
FROM sides s JOIN ledger.account a ON a.area = $1 AND a.id = s.account_id
GROUP BY a.code`;
