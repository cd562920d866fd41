import { addFen, allocate, fen, lineAmount, quantity, zeroFen, type Fen, type Price } from '@huiji/kernel';

import type {
  AcceptedLine,
  InvoiceDraft,
  InvoiceLineDraft,
  InvoiceMatch,
  MatchPiece,
  Mismatch,
} from '../model/invoice';

/** Two prices are one when they are the same fraction: 13.20 per 14 is 6.60 per 7. */
export const samePrice = (a: Price, b: Price): boolean => a.fen * b.per === b.fen * a.per;

const oldestFirst = (a: AcceptedLine, b: AcceptedLine): number =>
  a.acceptedOn === b.acceptedOn
    ? a.acceptanceLineId < b.acceptanceLineId
      ? -1
      : 1
    : a.acceptedOn < b.acceptedOn
      ? -1
      : 1;

/** What is left of accepted lines while invoices are laid on them. */
type Remainder = Map<string, bigint>;

const remainderOf = (lines: readonly AcceptedLine[]): Remainder =>
  new Map(
    lines.map((line) => {
      const free = line.acceptedQuantity - line.returnedQuantity - line.matchedQuantity;
      return [line.acceptanceLineId, free > 0n ? free : 0n];
    }),
  );

/** The invoice's own arithmetic: net + tax = total, and each line is quantity × price, rounded once. */
const arithmetic = (invoice: InvoiceDraft): Mismatch[] => {
  const found: Mismatch[] = [];
  if (invoice.netFen + invoice.taxFen !== invoice.totalFen)
    found.push({ kind: 'tax-does-not-add', net: invoice.netFen, tax: invoice.taxFen, total: invoice.totalFen });
  const lines = addFen(...invoice.lines.map((line) => line.amountFen));
  if (lines !== invoice.totalFen) found.push({ kind: 'lines-do-not-add', total: invoice.totalFen, lines });
  invoice.lines.forEach((line, index) => {
    const expected = lineAmount(line.quantity, line.price);
    if (expected !== line.amountFen)
      found.push({ kind: 'line-amount-differs', lineNo: index + 1, stated: line.amountFen, expected });
  });
  return found;
};

const shareAmount = (amount: Fen, pieces: readonly Omit<MatchPiece, 'amountFen'>[]): MatchPiece[] => {
  const parts = allocate(
    amount,
    pieces.map((piece) => ({ key: piece.acceptanceLineId, weight: piece.quantity })),
  );
  return pieces.map((piece) => ({ ...piece, amountFen: fen(parts.get(piece.acceptanceLineId) ?? zeroFen) }));
};

const matchLine = (
  invoice: InvoiceDraft,
  line: InvoiceLineDraft,
  lineNo: number,
  accepted: readonly AcceptedLine[],
  left: Remainder,
): MatchPiece[] | Mismatch => {
  const ofProduct = accepted.filter((one) => one.productId === line.productId);
  if (ofProduct.length === 0) return { kind: 'unknown-product', lineNo, productId: line.productId };
  const ofSeller = ofProduct.filter((one) => one.supplierId === invoice.sellerId);
  if (ofSeller.length === 0) return { kind: 'wrong-seller', lineNo };
  const ofBuyer = ofSeller.filter((one) => one.hospitalId === invoice.buyerId).sort(oldestFirst);
  const [first] = ofBuyer;
  if (first === undefined) return { kind: 'wrong-buyer', lineNo };
  const ofPrice = ofBuyer.filter((one) => samePrice(one.price, line.price));
  if (ofPrice.length === 0) return { kind: 'price-differs', lineNo, invoiced: line.price, contract: first.price };
  const available = ofPrice.reduce((sum, one) => sum + (left.get(one.acceptanceLineId) ?? 0n), 0n);
  if (available < line.quantity)
    return {
      kind: 'quantity-exceeds-accepted',
      lineNo,
      invoiced: line.quantity,
      available: quantity(available),
    };
  const pieces: Omit<MatchPiece, 'amountFen'>[] = [];
  let wanted: bigint = line.quantity;
  for (const one of ofPrice) {
    const free = left.get(one.acceptanceLineId) ?? 0n;
    const taken = free < wanted ? free : wanted;
    if (taken === 0n) continue;
    left.set(one.acceptanceLineId, free - taken);
    wanted -= taken;
    pieces.push({
      lineNo,
      acceptanceLineId: one.acceptanceLineId,
      acceptedOn: one.acceptedOn,
      quantity: quantity(taken),
    });
  }
  return shareAmount(line.amountFen, pieces);
};

const matchOne = (invoice: InvoiceDraft, accepted: readonly AcceptedLine[], left: Remainder): InvoiceMatch => {
  const mismatches = arithmetic(invoice);
  const pieces: MatchPiece[] = [];
  const trial: Remainder = new Map(left);
  invoice.lines.forEach((line, index) => {
    const result = matchLine(invoice, line, index + 1, accepted, trial);
    if (Array.isArray(result)) pieces.push(...result);
    else mismatches.push(result);
  });
  if (mismatches.length > 0) return { fits: false, mismatches };
  for (const [id, rest] of trial) left.set(id, rest);
  return { fits: true, pieces };
};

/**
 * Matches invoices with accepted lines (发票与验收匹配), many to many, in the order given: oldest acceptance first, ties
 * by id; exact quantity and price, no tolerance; what is returned or already matched is not available. An invoice that
 * does not fit takes nothing, and every reason is told. Source: domain law §4.3.
 */
export const matchInvoices = (
  invoices: readonly InvoiceDraft[],
  accepted: readonly AcceptedLine[],
): readonly InvoiceMatch[] => {
  const left = remainderOf(accepted);
  return invoices.map((invoice) => matchOne(invoice, accepted, left));
};
