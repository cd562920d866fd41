import { Injectable } from '@nestjs/common';
import { CatalogService, type Organisation, type Product } from '@huiji/catalog';
import { payeeKey, PayeeDirectories } from '@huiji/fund';
import { UserService } from '@huiji/identity';
import { present } from '@huiji/kernel';
import type { Connection, Tx } from '@huiji/platform';

import type { StoredBatch, StoredException, StoredInvoice, StoredPayable, StoredPayment } from '../model/stored';
import { SettlementReader } from '../settlement-reader.service';
import type { BatchType } from './batch.type';
import type { InvoiceLineType, InvoiceType } from './invoice.type';
import type { BankExceptionType, PayableType, PaymentType } from './payment.type';

const invoiceView = (invoice: StoredInvoice, organisations: ReadonlyMap<string, Organisation>): InvoiceType => {
  const { sellerId, buyerId, netFen, taxFen, totalFen, ...rest } = invoice;
  return {
    ...rest,
    net: netFen,
    tax: taxFen,
    total: totalFen,
    seller: present(organisations.get(sellerId), 'the seller of an invoice'),
    buyer: present(organisations.get(buyerId), 'the buyer of an invoice'),
  };
};

const batchView = (batch: StoredBatch, people: ReadonlyMap<string, string>): BatchType => ({
  ...batch,
  sum: batch.sumFen,
  madeBy: { id: batch.madeBy, displayName: people.get(batch.madeBy) ?? '' },
});

const exceptionView = ({ amountFen, ...rest }: StoredException): BankExceptionType => ({ ...rest, amount: amountFen });

/** The page with each row shown; rows are shown together, so that names are read once. */
const shownPage = async <Row, View>(
  page: Connection<Row>,
  show: (rows: readonly Row[]) => Promise<readonly View[]>,
): Promise<Connection<View>> => {
  const views = await show(page.edges.map(({ node }) => node));
  return {
    pageInfo: page.pageInfo,
    edges: page.edges.map(({ cursor }, index) => ({ cursor, node: present(views[index], 'a view of each row') })),
  };
};

/** Rows of settlement as the schema shows them. */
@Injectable()
export class SettlementViews {
  constructor(
    private readonly reader: SettlementReader,
    private readonly catalog: CatalogService,
    private readonly directories: PayeeDirectories,
    private readonly users: UserService,
  ) {}

  async invoices(tx: Tx, rows: readonly StoredInvoice[]): Promise<readonly InvoiceType[]> {
    const ids = new Set(rows.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId]));
    const organisations = await this.catalog.organisationsById(tx, [...ids]);
    return rows.map((row) => invoiceView(row, organisations));
  }

  async payables(tx: Tx, rows: readonly StoredPayable[]): Promise<readonly PayableType[]> {
    const names = await this.directories.names(tx, rows);
    const hospitals = rows.flatMap(({ debitOwnerId }) => (debitOwnerId === null ? [] : [debitOwnerId]));
    const organisations = await this.catalog.organisationsById(tx, [...new Set(hospitals)]);
    return rows.map(({ payeeType, payeeId, debitOwnerId, amountFen, ...rest }) => ({
      ...rest,
      amount: amountFen,
      payee: { type: payeeType, id: payeeId, name: names.get(payeeKey({ payeeType, payeeId })) ?? '' },
      hospital: organisations.get(debitOwnerId ?? '') ?? null,
    }));
  }

  async payments(tx: Tx, rows: readonly StoredPayment[]): Promise<readonly PaymentType[]> {
    const names = await this.directories.names(tx, rows);
    return rows.map(({ payeeType, payeeId, amountFen, ...rest }) => ({
      ...rest,
      amount: amountFen,
      payee: { type: payeeType, id: payeeId, name: names.get(payeeKey({ payeeType, payeeId })) ?? '' },
    }));
  }

  async batches(tx: Tx, rows: readonly StoredBatch[]): Promise<readonly BatchType[]> {
    const people = await this.users.names(tx, [...new Set(rows.map(({ madeBy }) => madeBy))]);
    return rows.map((row) => batchView(row, people));
  }

  async invoiceLines(tx: Tx, invoiceId: string): Promise<InvoiceLineType[]> {
    const lines = await this.reader.invoiceLines(tx, invoiceId);
    const pieces = await this.reader.invoicePieces(tx, invoiceId);
    const products: ReadonlyMap<string, Product> = await this.catalog.productsById(
      tx,
      lines.map(({ productId }) => productId),
    );
    return lines.map((line) => ({
      lineNo: line.lineNo,
      product: present(products.get(line.productId), 'the product of a line'),
      quantity: line.quantity,
      price: { amount: line.priceFen, per: line.pricePer },
      amount: line.amountFen,
      matches: pieces
        .filter(({ lineNo }) => lineNo === line.lineNo)
        .map(({ amountFen, ...piece }) => ({ ...piece, amount: amountFen })),
    }));
  }

  invoicePage(tx: Tx, page: Connection<StoredInvoice>): Promise<Connection<InvoiceType>> {
    return shownPage(page, (rows) => this.invoices(tx, rows));
  }
  payablePage(tx: Tx, page: Connection<StoredPayable>): Promise<Connection<PayableType>> {
    return shownPage(page, (rows) => this.payables(tx, rows));
  }
  paymentPage(tx: Tx, page: Connection<StoredPayment>): Promise<Connection<PaymentType>> {
    return shownPage(page, (rows) => this.payments(tx, rows));
  }
  batchPage(tx: Tx, page: Connection<StoredBatch>): Promise<Connection<BatchType>> {
    return shownPage(page, (rows) => this.batches(tx, rows));
  }
  exceptionPage(page: Connection<StoredException>): Promise<Connection<BankExceptionType>> {
    return shownPage(page, (rows) => Promise.resolve(rows.map(exceptionView)));
  }
}

/** The view of one row, or null when there is none. */
export const oneOf = async <Row, View>(
  row: Row | undefined,
  show: (rows: readonly Row[]) => Promise<readonly View[]>,
): Promise<View | null> => (row === undefined ? null : ((await show([row]))[0] ?? null));
