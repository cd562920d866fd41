import { migration, tenantTable } from './migration';
import { bankTables } from './settlement/bank';
import { invoiceTables } from './settlement/invoices';
import { paymentTables } from './settlement/payments';

const view = (name: string, comment: string, select: string): readonly string[] => [
  `CREATE VIEW ${name} WITH (security_invoker = true) AS ${select}`,
  `GRANT SELECT ON ${name} TO huiji_app`,
  `COMMENT ON VIEW ${name} IS 'view: ${comment}; published, version 1'`,
];

/** The application moves states and notes what happened; what was stated or sealed stays as it was. */
const onlyColumns = (table: string, columns: string): readonly string[] => [
  `REVOKE UPDATE ON ${table} FROM huiji_app`,
  `GRANT UPDATE (${columns}) ON ${table} TO huiji_app`,
];

export default migration({
  number: 800,
  name: 'settlement',
  reason:
    'Invoices matched with acceptances, what the fund owes, batches that three people pass, payments and what the bank says of them. One way to pay, whoever is paid.',
  up: [
    'CREATE SCHEMA settlement',
    'GRANT USAGE ON SCHEMA settlement TO huiji_app',
    ...[...invoiceTables, ...paymentTables, ...bankTables].flatMap(
      ({ name, create, indexes, comment, grant, columns }) => [
        create,
        ...indexes,
        tenantTable(name, { comment, grant }),
        ...(columns === undefined ? [] : [onlyColumns(name, columns)]),
      ],
    ),
    view(
      'settlement.matched_line_v1',
      'how much of each accepted line is invoiced, by which invoice, and whether that invoice is paid',
      `SELECT m.area, m.acceptance_line_id, m.invoice_id, m.quantity, m.amount_fen, i.state AS invoice_state,
         i.registered_on, coalesce(p.state = 'paid', false) AS paid
       FROM settlement.invoice_match m
       JOIN settlement.invoice i ON i.area = m.area AND i.id = m.invoice_id
       LEFT JOIN settlement.payable p ON p.area = m.area AND p.kind = 'supplier-invoice' AND p.source_id = m.invoice_id
       WHERE i.state <> 'withdrawn'`,
    ),
    view(
      'settlement.payable_v1',
      'what the fund owes, to whom, by when, and whether it is paid',
      `SELECT area, id AS payable_id, kind, source_id, payee_type, payee_id, debit_owner_id, amount_fen, due_date, state, opened_on
       FROM settlement.payable`,
    ),
  ],
  down: ['DROP SCHEMA settlement CASCADE'],
});
