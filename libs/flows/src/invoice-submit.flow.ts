import { Injectable } from '@nestjs/common';
import { badInput, plainDate, price, quantity, type Fen, type FieldIssue, type Result } from '@huiji/kernel';
import type { Caller, Tx } from '@huiji/platform';
import { InvoiceService, type AcceptedFact, type InvoiceDraft } from '@huiji/settlement';
import { acceptedOfSupplierSql } from './invoice-submit.sql';

interface Row {
  acceptance_line_id: string;
  accepted_on: string;
  ordered_on: string;
  hospital_id: string;
  supplier_id: string;
  product_id: string;
  accepted_quantity: bigint;
  returned_quantity: bigint;
  price_fen: bigint;
  price_per: bigint;
}

const fact = (row: Row): AcceptedFact => ({
  acceptanceLineId: row.acceptance_line_id,
  acceptedOn: plainDate(row.accepted_on),
  orderedOn: plainDate(row.ordered_on),
  hospitalId: row.hospital_id,
  supplierId: row.supplier_id,
  productId: row.product_id,
  acceptedQuantity: quantity(row.accepted_quantity),
  returnedQuantity: quantity(row.returned_quantity),
  price: price(row.price_fen, row.price_per),
});

/** An invoice as the supplier types it in: prices as amount and number of units, not yet checked. */
export interface InvoiceEntry extends Omit<InvoiceDraft, 'sellerId' | 'lines'> {
  readonly lines: readonly {
    readonly productId: string;
    readonly quantity: bigint;
    readonly priceFen: bigint;
    readonly pricePer: bigint;
    readonly amountFen: Fen;
  }[];
}

const priceIssues = (entry: InvoiceEntry): readonly FieldIssue[] =>
  entry.lines.flatMap(({ priceFen, pricePer }, index) => [
    ...(priceFen < 0n ? [{ field: 'lines.price', row: index + 1, code: 'INVOICE_PRICE_NEGATIVE' }] : []),
    ...(pricePer <= 0n ? [{ field: 'lines.priceUnits', row: index + 1, code: 'INVOICE_PRICE_UNITS' }] : []),
  ]);

/** A supplier's invoice meets what hospitals accepted from it: procurement's published lines → settlement's match. */
@Injectable()
export class InvoiceSubmitFlow {
  constructor(private readonly invoices: InvoiceService) {}

  /**
   * Refusals: BAD_INPUT (INVOICE_PRICE_NEGATIVE, INVOICE_PRICE_UNITS) and those of `InvoiceService.register`.
   * Answers the invoice.
   */
  async submit(tx: Tx, caller: Pick<Caller, 'organisationId'>, entry: InvoiceEntry): Promise<Result<string>> {
    const issues = priceIssues(entry);
    if (issues.length > 0) return badInput(issues);
    const products = [...new Set(entry.lines.map((line) => line.productId))];
    const rows = await tx.query<Row>(acceptedOfSupplierSql, [tx.area, caller.organisationId, products]);
    const lines = entry.lines.map(({ productId, quantity: units, priceFen, pricePer, amountFen }) => ({
      productId,
      quantity: quantity(units),
      price: price(priceFen, pricePer),
      amountFen,
    }));
    return this.invoices.register(tx, caller, { ...entry, lines, sellerId: caller.organisationId }, rows.map(fact));
  }
}
