import { savingsPolicy } from '../../support/savings-policy';
import type { Tables } from '../case';
import type { World } from '../world';

const CQ = '500000';
const year = (w: World): Promise<string> => w.some(CQ, 'savings.closed_year');
const round = (w: World): Promise<string> => w.some(CQ, 'procurement.round');
const sheet = (w: World, state: string): Promise<string> => w.some(CQ, 'savings.sheet', `state = '${state}'`);
const policy = (w: World): Promise<string> => w.some(CQ, 'savings.policy');
const share = { numerator: '65', denominator: '100', source: '来源' };
const bands = savingsPolicy.bands;

const inputTables: Tables = {
  savingsYearTakeUp: {
    as: 'cq-clerk',
    base: async (w) => ({ roundId: await round(w), agreementYear: 4 }),
    ids: { roundId: ['procurement.round'] },
    rows: [
      { fault: 'range', words: 'a fourth year of three', change: {}, code: 'NOT_FOUND' },
      { fault: 'range', words: 'year zero', change: { agreementYear: 0 }, code: 'NOT_FOUND' },
      {
        fault: 'rule',
        words: 'a year that is not over',
        change: { agreementYear: 3 },
        code: 'AGREEMENT_YEAR_NOT_OVER',
      },
    ],
  },
  savingsBaselineSet: {
    as: 'cq-clerk',
    base: async (w) => ({
      yearId: await year(w),
      hospitalId: await w.organisation('cq-hospital'),
      varietyId: await w.one('SELECT variety_id FROM savings.year_volume WHERE area = $1 ORDER BY 1 LIMIT 1', CQ),
      priceBefore: { amount: '10.00', quantity: '7', source: '来源' },
      fundShare: share,
      insuredShare: share,
      expectedVersion: 1,
    }),
    takes: ['fundShare.denominator', 'insuredShare.denominator', 'priceBefore.amount', 'priceBefore.quantity'],
    ids: {
      yearId: ['here-only'],
      hospitalId: ['sn-hospital'],
      varietyId: ['catalogue'],
    },
    rows: [
      { fault: 'state', words: 'a version that nobody has', change: { expectedVersion: 99 }, code: 'STALE_VERSION' },
      {
        fault: 'range',
        words: 'more than the whole',
        change: { fundShare: { ...share, numerator: '101' } },
        code: 'SHARE_OUT_OF_RANGE',
        field: 'fundShare',
      },
      {
        fault: 'range',
        words: 'a part of nothing',
        change: { insuredShare: { ...share, denominator: '0' } },
        code: 'SHARE_OUT_OF_RANGE',
        field: 'insuredShare',
      },
      {
        fault: 'range',
        words: 'a price of nothing',
        change: { priceBefore: { amount: '0.00', quantity: '7', source: '来源' } },
        code: 'PRICE_BEFORE_NOT_POSITIVE',
        field: 'priceBefore',
      },
      {
        fault: 'range',
        words: 'a price for no units',
        change: { priceBefore: { amount: '1.00', quantity: '0', source: '来源' } },
        code: 'PRICE_BEFORE_NOT_POSITIVE',
        field: 'priceBefore',
      },
    ],
  },
  savingsScoreSet: {
    as: 'cq-clerk',
    base: async (w) => ({
      yearId: await year(w),
      hospitalId: await w.organisation('cq-hospital'),
      score: '80',
      source: '考核表',
      veto: '否决',
      expectedVersion: 1,
    }),
    ids: { yearId: ['here-only'], hospitalId: ['sn-hospital'] },
    rows: [
      { fault: 'state', words: 'a version that nobody has', change: { expectedVersion: 99 }, code: 'STALE_VERSION' },
      {
        fault: 'range',
        words: 'more than 100',
        change: { score: '100.01' },
        code: 'SCORE_OUT_OF_RANGE',
        field: 'score',
      },
      { fault: 'range', words: 'below 0', change: { score: '-1' }, code: 'SCORE_OUT_OF_RANGE', field: 'score' },
      {
        fault: 'range',
        words: 'three decimals',
        change: { score: '1.234' },
        code: 'SCORE_OUT_OF_RANGE',
        field: 'score',
      },
    ],
  },
};

