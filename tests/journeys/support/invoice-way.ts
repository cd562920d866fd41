import { randomInt } from 'node:crypto';
import type { JourneyArea } from './journey-area';

/** An accepted line as the supplier reads it. */
export interface AcceptedView {
  readonly id: string;
  readonly product: { readonly id: string; readonly nameZh: string };
  readonly accepted: string;
  readonly damaged: string;
  readonly missing: string;
  readonly returned: string;
  readonly amount: string;
  readonly price: { readonly amount: string; readonly units: string };
}

export interface InvoiceLine {
  readonly productId: string;
  readonly quantity: string;
  readonly price: string;
  readonly priceUnits: string;
  readonly amount: string;
}

export interface InvoiceView {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly total: string;
  readonly dueDate: string;
  readonly payable: { readonly id: string; readonly amount: string; readonly state: string } | null;
}

export interface PathPoint {
  readonly step: string;
  readonly status: string;
  readonly on: string | null;
  readonly expectedOn: string | null;
  readonly stop: string | null;
  readonly reason: string | null;
}

/** Yuan as the wire writes them, in fen. */
export const fenOf = (yuan: string): bigint => BigInt(yuan.replace('.', ''));

/** Fen as yuan with two decimals, for amounts that are not below zero. */
export const yuanOf = (fen: bigint): string => `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;

/** Quantity × price, rounded once, half up: the slow way of the rule. */
export const amountOf = (quantity: bigint, price: { readonly amount: string; readonly units: string }): bigint => {
  const units = BigInt(price.units);
  return (2n * quantity * fenOf(price.amount) + units) / (2n * units);
};

export const sumOf = (amounts: readonly string[]): bigint => amounts.reduce((sum, amount) => sum + fenOf(amount), 0n);

const PATH = 'path { step status on expectedOn stop reason }';
const INVOICE = '{ id number state total dueDate payable { id amount state } }';

/** Invoices of suppliers, through GraphQL. */
export class InvoiceWay {
  private readonly series = randomInt(1_000_000).toString().padStart(6, '0');
  private last = 0;

  constructor(private readonly area: JourneyArea) {}

  /** What hospitals accepted from a supplier, as it stands. */
  accepted(supplier: string): Promise<readonly AcceptedView[]> {
    return this.area.list<AcceptedView>(
      supplier,
      `{ acceptanceLines(first: 100) { edges { node { id product { id nameZh } accepted damaged missing returned amount
         price { amount units } } } } }`,
    );
  }

  /** An invoice over lines of a buyer, with 13 % tax inside, under the next number. */
  async draft(buyerId: string, lines: readonly InvoiceLine[]) {
    this.last += 1;
    const total = sumOf(lines.map(({ amount }) => amount));
    const net = (total * 200n + 113n) / 226n;
    const number = `20510900${this.series}${this.last.toString().padStart(6, '0')}`;
    const sums = { net: yuanOf(net), tax: yuanOf(total - net), total: yuanOf(total) };
    return { buyerId, number, issuedOn: await this.area.today(), ...sums, lines };
  }

  /** The lines of an invoice that fits: accepted less returned, at the contract's price. */
  linesOf(accepted: readonly AcceptedView[]): readonly InvoiceLine[] {
    return accepted.map(({ product, price, ...line }) => {
      const quantity = BigInt(line.accepted) - BigInt(line.returned);
      const amount = yuanOf(amountOf(quantity, price));
      return {
        productId: product.id,
        quantity: quantity.toString(),
        price: price.amount,
        priceUnits: price.units,
        amount,
      };
    });
  }

  submit(supplier: string, draft: object): Promise<InvoiceView> {
    return this.area.as(supplier).mutate<InvoiceView>('invoiceSubmit', draft, INVOICE);
  }

  confirm(hospital: string, invoiceId: string): Promise<InvoiceView> {
    return this.area.as(hospital).mutate<InvoiceView>('invoiceConfirm', { invoiceId }, INVOICE);
  }

  /** The whole way of an invoice as somebody may see it; null when it is not theirs. */
  async path(login: string, id: string): Promise<readonly PathPoint[] | null> {
    const { invoice } = await this.area
      .as(login)
      .query<{ invoice: { path: readonly PathPoint[] } | null }>(
        `query ($id: Uuid!) { invoice(id: $id) { ${PATH} } }`,
        { id },
      );
    return invoice?.path ?? null;
  }
}
