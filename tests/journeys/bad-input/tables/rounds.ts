import type { Tables } from '../case';
import type { World } from '../world';

const SN = '510900';
const round = (w: World): Promise<string> => w.some(SN, 'procurement.round');
const period = (w: World, state: string): Promise<string> =>
  w.some(SN, 'procurement.agreement_period', `state = '${state}'`);
const file = (w: World): Promise<string> => w.some(SN, 'platform.file', `name = 'awards-4-plus-7.csv'`);
const ratioTable = (w: World): Promise<string> => w.some(SN, 'procurement.ratio_table');
const ratios = [5000, 6000, 7000, 8000];

export const roundTables: Tables = {
  roundOpen: {
    as: 'sn-clerk',
    base: { code: 'NEW-1', nameZh: '新批次', nameEn: '', kind: 'NATIONAL', announcedOn: '2020-06-01', sourceNote: '' },
    ids: {},
    texts: { nameEn: 'optional', sourceNote: 'optional' },
    takes: ['announcedOn'],
    rows: [
      {
        fault: 'range',
        words: 'a blank in the code',
        change: { code: '4 7' },
        code: 'NOT_A_ROUND_CODE',
        field: 'code',
      },
      {
        fault: 'range',
        words: 'a code of 41 signs',
        change: { code: 'A'.repeat(41) },
        code: 'NOT_A_ROUND_CODE',
        field: 'code',
      },
      {
        fault: 'range',
        words: 'a name of 101 signs',
        change: { nameZh: '长'.repeat(101) },
        code: 'TEXT_LENGTH',
        field: 'nameZh',
      },
      { fault: 'duplicate', words: 'a code the area has', change: { code: '4+7-EXP' }, code: 'ROUND_EXISTS' },
    ],
  },
  agreementPeriodPlan: {
    as: 'sn-clerk',
    base: async (w) => ({ roundId: await round(w), executionDate: '2022-01-01', years: 1 }),
    ids: { roundId: ['procurement.round'] },
    takes: ['executionDate'],
    rows: [
      { fault: 'range', words: 'no year', change: { years: 0 }, code: 'NOT_IN_RANGE', field: 'years' },
      { fault: 'range', words: 'five years', change: { years: 5 }, code: 'NOT_IN_RANGE', field: 'years' },
      {
        fault: 'duplicate',
        words: 'a day another period has',
        change: { executionDate: '2020-06-01' },
        code: 'PERIOD_OVERLAPS',
      },
    ],
  },
  awardsImport: {
    as: 'sn-clerk',
    base: async (w) => ({
      periodId: await period(w, 'planned'),
      fileId: await file(w),
      supplements: [{ productCode: 'N-4P7-01', packPrice: '1.00', unitsPerPack: '7', note: '补充' }],
      supplyAreaNote: '说明',
    }),
    ids: { periodId: ['procurement.agreement_period'], fileId: ['platform.file'] },
    rows: [
      {
        fault: 'state',
        words: 'a period in force',
        change: async (w) => ({ periodId: await period(w, 'in-force') }),
        code: 'WRONG_STATE',
      },
      {
        fault: 'missing',
        words: 'no figures for four rows',
        change: { supplements: [] },
        code: 'MISSING_PACK_PRICE',
        field: 'pack_price_yuan',
        row: 8,
      },
      {
        fault: 'duplicate',
        words: 'two supplements of one product',
        change: {
          supplements: [
            { productCode: 'N-4P7-01', packPrice: '1.00', note: '一' },
            { productCode: 'N-4P7-01', packPrice: '1.00', note: '二' },
          ],
        },
        code: 'DUPLICATE_LINE',
        field: 'supplements.productCode',
        row: 2,
      },
      {
        fault: 'rule',
        words: 'rows that do not name the area, without a note',
        change: { supplyAreaNote: null },
        code: 'NOT_SUPPLIED_HERE',
        field: 'supply_areas',
        row: 2,
      },
    ],
  },
  ratioTableSet: {
    as: 'sn-approval',
    base: {
      name: '比例',
      ordinary: ratios,
      antibiotic: ratios,
      legalBasis: '政策',
      validFrom: '2018-01-01',
      validTo: '2018-12-31',
    },
    ids: {},
    takes: ['validFrom'],
    rows: [
      {
        fault: 'range',
        words: 'three ratios',
        change: { ordinary: [1, 2, 3] },
        code: 'FOUR_RATIOS',
        field: 'ordinary',
      },
      {
        fault: 'range',
        words: 'five ratios',
        change: { antibiotic: [1, 2, 3, 4, 5] },
        code: 'FOUR_RATIOS',
        field: 'antibiotic',
      },
      {
        fault: 'range',
        words: 'an end before the beginning',
        change: { validTo: '2017-12-31' },
        code: 'ENDS_BEFORE_IT_BEGINS',
        field: 'validTo',
      },
      {
        fault: 'duplicate',
        words: 'a day another table has',
        change: { validFrom: '2020-01-01', validTo: '2020-12-31' },
        code: 'RATIO_TABLE_OVERLAPS',
      },
    ],
  },
  ratioTableEnd: {
    as: 'sn-approval',
    base: async (w) => ({ ratioTableId: await ratioTable(w), validTo: '2020-12-31' }),
    ids: { ratioTableId: ['procurement.ratio_table'] },
    takes: ['validTo'],
    rows: [
      { fault: 'range', words: 'an end before its beginning', change: { validTo: '2019-01-01' }, code: 'NOT_FOUND' },
    ],
  },
};
