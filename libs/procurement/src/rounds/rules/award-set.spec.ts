import type { AwardFileRow, AwardSupplement } from '../model/award.types';
import { readAwardRow } from './award-rows';
import { awardSetIssues } from './award-set';

const row: AwardFileRow = {
  product_code: 'N-4P7-01',
  generic_name_zh: '阿托伐他汀钙片',
  generic_name_en: 'atorvastatin',
  dosage_form: '片剂',
  smallest_unit_zh: '片',
  antibiotic: 'no',
  strength: '20mg',
  units_per_pack: '7',
  company_zh: '北京嘉林药业',
  pack_price_yuan: '6.60',
  unit_price_yuan: '0.94',
  role: 'main',
  share_percent: '100',
  winner_count: '1',
  supply_areas: '北京|重庆',
  status: 'published table, recalled, not re-checked',
};
const here = { areaName: '重庆', supplyAreaNote: null };
const read = (changes: Partial<AwardFileRow>, supplement?: AwardSupplement, number = 2) => {
  const result = readAwardRow(number, { ...row, ...changes }, supplement);
  if (!result.ok) throw new Error(result.refusal.issues.map(({ code }) => code).join());
  return result.value;
};
describe('a whole award table', () => {
  it('A8 a duplicate winner for the area is refused', () => {
    expect(
      awardSetIssues([read({}), read({}, undefined, 3)], here).map(({ row: at, code }) => [at, code]),
    ).toContainEqual([3, 'DUPLICATE_WINNER']);
  });

  it('A8 shares of a variety that do not come to 100 % are refused', () => {
    expect(awardSetIssues([read({ share_percent: '99.99' })], here)).toMatchObject([
      { row: 2, code: 'SHARES_NOT_WHOLE', facts: { sum: '99.99' } },
    ]);
  });

  it('A7 a winner with share 0 may stand beside the one that takes all', () => {
    expect(
      awardSetIssues(
        [
          read({ winner_count: '2' }),
          read({ product_code: 'N-2', share_percent: '0', role: 'backup', winner_count: '2' }, undefined, 3),
        ],
        here,
      ),
    ).toEqual([]);
  });

  it('A8 a row for other areas is refused, unless a note says why it stands here', () => {
    const [other] = [read({ supply_areas: '北京|天津' })];
    expect(awardSetIssues([other], here)).toMatchObject([{ field: 'supply_areas', code: 'NOT_SUPPLIED_HERE' }]);
    expect(awardSetIssues([other], { ...here, supplyAreaNote: 'stand-in' })).toEqual([]);
  });
});
