import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chongqingProducts, chongqingSizes } from './chongqing-packs';
import { awardSupplements } from './award-supplements';
import { suiningPacks } from './suining-packs';

const table = readFileSync(join(__dirname, '../../../../../libs/procurement/src/data/awards-4-plus-7.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

describe('the invented volumes of the demonstration', () => {
  it('Suining: packs × pack price of 25 products is exactly 7,469,900.00 yuan', () => {
    const fen = suiningPacks.reduce(
      (sum, [, , price, packs]) => sum + price * packs.reduce((all, some) => all + some, 0n),
      0n,
    );
    expect([suiningPacks.length, fen]).toEqual([25, 746_990_000n]);
    expect(suiningPacks.every(([, , , packs]) => packs.length === 8 && packs.every((some) => some > 0n))).toBe(true);
  });

  it('Chongqing: the mean of 25 progress figures is 296.00 %, of the price cuts 52 %, the largest cut 96 %', () => {
    const sum = (of: (product: (typeof chongqingProducts)[number]) => bigint): bigint =>
      chongqingProducts.reduce((total, product) => total + of(product), 0n);
    expect(sum((product) => product.progressPercent)).toBe(296n * 25n);
    expect(sum((product) => product.cutPercent)).toBe(52n * 25n);
    expect(chongqingProducts.reduce((most, { cutPercent }) => (cutPercent > most ? cutPercent : most), 0n)).toBe(96n);
    expect(chongqingProducts.every(({ unitPacks }) => unitPacks % 100n === 0n)).toBe(true);
    expect(chongqingSizes).toHaveLength(6);
  });

  it('packs and prices are those of the table; exactly four rows lack a figure and are filled, each with a note', () => {
    const lacking = table.filter((cells) => cells[7] === '' || cells[9] === '').map((cells) => cells[0]);
    expect(lacking).toEqual(awardSupplements.map((each) => each.productCode));
    for (const cells of table) {
      const filled = awardSupplements.find((each) => each.productCode === cells[0]);
      const per = cells[7] === '' ? filled?.unitsPerPack : BigInt(cells[7] ?? '');
      const fen = BigInt((cells[9] === '' ? (filled?.packPriceYuan ?? '') : (cells[9] ?? '')).replace('.', ''));
      const ours = [
        ...suiningPacks.map(([code, p, f]) => [code, p, f]),
        ...chongqingProducts.map((x) => [x.code, x.per, x.fen]),
      ];
      expect(ours.filter(([code]) => code === cells[0])).toEqual([
        [cells[0], per, fen],
        [cells[0], per, fen],
      ]);
    }
  });
});
