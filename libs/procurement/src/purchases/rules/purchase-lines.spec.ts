import { plainDate } from '@huiji/kernel';
import { readPurchaseLines } from './purchase-lines';

const facts = {
  hospitals: new Map([
    ['H50000000001', 'h'],
    ['第一医院', 'h'],
  ]),
  varieties: new Map([['蒙脱石散', 'v']]),
  today: plainDate('2019-06-01'),
};
const cells = {
  hospital: 'H50000000001',
  generic_name_zh: '蒙脱石散',
  purchased_on: '2019-05-31',
  reference: 'R1',
  quantity: '15',
  amount_yuan: '27.00',
};
const codes = (...changes: Partial<typeof cells>[]) => {
  const result = readPurchaseLines(
    changes.map((change, index) => ({ row: index + 2, cells: { ...cells, ...change } })),
    facts,
  );
  return result.ok ? [] : result.refusal.issues.map(({ row, field, code }) => [row, field, code]);
};

describe('purchases outside the selected products (非中选采购)', () => {
  it('A18 a hospital is named by code or by name, the amount in yuan, the quantity in smallest units', () => {
    const result = readPurchaseLines([{ row: 2, cells: { ...cells, hospital: '第一医院' } }], facts);
    expect(result).toMatchObject({
      ok: true,
      value: [{ hospitalId: 'h', varietyId: 'v', quantity: 15n, amountFen: 2700n }],
    });
  });

  it.each([
    ['a foreign hospital', { hospital: 'H1' }, 'hospital', 'HOSPITAL_NOT_FOUND'],
    ['an unknown generic', { generic_name_zh: '阿司匹林' }, 'generic_name_zh', 'NOT_A_VARIETY'],
    ['no day', { purchased_on: '2019-02-30' }, 'purchased_on', 'NOT_A_DATE'],
    ['a day to come', { purchased_on: '2019-06-02' }, 'purchased_on', 'IN_THE_FUTURE'],
    ['no reference', { reference: '' }, 'reference', 'TEXT_LENGTH'],
    ['nothing bought', { quantity: '0' }, 'quantity', 'NOT_A_QUANTITY'],
    ['money below nothing', { amount_yuan: '-1.00' }, 'amount_yuan', 'NOT_AN_AMOUNT'],
  ])('A18 %s is a fault with row and column', (_what, change, field, code) => {
    expect(codes(change)).toEqual([[2, field, code]]);
  });

  it('A18 one reference is one purchase', () => {
    expect(codes({}, {})).toEqual([[3, 'reference', 'DUPLICATE_REFERENCE']]);
  });
});
