import { derivedId } from '@huiji/platform';

/** The account a payee is owed on, by the kind of payable. */
export const payableAccount = (kind: string): string =>
  `CASE ${kind} WHEN 'supplier-invoice' THEN 'SUPPLIER_PAYABLE' WHEN 'retained-savings' THEN 'HOSPITAL_PAYABLE' ELSE 'PERSON_PAYABLE' END`;

const obligationCode = `CASE p.kind WHEN 'supplier-invoice' THEN 'SUPPLIER_INVOICE' WHEN 'retained-savings' THEN 'RETAINED_SAVINGS'
  ELSE 'CARE_SUBSIDY' END`;

const obligationDebit = `CASE p.kind WHEN 'supplier-invoice' THEN 'HOSPITAL_RECOVERABLE' WHEN 'retained-savings' THEN 'RETAINED_EXPENSE'
  ELSE 'CARE_EXPENSE' END`;

/**
 * The caller's select yields (kind, source_id, payee_type, payee_id, debit_owner_id, amount_fen, due_date); after its
 * parameters come area, base id and business date. A document that has its payable already is not added.
 */
export const insertPayables = (select: string, params: number): string => {
  const [area, base, day] = [1, 2, 3].map((n) => `$${params + n}`);
  return `
INSERT INTO settlement.payable (area, id, kind, source_id, payee_type, payee_id, debit_owner_id, amount_fen, due_date, state, opened_on)
SELECT ${area}, ${derivedId(`${base}::uuid`, 'n.number')}, n.kind, n.source_id, n.payee_type, n.payee_id, n.debit_owner_id,
  n.amount_fen, n.due_date, 'open', ${day}::date
FROM (SELECT s.*, row_number() OVER (ORDER BY s.kind, s.source_id) AS number FROM (${select}) AS s) AS n
ON CONFLICT ON CONSTRAINT payable_once DO NOTHING
RETURNING id`;
};

/** Obligations of payables, for the ledger: $1 area, $2 ids, $3 business date. Postings: domain law §6. */
export const obligationsOf = `
SELECT ${obligationCode} AS code, ${obligationDebit} AS debit_code,
  p.debit_owner_id, ${payableAccount('p.kind')} AS credit_code, p.payee_id AS credit_owner_id,
  p.amount_fen, 'payable' AS reference_type, p.id AS reference_id, $3::date AS effective_date, false AS pending
FROM settlement.payable p WHERE p.area = $1 AND p.id = ANY($2::uuid[])`;
