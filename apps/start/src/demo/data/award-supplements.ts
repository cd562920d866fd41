import type { AwardSupplement } from '@huiji/procurement';

/** Four rows of the published table lack a pack size or a price; the demonstration fills them and says so, row by row. */
export const awardSupplements: readonly AwardSupplement[] = [
  {
    productCode: 'N-4P7-07',
    packPriceYuan: '30.94',
    note: '公布表缺包装价；演示按 7 片 × 4.42 元计算 · the published row lacks the pack price; filled as 7 × 4.42',
  },
  {
    productCode: 'N-4P7-08',
    packPriceYuan: '33.40',
    note: '公布表缺包装价；演示按 20 片 × 1.67 元计算 · the published row lacks the pack price; filled as 20 × 1.67',
  },
  {
    productCode: 'N-4P7-11',
    packPriceYuan: '5.10',
    note: '公布表缺包装价；演示按 30 片 × 0.17 元计算 · the published row lacks the pack price; filled as 30 × 0.17',
  },
  {
    productCode: 'N-4P7-14',
    packPriceYuan: '15.26',
    note: '公布表缺包装规格和包装价；演示按 14 片、14 × 1.09 元 · lacks pack size and price; filled as 14 tablets, 14 × 1.09',
    unitsPerPack: 14n,
  },
];
