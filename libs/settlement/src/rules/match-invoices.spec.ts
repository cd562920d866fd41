import { fen, plainDate, price, quantity, type Fen } from '@huiji/kernel';

import type { AcceptedLine, InvoiceDraft, InvoiceLineDraft, InvoiceMatch } from '../model/invoice';
import { matchInvoices, samePrice } from './match-invoices';

const accepted = (over: Partial<AcceptedLine> & { acceptanceLineId: string }): AcceptedLine => ({
  acceptedOn: plainDate('2020-07-10'),
  hospitalId: 'hospital',
  supplierId: 'supplier',
  productId: 'atorvastatin',
  acceptedQuantity: quantity(700),
  returnedQuantity: quantity(0),
  matchedQuantity: quantity(0),
  price: price(660n, 7n),
  ...over,
});

const line = (over: Partial<InvoiceLineDraft> = {}): InvoiceLineDraft => ({
  productId: 'atorvastatin',
  quantity: quantity(700),
  price: price(660n, 7n),
  amountFen: fen(66_000),
  ...over,
});

const invoice = (lines: readonly InvoiceLineDraft[], over: Partial<InvoiceDraft> = {}): InvoiceDraft => {
  const total = lines.reduce<bigint>((sum, one) => sum + one.amountFen, 0n) as Fen;
  const tax = fen((total * 3n) / 103n);
  return {
    sellerId: 'supplier',
    buyerId: 'hospital',
    number: '20202000000000000001',
    issuedOn: plainDate('2020-07-12'),
    netFen: fen(total - tax),
    taxFen: tax,
    totalFen: total,
    lines,
    ...over,
  };
};

const only = (one: InvoiceDraft, lines: readonly AcceptedLine[]): InvoiceMatch => {
  const [match] = matchInvoices([one], lines);
  if (!match) throw new Error('one invoice, one answer');
  return match;
};

const kinds = (match: InvoiceMatch): readonly string[] => (match.fits ? [] : match.mismatches.map(({ kind }) => kind));

describe('C3 matching invoices with accepted lines', () => {
  it('fits an invoice whose quantity and price are exactly what was accepted', () => {
    const match = only(invoice([line()]), [accepted({ acceptanceLineId: 'a' })]);
    expect(match.fits && match.pieces).toMatchObject([
      { lineNo: 1, acceptanceLineId: 'a', quantity: 700n, amountFen: 66_000n },
    ]);
  });

  it('takes the oldest acceptance first, ties by id, over as many lines as it needs', () => {
    const match = only(invoice([line({ quantity: quantity(900), amountFen: fen(84_857) })]), [
      accepted({ acceptanceLineId: 'late', acceptedOn: plainDate('2020-07-20') }),
      accepted({ acceptanceLineId: 'b', acceptedQuantity: quantity(300) }),
      accepted({ acceptanceLineId: 'a', acceptedQuantity: quantity(200) }),
    ]);
    expect(match.fits && match.pieces.map((piece) => [piece.acceptanceLineId, piece.quantity])).toEqual([
      ['a', 200n],
      ['b', 300n],
      ['late', 400n],
    ]);
    expect(match.fits && match.pieces.reduce((sum, piece) => sum + piece.amountFen, 0n)).toBe(84_857n);
  });

  it('lays two invoices on one acceptance and never more than it has', () => {
    const part = invoice([line({ quantity: quantity(350), amountFen: fen(33_000) })]);
    const answers = matchInvoices([part, part, part], [accepted({ acceptanceLineId: 'a' })]);
    expect(answers.map(({ fits }) => fits)).toEqual([true, true, false]);
    expect(answers[2]).toMatchObject({
      mismatches: [{ kind: 'quantity-exceeds-accepted', invoiced: 350n, available: 0n }],
    });
  });

  it('counts neither what was returned nor what earlier invoices took', () => {
    const match = only(invoice([line()]), [
      accepted({ acceptanceLineId: 'a', returnedQuantity: quantity(70), matchedQuantity: quantity(140) }),
    ]);
    expect(match).toMatchObject({ mismatches: [{ kind: 'quantity-exceeds-accepted', available: 490n }] });
  });

  it('treats more matched than is left after a late return as nothing left, never as less than nothing', () => {
    const over = accepted({ acceptanceLineId: 'a', returnedQuantity: quantity(600), matchedQuantity: quantity(300) });
    expect(only(invoice([line()]), [over])).toMatchObject({ mismatches: [{ available: 0n }] });
  });

  it('has no tolerance of price: one fen is a difference', () => {
    const match = only(invoice([line({ price: price(661n, 7n), amountFen: fen(66_100) })]), [
      accepted({ acceptanceLineId: 'a' }),
    ]);
    expect(match).toMatchObject({ mismatches: [{ kind: 'price-differs', contract: { fen: 660n, per: 7n } }] });
  });

  it('knows 13.20 for 14 as the same price as 6.60 for 7', () => {
    expect(samePrice(price(1320n, 14n), price(660n, 7n))).toBe(true);
    expect(samePrice(price(94n, 1n), price(660n, 7n))).toBe(false);
  });

  it('names a product that was never accepted, a buyer and a seller that do not fit', () => {
    const lines = [accepted({ acceptanceLineId: 'a' })];
    expect(kinds(only(invoice([line({ productId: 'other' })]), lines))).toEqual(['unknown-product']);
    expect(kinds(only(invoice([line()], { buyerId: 'elsewhere' }), lines))).toEqual(['wrong-buyer']);
    expect(kinds(only(invoice([line()], { sellerId: 'elsewhere' }), lines))).toEqual(['wrong-seller']);
  });

  it('checks the arithmetic of the invoice itself: net + tax = total = sum of lines, line = quantity × price', () => {
    const lines = [accepted({ acceptanceLineId: 'a' })];
    expect(kinds(only(invoice([line()], { taxFen: fen(1) }), lines))).toEqual(['tax-does-not-add']);
    expect(kinds(only(invoice([line({ amountFen: fen(65_999) })]), lines))).toEqual(['line-amount-differs']);
    expect(
      kinds(only(invoice([line()], { totalFen: fen(70_000), netFen: fen(70_000), taxFen: fen(0) }), lines)),
    ).toEqual(['lines-do-not-add']);
  });

  it('tells every reason at once and takes nothing when one line does not fit', () => {
    const half = line({ quantity: quantity(350), amountFen: fen(33_000) });
    const bad = invoice([half, line({ productId: 'other' })]);
    const good = invoice([line()]);
    const answers = matchInvoices([bad, good], [accepted({ acceptanceLineId: 'a' })]);
    expect(answers.map(({ fits }) => fits)).toEqual([false, true]);
  });

  it('keeps lines of one product at two prices apart: each takes from its own price', () => {
    const match = only(
      invoice([line({ quantity: quantity(7), amountFen: fen(500), price: price(500n, 7n) }), line()]),
      [accepted({ acceptanceLineId: 'a' }), accepted({ acceptanceLineId: 'cheaper', price: price(500n, 7n) })],
    );
    expect(match.fits && match.pieces.map((piece) => piece.acceptanceLineId)).toEqual(['cheaper', 'a']);
  });
});