const policyTables: Tables = {
  savingsPolicyDraft: {
    as: 'cq-clerk',
    base: async (w) => ({ ...savingsPolicy, roundId: await round(w) }),
    ids: { roundId: ['procurement.round'] },
    takes: ['validFrom', 'validTo'],
    rows: [
      {
        fault: 'range',
        words: 'an end before the beginning',
        change: { validTo: '2019-01-01' },
        code: 'SAVINGS_PERIOD_BACKWARDS',
        field: 'validTo',
      },
      { fault: 'range', words: 'a cap above half', change: { cap: 5001 }, code: 'CAP_ABOVE_HALF', field: 'cap' },
      {
        fault: 'range',
        words: '61 working days',
        change: { answerWorkingDays: 61 },
        code: 'ANSWER_DAYS_OUT_OF_RANGE',
        field: 'answerWorkingDays',
      },
      {
        fault: 'missing',
        words: 'a gap below 60',
        change: { bands: bands.slice(0, 3) },
        code: 'BAND_GAP',
        field: 'bands',
      },
      {
        fault: 'rule',
        words: 'a band above the cap',
        change: { cap: 4000 },
        code: 'BAND_ABOVE_CAP',
        field: 'bands',
        row: 1,
      },
      {
        fault: 'rule',
        words: 'bands of a line',
        change: { ratioKind: 'LINEAR' },
        code: 'BANDS_UNUSED',
        field: 'bands',
      },
    ],
  },
  savingsPolicyPutInForce: {
    as: 'cq-first',
    base: async (w) => ({ policyId: await policy(w) }),
    ids: { policyId: ['savings.policy'] },
    rows: [{ fault: 'duplicate', words: 'one in force', change: {}, code: 'WRONG_STATE' }],
  },
  savingsRunCreate: {
    as: 'cq-clerk',
    base: async (w) => ({ yearId: await year(w) }),
    ids: { yearId: ['here-only'] },
    rows: [
      {
        fault: 'missing',
        words: 'a year without baselines and scores',
        change: async (w) => ({ yearId: await w.some(CQ, 'savings.closed_year', 'agreement_year = 2') }),
        code: 'INPUT_MISSING',
      },
      {
        fault: 'rule',
        words: 'a year of which an objection waits for its answer',
        change: async (w) => ({ yearId: await w.some(CQ, 'savings.closed_year', 'agreement_year = 1') }),
        code: 'OBJECTION_UNANSWERED',
      },
    ],
  },
  savingsRunHandOver: {
    as: 'cq-clerk',
    base: async (w) => ({ runId: await w.some(CQ, 'savings.run') }),
    ids: { runId: ['here-only'] },
    rows: [{ fault: 'duplicate', words: 'a second time', change: {}, code: 'NO_CONFIRMED_SHEET' }],
  },
};

const sheetIds = { sheetId: ['here-only'] } as const;

const sheetTables: Tables = {
  savingsSheetConfirm: {
    as: 'cq-hospital-2',
    base: async (w) => ({
      sheetId: await w.some(CQ, 'savings.sheet', `hospital_id = '${await w.organisation('cq-hospital-2')}'`),
    }),
    ids: sheetIds,
    rows: [
      { fault: 'state', words: 'one that was paid', change: {}, code: 'WRONG_STATE' },
      {
        fault: 'foreign',
        words: 'the sheet of another hospital',
        change: async (w) => ({ sheetId: await sheet(w, 'open') }),
        code: 'NOT_FOUND',
      },
    ],
  },
  savingsSheetObject: {
    as: 'cq-hospital-2',
    base: async (w) => ({
      sheetId: await w.some(CQ, 'savings.sheet', `hospital_id = '${await w.organisation('cq-hospital-2')}'`),
      objection: '金额不符',
    }),
    ids: sheetIds,
    rows: [
      { fault: 'state', words: 'one that was paid', change: {}, code: 'WRONG_STATE' },
      {
        fault: 'duplicate',
        words: 'a second objection',
        as: 'cq-hospital-5',
        change: async (w) => ({ sheetId: await sheet(w, 'objected') }),
        code: 'WRONG_STATE',
      },
      {
        fault: 'foreign',
        words: 'the sheet of another hospital',
        change: async (w) => ({ sheetId: await sheet(w, 'open') }),
        code: 'NOT_FOUND',
      },
    ],
  },
  savingsSheetAnswer: {
    as: 'cq-clerk',
    base: async (w) => ({ sheetId: await sheet(w, 'open'), reason: '已核' }),
    ids: sheetIds,
    rows: [{ fault: 'state', words: 'a sheet without an objection', change: {}, code: 'WRONG_STATE' }],
  },
};

export const savingsTables: Tables = { ...inputTables, ...policyTables, ...sheetTables };
