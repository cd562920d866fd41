import { basisPoints, quotient } from '@huiji/kernel';
import type { RawReportLine } from '../model/report.types';
import { readReportLines } from './report-lines';

const facts = {
  floorBp: basisPoints(8000),
  varieties: [
    {
      varietyId: 'v1',
      genericNameZh: '厄贝沙坦片',
      previousMean: quotient(1000n, 1n),
      products: [{ productId: 'p1', code: 'N-1' }],
    },
    { varietyId: 'v2', genericNameZh: '蒙脱石散', previousMean: null, products: [] },
  ],
};
const raw = (changes: Partial<RawReportLine> = {}): RawReportLine => ({
  row: 2,
  variety: '厄贝沙坦片',
  product: '',
  quantity: '800',
  reason: '',
  ...changes,
});
const issues = (...lines: RawReportLine[]) => {
  const result = readReportLines(lines, facts);
  return result.ok ? [] : result.refusal.issues.map(({ row, field, code }) => [row, field, code]);
};

describe('lines of a volume report (报量明细)', () => {
  it('A4 a need of exactly 80 % of the mean of two years needs no reason', () => {
    expect(issues(raw({ quantity: '800' }))).toEqual([]);
  });

  it('A4 one unit below 80 % without a reason is refused, with a reason it stands', () => {
    expect(issues(raw({ quantity: '799' }))).toEqual([[2, 'reason', 'BELOW_FLOOR_WITHOUT_REASON']]);
    expect(issues(raw({ quantity: '600', reason: '科室撤并' }))).toEqual([]);
  });

  it('A4 −40 % against history without reason is refused', () => {
    expect(issues(raw({ quantity: '600' }))).toEqual([[2, 'reason', 'BELOW_FLOOR_WITHOUT_REASON']]);
  });

  it('A4 generic and brand lines of one variety count together against the floor', () => {
    expect(issues(raw({ quantity: '500' }), raw({ row: 3, product: 'n-1', quantity: '300' }))).toEqual([]);
  });

  it('A4 a variety that was used and is not reported at all is named', () => {
    expect(issues(raw({ variety: '蒙脱石散', quantity: '5' }))).toEqual([
      [undefined, 'variety', 'VARIETY_NOT_REPORTED'],
    ]);
  });

  it('A4 zero is zero: it stands with a reason', () => {
    expect(issues(raw({ quantity: '0', reason: '停用' }))).toEqual([]);
  });

  it('A4 a line may name its variety and product by id, as the form does', () => {
    const result = readReportLines([raw({ variety: 'v1', product: 'p1', quantity: '900' })], facts);
    expect(result).toMatchObject({ ok: true, value: [{ varietyId: 'v1', productId: 'p1', quantity: 900n }] });
  });

  it.each([
    ['blank variety', { variety: ' ' }, 'variety', 'MISSING'],
    ['variety outside the round', { variety: '阿司匹林' }, 'variety', 'VARIETY_NOT_IN_ROUND'],
    ['brand of another variety', { product: 'N-9' }, 'product', 'PRODUCT_NOT_OF_VARIETY'],
    ['blank quantity', { quantity: '' }, 'quantity', 'MISSING'],
    ['text in a number', { quantity: '约八百' }, 'quantity', 'NOT_A_QUANTITY'],
    ['a formula', { quantity: '=1+1' }, 'quantity', 'NOT_A_QUANTITY'],
    ['an exponent', { quantity: '1e309' }, 'quantity', 'NOT_A_QUANTITY'],
    ['a fraction', { quantity: '800.5' }, 'quantity', 'NOT_A_QUANTITY'],
    ['less than nothing', { quantity: '-1' }, 'quantity', 'NOT_A_QUANTITY'],
    ['more than a country uses', { quantity: '1000000000001' }, 'quantity', 'QUANTITY_TOO_LARGE'],
    ['a reason as long as a letter', { reason: 'x'.repeat(501) }, 'reason', 'TOO_LONG'],
  ])('A5 %s is a fault with row and column', (_what, changes, field, code) => {
    expect(issues(raw(changes))).toEqual([[2, field, code]]);
  });

  it('A5 every fault is found in one pass, duplicates too', () => {
    expect(
      issues(raw({ row: 2, quantity: 'x' }), raw({ row: 3 }), raw({ row: 4 }), raw({ row: 5, variety: '?' })),
    ).toEqual([
      [2, 'quantity', 'NOT_A_QUANTITY'],
      [5, 'variety', 'VARIETY_NOT_IN_ROUND'],
      [4, 'variety', 'DUPLICATE_LINE'],
    ]);
  });

  it('A5 an empty sheet is a fault, not an empty report', () => {
    expect(issues()).toEqual([[undefined, 'variety', 'NO_LINES']]);
  });
});
