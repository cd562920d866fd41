import { quantity } from '@huiji/kernel';
import fc from 'fast-check';
import { baseVolume } from './accepted-need';

describe('the base (约定采购量基数)', () => {
  it('A7 is what was accepted: one cell per hospital, variety and brand', () => {
    const line = (varietyId: string, productId: string | null, units: bigint) => ({
      varietyId,
      productId,
      quantity: quantity(units),
    });
    expect(
      baseVolume([
        { hospitalId: 'h2', lines: [line('v1', null, 5n), line('v1', 'p', 3n)] },
        { hospitalId: 'h1', lines: [line('v1', null, 0n), line('v2', null, 7n)] },
      ]),
    ).toEqual([
      { hospitalId: 'h1', varietyId: 'v1', productId: null, quantity: 0n },
      { hospitalId: 'h2', varietyId: 'v1', productId: null, quantity: 5n },
      { hospitalId: 'h2', varietyId: 'v1', productId: 'p', quantity: 3n },
      { hospitalId: 'h1', varietyId: 'v2', productId: null, quantity: 7n },
    ]);
  });

  it('A7 keeps every unit that was accepted (seed 20190131)', () => {
    const lines = fc.array(
      fc.record({
        varietyId: fc.constantFrom('a', 'b'),
        productId: fc.constantFrom(null, 'p'),
        quantity: fc.bigInt(0n, 99n).map((units) => quantity(units)),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ hospitalId: fc.constantFrom('x', 'y', 'z'), lines })), (reports) => {
        const sum = reports.flatMap((report) => report.lines).reduce((total, line) => total + line.quantity, 0n);
        expect(baseVolume(reports).reduce((total, cell) => total + cell.quantity, 0n)).toBe(sum);
      }),
      { seed: 20190131, numRuns: 200 },
    );
  });
});
