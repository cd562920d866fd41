/** Payables of confirmed sheets that are held. $1 area, $2 sheet ids, $3 due date. */
export const retainedPayablesSql = `
SELECT 'retained-savings' AS kind, p.sheet_id AS source_id, 'organisation' AS payee_type, p.hospital_id AS payee_id,
       NULL::uuid AS debit_owner_id, p.retained_fen AS amount_fen, $3::date AS due_date
FROM savings.sheet_payout_v1 p
WHERE p.area = $1 AND p.sheet_id = ANY ($2::uuid[])`;

/** Payables of the lines of a subsidy run. $1 area, $2 run, $3 due date. */
export const subsidyPayablesSql = `
SELECT 'care-subsidy' AS kind, l.subsidy_line_id AS source_id, l.payee_type, l.payee_id,
       NULL::uuid AS debit_owner_id, l.amount_fen, $3::date AS due_date
FROM long_term_care.subsidy_line_v1 l
WHERE l.area = $1 AND l.run_id = $2`;
