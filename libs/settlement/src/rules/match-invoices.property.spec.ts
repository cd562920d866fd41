import { addDays, fen, lineAmount, plainDate, price, quantity, type Fen } from '@huiji/kernel';
import * as fc from 'fast-check';

import type { AcceptedLine, InvoiceDraft } from '../model/invoice';
import { matchInvoices } from './match-invoices';

const seed = 20_200_701;
const runs = { seed, numRuns: 300 } as const;

const prices = [price(660n, 7n), price(94n, 1n)] as const;
const priceAt = (index: number) => prices[index % 2] ?? prices[0];

const acceptedLines = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 3 }),
      product: fc.constantFrom('p', 'q'),
      took: fc.integer({ min: 0, max: 12 }),
      returned: fc.integer({ min: 0, max: 4 }),
      matched: fc.integer({ min: 0, max: 4 }),
      price: fc.integer({ min: 0, max: 1 }),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map((row, index): AcceptedLine => ({
      acceptanceLineId: `line-${index}`,
      acceptedOn: addDays(plainDate('2020-07-01'), row.day),
      hospitalId: 'h',
      supplierId: 's',
      productId: row.product,
      acceptedQuantity: quantity(row.took),
      returnedQuantity: quantity(Math.min(row.returned, row.took)),
      matchedQuantity: quantity(row.matched),
      price: priceAt(row.price),
    })),
  );

const invoices = fc.array(
  fc
    .array(
      fc.record({
        product: fc.constantFrom('p', 'q'),
        wanted: fc.integer({ min: 1, max: 15 }),
        price: fc.integer({ min: 0, max: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((rows): InvoiceDraft => {
      const lines = rows.map((row) => ({
        productId: row.product,
        quantity: quantity(row.wanted),
        price: priceAt(row.price),
        amountFen: lineAmount(quantity(row.wanted), priceAt(row.price)),
      }));
      const total = lines.reduce<bigint>((sum, one) => sum + one.amountFen, 0n) as Fen;
      return {
        sellerId: 's',
        buyerId: 'h',
        number: '20202000000000000001',
        issuedOn: plainDate('2020-07-20'),
        netFen: total,
        taxFen: fen(0),
        totalFen: total,
        lines,
      };
    }),
  { maxLength: 5 },
);

/** The slow twin: every accepted unit is a thing of its own, and each invoice line takes units one by one. */
const matchSlowly = (
  drafts: readonly InvoiceDraft[],
  lines: readonly AcceptedLine[],
): (Map<string, number> | null)[] => {
  const units: { line: AcceptedLine; free: boolean }[] = [];
  const ordered = [...lines].sort((a, b) =>
    `${a.acceptedOn}${a.acceptanceLineId}` < `${b.acceptedOn}${b.acceptanceLineId}` ? -1 : 1,
  );
  for (const line of ordered) {
    const free = Number(line.acceptedQuantity - line.returnedQuantity - line.matchedQuantity);
    for (let unit = 0; unit < free; unit += 1) units.push({ line, free: true });
  }
  return drafts.map((draft) => {
    const taken: (typeof units)[number][] = [];
    const perPiece = new Map<string, number>();
    for (const [index, line] of draft.lines.entries()) {
      for (let unit = 0n; unit < line.quantity; unit += 1n) {
        const one = units.find(
          (candidate) =>
            candidate.free &&
            candidate.line.productId === line.productId &&
            candidate.line.price.fen * line.price.per === line.price.fen * candidate.line.price.per,
        );
        if (!one) {
          for (const back of taken) back.free = true;
          return null;
        }
        one.free = false;
        taken.push(one);
        const key = `${index + 1}/${one.line.acceptanceLineId}`;
        perPiece.set(key, (perPiece.get(key) ?? 0) + 1);
      }
    }
    return perPiece;
  });
};

describe(`C3 matching, for any invoices and acceptances (seed ${seed})`, () => {
  it('does what taking unit by unit does', () => {
    fc.assert(
      fc.property(invoices, acceptedLines, (drafts, lines) => {
        const quick = matchInvoices(drafts, lines).map((match) =>
          match.fits
            ? new Map(
                match.pieces.map((piece) => [`${piece.lineNo}/${piece.acceptanceLineId}`, Number(piece.quantity)]),
              )
            : null,
        );
        expect(quick).toEqual(matchSlowly(drafts, lines));
      }),
      runs,
    );
  });

  it('never matches more of an acceptance than is left, and each line keeps its quantity and amount', () => {
    fc.assert(
      fc.property(invoices, acceptedLines, (drafts, lines) => {
        const used = new Map<string, bigint>();
        matchInvoices(drafts, lines).forEach((match, index) => {
          if (!match.fits) return;
          for (const piece of match.pieces)
            used.set(piece.acceptanceLineId, (used.get(piece.acceptanceLineId) ?? 0n) + piece.quantity);
          drafts[index]?.lines.forEach((line, at) => {
            const pieces = match.pieces.filter((piece) => piece.lineNo === at + 1);
            expect(pieces.reduce((sum, piece) => sum + piece.quantity, 0n)).toBe(line.quantity);
            expect(pieces.reduce((sum, piece) => sum + piece.amountFen, 0n)).toBe(line.amountFen);
          });
        });
        for (const line of lines) {
          const room = line.acceptedQuantity - line.returnedQuantity - line.matchedQuantity;
          expect((used.get(line.acceptanceLineId) ?? 0n) <= (room > 0n ? room : 0n)).toBe(true);
        }
      }),
      runs,
    );
  });
});
