import { derivedId } from '@huiji/platform';
import { payableAccount } from './payable.sql';

/**
 * Lines of a new batch from open payables, oldest due first. $1 area, $2 batch, $3 base id, $4 kinds or null, $5 due by
 * or null, $6 payables or null, $7 most lines. Payables are locked; one that another batch just took is not taken.
 * A payee without a confirmed account is left out, and so is what is on hold: these payables wait alone.
 */
export const insertBatchLines = `
WITH picked AS (
  SELECT p.id, p.amount_fen, p.payee_type, p.payee_id, p.due_date
  FROM settlement.payable p
  WHERE p.area = $1 AND p.state = 'open' AND p.held_since IS NULL
    AND ($4::text[] IS NULL OR p.kind = ANY($4::text[]))
    AND ($5::date IS NULL OR p.due_date <= $5::date)
    AND ($6::uuid[] IS NULL OR p.id = ANY($6::uuid[]))
    AND EXISTS (SELECT FROM fund.current_payee_account_v1 a
                WHERE a.area = $1 AND a.payee_type = p.payee_type AND a.payee_id = p.payee_id)
  ORDER BY p.due_date, p.id
  LIMIT $7
  FOR UPDATE OF p
), numbered AS (
  SELECT picked.*, row_number() OVER (ORDER BY due_date, id) AS number FROM picked
)
INSERT INTO settlement.payment (area, id, batch_id, line_no, payable_id, attempt, previous_payment_id, amount_fen,
  payee_type, payee_id, state)
SELECT $1, ${derivedId('$3::uuid', 'n.number')}, $2, n.number, n.id, coalesce(last.attempt, 0) + 1, last.id, n.amount_fen,
  n.payee_type, n.payee_id, 'planned'
FROM numbered n
LEFT JOIN LATERAL (
  SELECT q.id, q.attempt FROM settlement.payment q
  WHERE q.area = $1 AND q.payable_id = n.id ORDER BY q.attempt DESC LIMIT 1) last ON true`;

/** $1 area, $2 batch. The account of each payee as it is confirmed at this moment. */
export const setPayeeAccounts = `
UPDATE settlement.payment p
SET payee_account_id = a.payee_account_id, holder_name = a.holder_name, account_masked = a.account_number_masked, cnaps = a.cnaps
FROM fund.current_payee_account_v1 a
WHERE p.area = $1 AND p.batch_id = $2 AND p.state = 'planned'
  AND a.area = $1 AND a.payee_type = p.payee_type AND a.payee_id = p.payee_id`;

/** Count, sum and hash of a batch as it stands: the set-based twin of the rule `sealBatch`. $1 area, $2 batch. */
export const sealOfBatch = `
SELECT count(*) AS count, coalesce(sum(p.amount_fen), 0)::bigint AS sum_fen,
  encode(sha256(convert_to(coalesce(string_agg(
    concat_ws('|', p.line_no, p.payable_id, p.amount_fen, p.payee_type, p.payee_id, p.payee_account_id),
    E'\\n' ORDER BY p.line_no), ''), 'UTF8')), 'hex') AS sha256,
  count(*) FILTER (WHERE p.payee_account_id IS NULL) AS without_account
FROM settlement.payment p WHERE p.area = $1 AND p.batch_id = $2`;

/** $1 area, $2 batch. */
export const changedAccounts = `
SELECT count(*) AS count FROM settlement.payment p
WHERE p.area = $1 AND p.batch_id = $2 AND NOT EXISTS (
  SELECT FROM fund.current_payee_account_v1 a
  WHERE a.area = $1 AND a.payee_type = p.payee_type AND a.payee_id = p.payee_id AND a.payee_account_id = p.payee_account_id)`;

/** Pending transfers of a batch, for the ledger: $1 area, $2 batch, $3 business date. Dr payable / Cr fund cash. */
export const paymentPostings = `
SELECT 'PAYMENT' AS code, ${payableAccount('b.kind')} AS debit_code, p.payee_id AS debit_owner_id,
  'FUND_CASH' AS credit_code, NULL::uuid AS credit_owner_id, p.amount_fen,
  'payment' AS reference_type, p.id AS reference_id, $3::date AS effective_date, true AS pending
FROM settlement.payment p
JOIN settlement.payable b ON b.area = $1 AND b.id = p.payable_id
WHERE p.area = $1 AND p.batch_id = $2`;

/** Money that came back, for the ledger: $1 area, $2 payments, $3 day of the booking. Dr fund cash / Cr payable. */
export const returnPostings = `
SELECT 'PAYMENT_RETURN' AS code, 'FUND_CASH' AS debit_code, NULL::uuid AS debit_owner_id,
  ${payableAccount('b.kind')} AS credit_code, p.payee_id AS credit_owner_id, p.amount_fen,
  'payment' AS reference_type, p.id AS reference_id, greatest($3::date, t.booked_on) AS effective_date, false AS pending
FROM settlement.payment p
JOIN settlement.payable b ON b.area = $1 AND b.id = p.payable_id
LEFT JOIN ledger.transfer_v1 t
  ON t.area = $1 AND t.reference_type = 'payment' AND t.reference_id = p.id AND t.code = 'PAYMENT'
WHERE p.area = $1 AND p.id = ANY($2::uuid[])`;
