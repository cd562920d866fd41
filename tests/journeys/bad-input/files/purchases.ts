import { cell, csv, headerOnly, toldBy, twice, withoutColumn, type FileKind, type FileRow } from './file-kind';

const at = (column: string, text: string, code: string, words: string): FileRow => ({
  fault: text === '' ? 'missing' : 'range',
  words,
  change: cell(2, column, text),
  told: [`${column}@2:${code}`],
});

/** Purchases outside the selected products (非中选采购), CSV, by a hospital. */
export const purchases: FileKind = {
  name: 'non-selected purchases, CSV',
  good: () =>
    Promise.resolve([
      ['hospital', 'generic_name_zh', 'purchased_on', 'reference', 'quantity', 'amount_yuan'],
      ['重庆演示第一医院', '阿托伐他汀钙片', '2022-02-01', 'G-1', '700', '660.00'],
      ['重庆演示第一医院', '瑞舒伐他汀钙片', '2022-02-02', 'G-2', '2800', '2180.00'],
    ]),
  bytes: csv,
  hear: async (world, content) => {
    const hospital = await world.as('cq-hospital');
    const fileId = await hospital.upload('purchases.csv', content, 'text/csv');
    const zh = await hospital.refusal('nonSelectedPurchasesImport', { fileId });
    const en = await hospital.refusal('nonSelectedPurchasesImport', { fileId }, 'en');
    return { zh: toldBy(zh), en: toldBy(en) };
  },
  leftOut: ['platform.file'],
  rows: [
    { fault: 'missing', words: 'only a header', change: headerOnly, told: ['file@-:NO_LINES'] },
    {
      fault: 'missing',
      words: 'no column of amounts',
      change: withoutColumn('amount_yuan'),
      told: ['amount_yuan@1:COLUMN_MISSING'],
    },
    { fault: 'range', words: 'no table at all', change: () => Buffer.from([0, 1, 2, 3]), told: ['file@-:NOT_A_SHEET'] },
    at('hospital', '', 'HOSPITAL_NOT_FOUND', 'no hospital'),
    { ...at('hospital', '重庆演示第二医院', 'HOSPITAL_NOT_FOUND', 'another hospital'), fault: 'foreign' },
    { ...at('hospital', '遂宁演示第一医院', 'HOSPITAL_NOT_FOUND', 'a hospital of another area'), fault: 'foreign' },
    at('generic_name_zh', '', 'NOT_A_VARIETY', 'no variety'),
    at('generic_name_zh', '不存在的药', 'NOT_A_VARIETY', 'an unknown variety'),
    at('purchased_on', '2022-02-30', 'NOT_A_DATE', 'a day there is not'),
    at('purchased_on', '2022-03-02', 'IN_THE_FUTURE', 'tomorrow'),
    at('reference', '', 'TEXT_LENGTH', 'no reference'),
    at('reference', 'R'.repeat(61), 'TEXT_LENGTH', 'a reference of 61 signs'),
    at('quantity', '0', 'NOT_A_QUANTITY', 'nothing'),
    at('quantity', '1.5', 'NOT_A_QUANTITY', 'a part of a unit'),
    at('quantity', '-1', 'NOT_A_QUANTITY', 'less than nothing'),
    at('quantity', '1e309', 'NOT_A_QUANTITY', 'an exponent'),
    at('amount_yuan', '-0.01', 'NOT_AN_AMOUNT', 'an amount below zero'),
    at('amount_yuan', '1.234', 'NOT_AN_AMOUNT', 'three decimals'),
    { fault: 'duplicate', words: 'one reference twice', change: twice(2), told: ['reference@4:DUPLICATE_REFERENCE'] },
    {
      fault: 'duplicate',
      words: 'a reference that is recorded',
      change: cell(2, 'reference', 'F1-1'),
      told: ['file@-:DUPLICATE_REFERENCE'],
    },
  ],
};
