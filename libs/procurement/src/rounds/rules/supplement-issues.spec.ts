import { supplementIssues } from './supplement-issues';

describe('supplements of an award table (补充数据)', () => {
  const good = { productCode: 'N-4P7-08', packPriceYuan: '4.42', unitsPerPack: 7n, note: '单价 × 7' };

  it('A8 a product once, with a note and figures that are true', () => {
    expect(supplementIssues([good, { productCode: 'N-4P7-09', note: '来源' }])).toEqual([]);
  });

  it.each([
    [{ note: ' ' }, 'supplements.note', 'TEXT_LENGTH'],
    [{ productCode: 'x y' }, 'supplements.productCode', 'NOT_A_PRODUCT_CODE'],
    [{ packPriceYuan: '0.00' }, 'supplements.packPrice', 'NOT_A_PRICE'],
    [{ packPriceYuan: '1.234' }, 'supplements.packPrice', 'NOT_A_PRICE'],
  ])('A8 %j is an issue with its row', (change, field, code) => {
    expect(
      supplementIssues([
        { ...good, productCode: 'N-4P7-01' },
        { ...good, ...change },
      ]),
    ).toMatchObject([{ row: 2, field, code }]);
  });

  it('A8 the second supplement of a product is a duplicate of the first', () => {
    expect(supplementIssues([good, good])).toMatchObject([
      { row: 2, code: 'DUPLICATE_LINE', facts: { firstRow: '1' } },
    ]);
  });
});
