import { Injectable } from '@nestjs/common';
import type { Caller, Connection, PageRequest, Tx } from '@huiji/platform';

import type { MatchPiece } from './model/invoice';
import type { PathFacts, PathPoint } from './model/invoice-path';
import type {
  StateSum,
  StoredBatch,
  StoredException,
  StoredInvoice,
  StoredInvoiceLine,
  StoredPayable,
  StoredPayment,
} from './model/stored';
import { BatchRepository } from './persistence/batch.repository';
import { InvoiceRepository } from './persistence/invoice.repository';
import { PayableRepository } from './persistence/payable.repository';
import { PaymentRepository } from './persistence/payment.repository';
import {
  SettlementReaderRepository,
  type InvoiceFilter,
  type PayableFilter,
  type PaymentFilter,
  type Sight,
} from './persistence/settlement-reader.repository';
import { tracePath } from './rules/invoice-path';

export type { InvoiceFilter, PayableFilter, PaymentFilter } from './persistence/settlement-reader.repository';

/** Who reads: the role says what is seen, the organisation whose. */
export type Reader = Pick<Caller, 'role' | 'organisationId'>;

/** What is read: the keepers of payee accounts must see whose account is missing, and nothing else. */
type Read = 'invoices' | 'payables' | 'payments';

/** Whoever is not named sees nothing. */
const sightOf = ({ role, organisationId }: Reader, read: Read): Sight => {
  switch (role) {
    case 'supplier':
      return { of: 'seller', organisationId };
    case 'hospital':
      return { of: 'buyer', organisationId };
    case 'agency-clerk':
    case 'agency-first-review':
    case 'agency-recheck':
    case 'agency-approval':
    case 'auditor':
      return { of: 'area' };
    case 'agency-accounts':
    case 'agency-accounts-check':
      return { of: read === 'payables' ? 'area' : 'nothing' };
    default:
      return { of: 'nothing' };
  }
};

/** Whether a row that belongs to these organisations is in sight. */
const sees = (sight: Sight, ...owners: readonly (string | null | undefined)[]): boolean =>
  'organisationId' in sight ? owners.includes(sight.organisationId) : sight.of === 'area';

const absent = <T>(value: T | null | undefined): value is null | undefined => value === null || value === undefined;

/** Leaves out what is not known, so that facts are either there or absent. */
const known = <T extends object>(facts: { readonly [Key in keyof T]: T[Key] | null | undefined }): T =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => !absent(value))) as T;

/** What each role may read: a hospital and a supplier their own, the agency and the auditor everything of the area. */
@Injectable()
export class SettlementReader {
  constructor(
    private readonly rows: SettlementReaderRepository,
    private readonly invoiceRows: InvoiceRepository,
    private readonly payableRows: PayableRepository,
    private readonly paymentRows: PaymentRepository,
    private readonly batchRows: BatchRepository,
  ) {}

  invoices(tx: Tx, reader: Reader, filter: InvoiceFilter): Promise<Connection<StoredInvoice>> {
    return this.rows.invoices(tx, sightOf(reader, 'invoices'), filter);
  }

  payables(tx: Tx, reader: Reader, filter: PayableFilter): Promise<Connection<StoredPayable>> {
    return this.rows.payables(tx, sightOf(reader, 'payables'), filter);
  }

  payments(tx: Tx, reader: Reader, filter: PaymentFilter): Promise<Connection<StoredPayment>> {
    return this.rows.payments(tx, sightOf(reader, 'payments'), filter);
  }

  batches(tx: Tx, page: PageRequest): Promise<Connection<StoredBatch>> {
    return this.rows.batches(tx, page);
  }

  exceptions(tx: Tx, page: PageRequest): Promise<Connection<StoredException>> {
    return this.rows.exceptions(tx, page);
  }

  /** An invoice of the reader; undefined when absent or somebody else's. */
  async invoice(tx: Tx, reader: Reader, id: string): Promise<StoredInvoice | undefined> {
    const invoice = await this.invoiceRows.find(tx, id);
    const sight = sightOf(reader, 'invoices');
    return sees(sight, sight.of === 'seller' ? invoice?.sellerId : invoice?.buyerId) ? invoice : undefined;
  }

