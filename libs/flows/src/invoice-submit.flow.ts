import { Injectable } from '@nestjs/common';
import { plainDate, price, quantity, type Result } from '@huiji/kernel';
import type { Caller, Tx } from '@huiji/platform';
import { InvoiceService, type AcceptedFact, type InvoiceDraft } from '@huiji/settlement';
import { acceptedOfSupplierSql } from './invoice-submit.sql';

interface Row {
  acceptance_line_id: string;
  accepted_on: string;
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
  hospitalId: row.hospital_id,
  supplierId: row.supplier_id,
  productId: row.product_id,
  acceptedQuantity: quantity(row.accepted_quantity),
  returnedQuantity: quantity(row.returned_quantity),
  price: price(row.price_fen, row.price_per),
});

/** A supplier's invoice meets what hospitals accepted from it: procurement's published lines → settlement's match. */
@Injectable()
export class InvoiceSubmitFlow {
  constructor(private readonly invoices: InvoiceService) {}

  /** Refusals: those of `InvoiceService.register`. Answers the invoice. */
  async submit(
    tx: Tx,
    caller: Pick<Caller, 'organisationId'>,
    draft: Omit<InvoiceDraft, 'sellerId'>,
  ): Promise<Result<string>> {
    const products = [...new Set(draft.lines.map((line) => line.productId))];
    const rows = await tx.query<Row>(acceptedOfSupplierSql, [tx.area, caller.organisationId, products]);
    return this.invoices.register(tx, caller, { ...draft, sellerId: caller.organisationId }, rows.map(fact));
  }
}
