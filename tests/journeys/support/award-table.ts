import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reportColumns } from '@huiji/procurement';
import { writeXlsx } from 'hucre/xlsx';

/** The award table that ships with the product: 25 drugs of round 4+7. */
export const awards = (): Buffer =>
  readFileSync(path.join(path.dirname(require.resolve('@huiji/procurement')), 'data/awards-4-plus-7.csv'));

/** What a clerk fills in for the four rows that lack a figure. */
export const supplements = [
  { productCode: 'N-4P7-07', packPrice: '30.94', note: '公布单价 × 包装' },
  { productCode: 'N-4P7-08', packPrice: '33.40', note: '公布单价 × 包装' },
  { productCode: 'N-4P7-11', packPrice: '5.10', note: '公布单价 × 包装' },
  { productCode: 'N-4P7-14', unitsPerPack: '7', packPrice: '7.63', note: '假定每盒7片' },
];

/** A report sheet of one variety. */
export const sheet = async (need: string | number): Promise<Buffer> =>
  Buffer.from(
    await writeXlsx({
      sheets: [{ name: '报量', rows: [Object.values(reportColumns), ['阿托伐他汀钙片', '片', '', '', need, '']] }],
    }),
  );