  invoiceLines(tx: Tx, invoiceId: string): Promise<readonly StoredInvoiceLine[]> {
    return this.invoiceRows.lines(tx, invoiceId);
  }

  invoicePieces(tx: Tx, invoiceId: string): Promise<readonly MatchPiece[]> {
    return this.invoiceRows.pieces(tx, invoiceId);
  }

  async payable(tx: Tx, reader: Reader, id: string): Promise<StoredPayable | undefined> {
    return this.payableSeen(reader, await this.payableRows.find(tx, id));
  }

  async payment(tx: Tx, reader: Reader, id: string): Promise<StoredPayment | undefined> {
    const payment = await this.paymentRows.find(tx, id);
    return sees(sightOf(reader, 'payments'), payment?.payeeId) ? payment : undefined;
  }

  /** What the fund owes for an invoice; undefined before it is confirmed, and when it is not the reader's. */
  async payableOfInvoice(tx: Tx, reader: Reader, invoiceId: string): Promise<StoredPayable | undefined> {
    return this.payableSeen(reader, await this.payableRows.ofSource(tx, 'supplier-invoice', invoiceId));
  }

  /** Every try to pay a payable that the reader may see: a payment shows the account of its payee to no other party. */
  async paymentsOfPayable(tx: Tx, reader: Reader, payableId: string): Promise<readonly StoredPayment[]> {
    const sight = sightOf(reader, 'payments');
    return (await this.paymentRows.ofPayable(tx, payableId)).filter(({ payeeId }) => sees(sight, payeeId));
  }

  batch(tx: Tx, id: string): Promise<StoredBatch | undefined> {
    return this.batchRows.find(tx, id);
  }

  stateSums(tx: Tx, batchId: string): Promise<readonly StateSum[]> {
    return this.rows.stateSums(tx, batchId);
  }

  /** The whole way of an invoice of the reader; undefined when absent or somebody else's. */
  async invoicePath(tx: Tx, reader: Reader, invoiceId: string): Promise<readonly PathPoint[] | undefined> {
    const invoice = await this.invoice(tx, reader, invoiceId);
    if (!invoice) return undefined;
    const payable = await this.payableRows.ofSource(tx, 'supplier-invoice', invoiceId);
    const payment = payable && (await this.paymentRows.ofPayable(tx, payable.id)).at(-1);
    const batch = payment && (await this.batchRows.find(tx, payment.batchId));
    return tracePath({
      invoice: known<PathFacts['invoice']>({
        state: invoice.state,
        registeredOn: invoice.registeredOn,
        decidedOn: invoice.decidedOn,
        reason: invoice.decisionReason,
        dueDate: invoice.dueDate,
      }),
      ...(payable ? { payable: { state: payable.state, openedOn: payable.openedOn } } : {}),
      ...(batch ? { batch: await this.batchFacts(tx, batch) } : {}),
      ...(payment ? { payment: this.paymentFacts(payment) } : {}),
    });
  }

  private payableSeen(reader: Reader, payable: StoredPayable | undefined): StoredPayable | undefined {
    const sight = sightOf(reader, 'payables');
    const seen = payable && sees(sight, payable.payeeId, sight.of === 'buyer' ? payable.debitOwnerId : null);
    return seen ? payable : undefined;
  }

  private async batchFacts(tx: Tx, batch: StoredBatch): Promise<NonNullable<PathFacts['batch']>> {
    return known<NonNullable<PathFacts['batch']>>({
      state: batch.state,
      createdOn: batch.madeOn,
      reviewedOn: batch.releasedOn,
      reason:
        batch.state === 'returned' ? await this.rows.reasonOf(tx, 'payment-batch', batch.id, 'BatchReturned') : null,
    });
  }

  private paymentFacts(payment: StoredPayment): NonNullable<PathFacts['payment']> {
    const reason = [payment.reasonCode, payment.reasonText].filter((word) => word !== null).join(' ');
    return known<NonNullable<PathFacts['payment']>>({
      state: payment.state,
      releasedOn: payment.releasedOn,
      sentOn: payment.sentOn,
      acceptedOn: payment.acceptedOn,
      decidedOn: payment.decidedOn,
      reason: reason === '' ? null : reason,
    });
  }
}
