import { Injectable } from '@nestjs/common';
import { Keyset, type Connection, type PageRequest, type Tx } from '@huiji/platform';

import type { InvoiceState } from '../model/invoice';
import type { PayableKind, PayableState } from '../model/payable';
import type { PaymentState } from '../model/payment';
import type {
  StateSum,
  StoredBatch,
  StoredException,
  StoredInvoice,
  StoredPayable,
  StoredPayment,
} from '../model/stored';
import { BATCH_COLUMNS } from './batch.repository';
import { INVOICE_COLUMNS } from './invoice.repository';
import { PAYABLE_COLUMNS } from './payable.repository';
import { PAYMENT_COLUMNS } from './payment.repository';

/** Whose rows a reader may see: everybody's, nobody's, or those of one organisation in one part. */
export type Sight =
  { readonly of: 'area' | 'nothing' } | { readonly of: 'seller' | 'buyer'; readonly organisationId: string };

export interface InvoiceFilter extends PageRequest {
  readonly state?: InvoiceState | null;
}

export interface PayableFilter extends PageRequest {
  readonly state?: PayableState | null;
  readonly kind?: PayableKind | null;
}

export interface PaymentFilter extends PageRequest {
  readonly state?: PaymentState | null;
  readonly batchId?: string | null;
  readonly payableId?: string | null;
}

const invoiceKey = new Keyset<StoredInvoice>(
  'invoices-newest-first',
  [
    { sql: 'i.registered_on', type: 'date', of: (row) => row.registeredOn },
    { sql: 'i.id', type: 'uuid', of: (row) => row.id },
  ],
  'desc',
);
const payableKey = new Keyset<StoredPayable>('payables-by-due-date', [
  { sql: 'p.due_date', type: 'date', of: (row) => row.dueDate },
  { sql: 'p.id', type: 'uuid', of: (row) => row.id },
]);
const paymentKey = new Keyset<StoredPayment>('payments', [
  { sql: 'y.batch_id', type: 'uuid', of: (row) => row.batchId },
  { sql: 'y.line_no', type: 'bigint', of: (row) => row.lineNo },
]);
const batchKey = new Keyset<StoredBatch>(
  'batches-newest-first',
  [
    { sql: 'b.made_on', type: 'date', of: (row) => row.madeOn },
    { sql: 'b.id', type: 'uuid', of: (row) => row.id },
  ],
  'desc',
);
const exceptionKey = new Keyset<StoredException>(
  'bank-exceptions-newest-first',
  [{ sql: 'e.id', type: 'uuid', of: (row) => row.id }],
  'desc',
);

const seen = (sight: Sight, seller: string, buyer: string): string => {
  if (sight.of === 'area') return '$2::uuid IS NULL';
  if (sight.of === 'nothing') return '$2::uuid IS NOT NULL';
  return sight.of === 'seller' ? `${seller} = $2` : buyer;
};
const whose = (sight: Sight): string | null => ('organisationId' in sight ? sight.organisationId : null);

/** Lists of invoices, payables, payments and batches, cut to what a reader may see. */
@Injectable()
export class SettlementReaderRepository {
  async invoices(tx: Tx, sight: Sight, filter: InvoiceFilter): Promise<Connection<StoredInvoice>> {
    const slice = invoiceKey.slice(filter, 4);
    const rows = await tx.query<StoredInvoice>(
      `SELECT ${INVOICE_COLUMNS} FROM settlement.invoice i
       WHERE i.area = $1 AND ${seen(sight, 'i.seller_id', 'i.buyer_id = $2')} AND ($3::text IS NULL OR i.state = $3)
         AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, whose(sight), filter.state ?? null, ...slice.params],
    );
    return invoiceKey.connection(filter, rows, (row) => row);
  }

  async payables(tx: Tx, sight: Sight, filter: PayableFilter): Promise<Connection<StoredPayable>> {
    const slice = payableKey.slice(filter, 5);
    const rows = await tx.query<StoredPayable>(
      `SELECT ${PAYABLE_COLUMNS} FROM settlement.payable p
       WHERE p.area = $1 AND ${seen(sight, 'p.payee_id', '(p.payee_id = $2 OR p.debit_owner_id = $2)')}
         AND ($3::text IS NULL OR p.state = $3) AND ($4::text IS NULL OR p.kind = $4)
         AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, whose(sight), filter.state ?? null, filter.kind ?? null, ...slice.params],
    );
    return payableKey.connection(filter, rows, (row) => row);
  }

  async payments(tx: Tx, sight: Sight, filter: PaymentFilter): Promise<Connection<StoredPayment>> {
    const slice = paymentKey.slice(filter, 6);
    const rows = await tx.query<StoredPayment>(
      `SELECT ${PAYMENT_COLUMNS} FROM settlement.payment y
       WHERE y.area = $1 AND ${seen(sight, 'y.payee_id', 'y.payee_id = $2')}
         AND ($3::text IS NULL OR y.state = $3) AND ($4::uuid IS NULL OR y.batch_id = $4)
         AND ($5::uuid IS NULL OR y.payable_id = $5)
         AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, whose(sight), filter.state ?? null, filter.batchId ?? null, filter.payableId ?? null, ...slice.params],
    );
    return paymentKey.connection(filter, rows, (row) => row);
  }

  async batches(tx: Tx, page: PageRequest): Promise<Connection<StoredBatch>> {
    const slice = batchKey.slice(page, 2);
    const rows = await tx.query<StoredBatch>(
      `SELECT ${BATCH_COLUMNS} FROM settlement.batch b WHERE b.area = $1 AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, ...slice.params],
    );
    return batchKey.connection(page, rows, (row) => row);
  }

  async exceptions(tx: Tx, page: PageRequest): Promise<Connection<StoredException>> {
    const slice = exceptionKey.slice(page, 2);
    const rows = await tx.query<StoredException>(
      `SELECT e.id, e.exception_code AS code, e.kind, m.file_name AS "fileName", m.message_id AS "messageId",
         e.instruction_id AS "instructionId", e.payment_id AS "paymentId", e.status_code AS "statusCode",
         e.reason_text AS "reasonText", e.amount_fen AS "amountFen", e.booked_on AS "bookedOn", e.read_on AS "readOn"
       FROM settlement.bank_entry e JOIN settlement.bank_message m ON m.area = $1 AND m.id = e.bank_message_id
       WHERE e.area = $1 AND e.outcome = 'exception' AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, ...slice.params],
    );
    return exceptionKey.connection(page, rows, (row) => row);
  }

  /** How the lines of a batch stand. */
  stateSums(tx: Tx, batchId: string): Promise<StateSum[]> {
    return tx.query<StateSum>(
      `SELECT state, count(*) AS count, sum(amount_fen)::bigint AS "sumFen" FROM settlement.payment
       WHERE area = $1 AND batch_id = $2 GROUP BY state ORDER BY state`,
      [tx.area, batchId],
    );
  }

  /** The reason that the last action of this kind gave. */
  async reasonOf(tx: Tx, subjectType: string, subjectId: string, kind: string): Promise<string | null> {
    const [row] = await tx.query<{ reason: string | null }>(
      `SELECT reason FROM platform.action
       WHERE area = $1 AND subject_type = $2 AND subject_id = $3 AND kind = $4 ORDER BY seq DESC LIMIT 1`,
      [tx.area, subjectType, subjectId, kind],
    );
    return row?.reason ?? null;
  }
}
