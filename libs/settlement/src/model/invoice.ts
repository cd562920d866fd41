import type { Fen, PlainDate, Price, Quantity } from '@huiji/kernel';

/** A line of an invoice (发票) as the supplier stated it. Price and amount include tax. */
export interface InvoiceLineDraft {
  readonly productId: string;
  /** Smallest units (片/粒/支/袋), > 0. */
  readonly quantity: Quantity;
  readonly price: Price;
  /** Fen, tax included. */
  readonly amountFen: Fen;
}

/** An invoice as the supplier stated it: the seller is the supplier, the buyer the hospital. */
export interface InvoiceDraft {
  readonly sellerId: string;
  readonly buyerId: string;
  /** Invoice code (发票代码), only with an eight-digit number. */
  readonly code?: string;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly netFen: Fen;
  readonly taxFen: Fen;
  /** Fen, tax included (价税合计). */
  readonly totalFen: Fen;
  readonly lines: readonly InvoiceLineDraft[];
}

/** What a hospital took in, and how much of it earlier invoices already claim. */
export interface AcceptedLine {
  readonly acceptanceLineId: string;
  readonly acceptedOn: PlainDate;
  readonly hospitalId: string;
  readonly supplierId: string;
  readonly productId: string;
  readonly acceptedQuantity: Quantity;
  readonly returnedQuantity: Quantity;
  readonly matchedQuantity: Quantity;
  /** The contract's price on the order date. */
  readonly price: Price;
}

/** What the procurement side tells: an accepted line before settlement adds what is matched. */
export interface AcceptedFact extends Omit<AcceptedLine, 'matchedQuantity'> {
  /** Day of the order that it was delivered for. */
  readonly orderedOn: PlainDate;
}

/** One piece of an invoice line laid on one accepted line. Pieces of a line sum to its quantity and amount. */
export interface MatchPiece {
  /** 1-based line of the invoice. */
  readonly lineNo: number;
  readonly acceptanceLineId: string;
  readonly acceptedOn: PlainDate;
  readonly quantity: Quantity;
  readonly amountFen: Fen;
}

/** Why an invoice does not fit what was accepted; a fact, put into words elsewhere. */
export type Mismatch =
  | { readonly kind: 'wrong-seller'; readonly lineNo: number }
  | { readonly kind: 'wrong-buyer'; readonly lineNo: number }
  | { readonly kind: 'unknown-product'; readonly lineNo: number; readonly productId: string }
  | {
      readonly kind: 'quantity-exceeds-accepted';
      readonly lineNo: number;
      readonly invoiced: Quantity;
      readonly available: Quantity;
    }
  | {
      readonly kind: 'price-differs';
      readonly lineNo: number;
      readonly invoiced: Price;
      readonly contract: Price;
    }
  | { readonly kind: 'line-amount-differs'; readonly lineNo: number; readonly stated: Fen; readonly expected: Fen }
  | { readonly kind: 'lines-do-not-add'; readonly total: Fen; readonly lines: Fen }
  | { readonly kind: 'tax-does-not-add'; readonly net: Fen; readonly tax: Fen; readonly total: Fen };

/** An invoice either fits completely or not at all: nothing is matched in part. */
export type InvoiceMatch =
  | { readonly fits: true; readonly pieces: readonly MatchPiece[] }
  | { readonly fits: false; readonly mismatches: readonly Mismatch[] };

export const invoiceStates = ['matched', 'confirmed', 'disputed', 'withdrawn'] as const;
export type InvoiceState = (typeof invoiceStates)[number];
export type InvoiceAction = 'confirm' | 'dispute' | 'withdraw';
