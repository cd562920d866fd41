import type { AwardFileRow, AwardSupplement } from '../model/award.types';
import { readAwardRow } from './award-rows';

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
const read = (changes: Partial<AwardFileRow>, supplement?: AwardSupplement, number = 2) => {
  const result = readAwardRow(number, { ...row, ...changes }, supplement);
  if (!result.ok) throw new Error(result.refusal.issues.map(({ code }) => code).join());
  return result.value;
};
const codes = (changes: Partial<AwardFileRow>, supplement?: AwardSupplement) => {
  const result = readAwardRow(2, { ...row, ...changes }, supplement);
  return result.ok ? [] : result.refusal.issues.map(({ field, row: at, code }) => [at, field, code]);
};

describe('award rows (中选结果)', () => {
  it('A8 the price is the pack price over the pack size, never the published unit price', () => {
    expect(read({}).price).toEqual({ fen: 660n, per: 7n });
  });

  it('A8 the status of the source stays with the row', () => {
    expect(read({}).sourceStatus).toBe('published table, recalled, not re-checked');
  });

  it.each([
    ['a missing pack price', { pack_price_yuan: '' }, 'pack_price_yuan', 'MISSING_PACK_PRICE'],
    ['a missing pack size', { units_per_pack: '' }, 'units_per_pack', 'MISSING_PACK_SIZE'],
    ['no company', { company_zh: ' ' }, 'company_zh', 'MISSING'],
    ['a price in text', { pack_price_yuan: 'six' }, 'pack_price_yuan', 'NOT_A_PRICE'],
    ['a price of nothing', { pack_price_yuan: '0.00' }, 'pack_price_yuan', 'NOT_A_PRICE'],
    ['a price with three decimals', { pack_price_yuan: '6.605' }, 'pack_price_yuan', 'NOT_A_PRICE'],
    ['an exponent', { units_per_pack: '1e309' }, 'units_per_pack', 'NOT_IN_RANGE'],
    ['a pack of none', { units_per_pack: '0' }, 'units_per_pack', 'NOT_IN_RANGE'],
    ['an unknown role', { role: 'winner' }, 'role', 'NOT_A_ROLE'],
    ['more than the whole', { share_percent: '100.01' }, 'share_percent', 'NOT_A_SHARE'],
    ['a code that is none', { product_code: 'X1' }, 'product_code', 'NOT_A_PRODUCT_CODE'],
    ['a name longer than is kept', { generic_name_zh: '长'.repeat(101) }, 'generic_name_zh', 'TEXT_LENGTH'],
    ['an English name longer than is kept', { generic_name_en: 'x'.repeat(201) }, 'generic_name_en', 'TEXT_LENGTH'],
    ['no winners', { winner_count: '0' }, 'winner_count', 'NOT_IN_RANGE'],
  ] as const)('A8 %s is an issue with its row and field', (_what, changes, field, code) => {
    expect(codes(changes)).toEqual([[2, field, code]]);
  });

  it('A8 a supplement fills a missing figure and leaves its note', () => {
    const filled = read(
      { pack_price_yuan: '', units_per_pack: '' },
      { productCode: 'N-4P7-01', unitsPerPack: 14n, packPriceYuan: '15.26', note: 'unit price × 14' },
    );
    expect([filled.price, filled.supplementNote]).toEqual([{ fen: 1526n, per: 14n }, 'unit price × 14']);
  });

  it('A8 a supplement never replaces a figure of the file', () => {
    const kept = read({}, { productCode: 'N-4P7-01', unitsPerPack: 99n, packPriceYuan: '1.00', note: 'no' });
    expect([kept.price, kept.supplementNote]).toEqual([{ fen: 660n, per: 7n }, null]);
  });
});
