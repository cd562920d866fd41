import { awardFile } from '../../../../apps/start/src/demo/procurement/procurement-play';
import type { World } from '../world';
import {
  cell,
  csv,
  headerOnly,
  toldBy,
  twice,
  withoutColumn,
  type FileKind,
  type FileRow,
  type Grid,
} from './file-kind';

const SN = '510900';

const at = (row: number, column: string, text: string, code: string, words: string): FileRow => ({
  fault: text === '' ? 'missing' : 'range',
  words,
  change: cell(row, column, text),
  told: [`${column}@${row.toString()}:${code}`],
});
const long = (column: string): FileRow => at(2, column, '长'.repeat(5000), 'TEXT_LENGTH', `a ${column} of 5,000 signs`);

const goodAwards = (): Grid =>
  awardFile()
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((text) => text.replace(/,$/, '').replaceAll('"', '')) ?? [])
    .map((cells) => cells.slice(0, 16));

/** The award table (中选结果), CSV: into a period that has its awards, so that a good file is told that too. */
export const awards: FileKind = {
  name: 'award table, CSV',
  good: (world) => {
    void world;
    return Promise.resolve(goodAwards());
  },
  bytes: csv,
  hear: async (world, content) => {
    const input = await importInto(world, content);
    const clerk = await world.as('sn-clerk');
    const zh = await clerk.refusal('awardsImport', input);
    const en = await clerk.refusal('awardsImport', input, 'en');
    return { zh: toldBy(zh), en: toldBy(en) };
  },
  leftOut: ['platform.file'],
  rows: [
    { fault: 'missing', words: 'only a header', change: headerOnly, told: ['file@-:LINE_COUNT'] },
    {
      fault: 'missing',
      words: 'no column of prices',
      change: withoutColumn('pack_price_yuan'),
      told: ['pack_price_yuan@1:COLUMN_MISSING'],
    },
    { fault: 'range', words: 'no table at all', change: () => Buffer.from([0, 1, 2, 3]), told: ['file@-:NOT_A_SHEET'] },
    {
      fault: 'range',
      words: 'a broken workbook',
      change: () => Buffer.from('PK\u0003\u0004 nothing more'),
      told: ['file@-:NOT_A_SHEET'],
    },
    at(2, 'product_code', '', 'MISSING', 'no code'),
    at(2, 'product_code', 'X1', 'NOT_A_PRODUCT_CODE', 'a code that is none'),
    at(3, 'company_zh', '', 'MISSING', 'no company'),
    at(4, 'pack_price_yuan', 'six', 'NOT_A_PRICE', 'a price in words'),
    at(4, 'pack_price_yuan', '0.00', 'NOT_A_PRICE', 'a price of nothing'),
    at(4, 'pack_price_yuan', '6.605', 'NOT_A_PRICE', 'a price with three decimals'),
    at(5, 'units_per_pack', '0', 'NOT_IN_RANGE', 'a pack of none'),
    at(5, 'units_per_pack', '1e309', 'NOT_IN_RANGE', 'an exponent'),
    at(6, 'role', 'winner', 'NOT_A_ROLE', 'an unknown role'),
    at(6, 'winner_count', '0', 'NOT_IN_RANGE', 'no winners'),
    at(6, 'antibiotic', 'perhaps', 'NOT_YES_OR_NO', 'neither yes nor no'),
    at(7, 'share_percent', '100.01', 'NOT_A_SHARE', 'more than the whole'),
    at(7, 'share_percent', '99', 'SHARES_NOT_WHOLE', 'shares that are not whole'),
    {
      fault: 'duplicate',
      words: 'one winner twice',
      change: twice(2),
      told: ['product_code@27:DUPLICATE_WINNER', 'share_percent@2:SHARES_NOT_WHOLE'],
    },
    ...['generic_name_zh', 'generic_name_en', 'dosage_form', 'smallest_unit_zh', 'strength', 'company_zh'].map(long),
    ...['status', 'supply_areas'].map(long),
    {
      fault: 'duplicate',
      words: 'awards that are there',
      change: (good) => good.slice(0, 2),
      told: ['product_code@2:ALREADY_AWARDED'],
    },
  ],
};

const importInto = async (world: World, content: Buffer) => ({
  periodId: await world.some(SN, 'procurement.agreement_period', `state = 'planned'`),
  fileId: await (
    await world.as('sn-clerk')
  ).upload(content.toString('latin1', 0, 2) === 'PK' ? 'awards.xlsx' : 'awards.csv', content),
  supplements: world.supplements,
  supplyAreaNote: '说明',
});
