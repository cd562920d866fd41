import type { Tables } from '../case';
import type { World } from '../world';
import { reviewTables } from './reporting-reviews';

const SN = '510900';
const campaign = (w: World, state: string): Promise<string> =>
  w.some(SN, 'procurement.reporting_campaign', `state = '${state}'`);
const openPeriod = (w: World): Promise<string> => w.some(SN, 'procurement.agreement_period', `state = 'planned'`);
const reportOf = async (w: World, login: string): Promise<string> =>
  w.some(
    SN,
    'procurement.volume_report',
    `hospital_id = '${await w.organisation(login)}' AND campaign_id = '${await campaign(w, 'open')}'`,
  );
const uploaded = (w: World, login: string): Promise<string> => w.some(SN, 'platform.file', `name = '${login}.csv'`);
const line = { variety: '阿托伐他汀钙片', product: '', quantity: '700', reason: '说明' };
const mine = async (w: World) => ({ reportId: await reportOf(w, 'sn-hospital') });
const edition = async (w: World): Promise<number> =>
  Number(await w.one('SELECT edition FROM procurement.volume_report WHERE id = $1', (await mine(w)).reportId));
const stale = {
  fault: 'state',
  words: 'an edition that nobody has',
  change: { expectedVersion: 99 },
  code: 'STALE_VERSION',
} as const;
const reportIds = { reportId: ['procurement.volume_report'] } as const;
const another = {
  fault: 'foreign',
  words: 'the report of another hospital',
  change: async (w: World) => ({ reportId: await reportOf(w, 'sn-hospital-4') }),
  code: 'NOT_FOUND',
} as const;
const plan = async (w: World) => ({
  periodId: await w.some(
    SN,
    'procurement.agreement_period',
    'NOT EXISTS (SELECT FROM procurement.reporting_campaign c WHERE c.period_id = t.id)',
  ),
  name: '报量',
  opensOn: '2020-07-01',
  closesOn: '2020-07-31',
  floor: 8000,
  hospitalIds: [await w.organisation('sn-hospital')],
  levels: [{ name: '初审', roles: ['agency-first-review'] }],
});

const campaignTables: Tables = {
  reportingCampaignPlan: {
    as: 'sn-clerk',
    base: plan,
    ids: { periodId: ['procurement.agreement_period'], hospitalIds: ['cq-hospital'] },
    takes: ['closesOn', 'opensOn'],
    rows: [
      {
        fault: 'range',
        words: 'an end before the beginning',
        change: { closesOn: '2020-06-30' },
        code: 'ENDS_BEFORE_IT_BEGINS',
        field: 'closesOn',
      },
      {
        fault: 'range',
        words: 'nine levels',
        change: { levels: Array(9).fill({ name: '审', roles: ['agency-recheck'] }) },
        code: 'LINE_COUNT',
        field: 'levels',
      },
      {
        fault: 'range',
        words: 'a level of nobody',
        change: { levels: [{ name: '审', roles: [] }] },
        code: 'NOT_A_REVIEW_ROLE',
        field: 'levels.roles',
        row: 1,
      },
      {
        fault: 'rule',
        words: 'a level of a hospital',
        change: {
          levels: [
            { name: '一', roles: ['agency-recheck'] },
            { name: '二', roles: ['hospital'] },
          ],
        },
        code: 'NOT_A_REVIEW_ROLE',
        field: 'levels.roles',
        row: 2,
      },
      {
        fault: 'foreign',
        words: 'a supplier as hospital',
        change: async (w) => ({ hospitalIds: [await w.organisation('sn-supplier')] }),
        code: 'NOT_FOUND',
      },
      {
        fault: 'duplicate',
        words: 'a period that has one',
        change: async (w) => ({ periodId: await openPeriod(w) }),
        code: 'CAMPAIGN_EXISTS',
      },
    ],
  },
  reportingCampaignOpen: {
    as: 'sn-clerk',
    base: async (w) => ({ campaignId: await campaign(w, 'closed') }),
    ids: { campaignId: ['procurement.reporting_campaign'] },
    rows: [
      { fault: 'state', words: 'a closed one', change: {}, code: 'WRONG_STATE' },
      {
        fault: 'duplicate',
        words: 'an open one',
        change: async (w) => ({ campaignId: await campaign(w, 'open') }),
        code: 'WRONG_STATE',
      },
    ],
  },
  reportingCampaignClose: {
    as: 'sn-clerk',
    base: async (w) => ({ campaignId: await campaign(w, 'closed') }),
    ids: { campaignId: ['procurement.reporting_campaign'] },
    rows: [{ fault: 'state', words: 'a closed one', change: {}, code: 'WRONG_STATE' }],
  },
  reportingCampaignReopen: {
    as: 'sn-clerk',
    base: async (w) => ({
      campaignId: await campaign(w, 'closed'),
      hospitalId: await w.organisation('sn-hospital'),
      until: '2020-07-31',
      reason: '补报',
    }),
    ids: { campaignId: ['procurement.reporting_campaign'], hospitalId: ['cq-hospital'] },
    takes: ['until'],
    rows: [
      { fault: 'range', words: 'yesterday', change: { until: '2020-06-30' }, code: 'DATE_HAS_PASSED', field: 'until' },
    ],
  },
};

const hospitalTables: Tables = {
  volumeReportTemplateMake: { as: 'sn-hospital', base: mine, ids: reportIds, rows: [another] },
  volumeReportUpload: {
    as: 'sn-hospital',
    base: async (w) => ({
      ...(await mine(w)),
      fileId: await uploaded(w, 'sn-hospital'),
      expectedVersion: await edition(w),
    }),
    ids: { ...reportIds, fileId: ['platform.file'] },
    rows: [
      another,
      stale,
      {
        fault: 'foreign',
        words: 'a file of the agency',
        change: async (w) => ({ fileId: await w.some(SN, 'platform.file', `name = 'awards-4-plus-7.csv'`) }),
        code: 'NOT_FOUND',
      },
      {
        fault: 'state',
        words: 'a report under review',
        as: 'sn-hospital-2',
        change: async (w) => ({
          reportId: await reportOf(w, 'sn-hospital-2'),
          fileId: await uploaded(w, 'sn-hospital-2'),
          expectedVersion: null,
        }),
        code: 'WRONG_STATE',
      },
    ],
  },
  volumeReportEnter: {
    as: 'sn-hospital',
    base: async (w) => ({ ...(await mine(w)), lines: [line], expectedVersion: await edition(w) }),
    ids: reportIds,
    texts: { 'lines.product': 'optional', 'lines.reason': 'optional' },
    rows: [
      another,
      stale,
      { fault: 'missing', words: 'no line', change: { lines: [] }, code: 'NO_LINES', field: 'lines' },
      {
        fault: 'missing',
        words: 'varieties of earlier use left out',
        change: {},
        code: 'VARIETY_NOT_REPORTED',
        field: 'lines',
      },
      {
        fault: 'missing',
        words: 'an empty quantity in row 2',
        change: { lines: [line, { ...line, variety: '瑞舒伐他汀钙片', quantity: '' }] },
        code: 'MISSING',
        field: 'lines.quantity',
        row: 2,
      },
      {
        fault: 'range',
        words: 'a negative quantity',
        change: { lines: [{ ...line, quantity: '-1' }] },
        code: 'NOT_A_QUANTITY',
        field: 'lines.quantity',
        row: 1,
      },
      {
        fault: 'range',
        words: 'more than a country needs',
        change: { lines: [{ ...line, quantity: '1000000000001' }] },
        code: 'QUANTITY_TOO_LARGE',
        field: 'lines.quantity',
        row: 1,
      },
      {
        fault: 'foreign',
        words: 'a brand of another variety',
        change: { lines: [{ ...line, product: 'N-4P7-02' }] },
        code: 'PRODUCT_NOT_OF_VARIETY',
        field: 'lines.product',
        row: 1,
      },
      {
        fault: 'duplicate',
        words: 'one variety twice',
        change: { lines: [line, line] },
        code: 'DUPLICATE_LINE',
        field: 'lines.variety',
        row: 2,
      },
      {
        fault: 'rule',
        words: 'below the floor without a reason',
        change: { lines: [{ ...line, quantity: '0', reason: '' }] },
        code: 'BELOW_FLOOR_WITHOUT_REASON',
        field: 'lines.reason',
        row: 1,
      },
      {
        fault: 'state',
        words: 'a report under review',
        as: 'sn-hospital-2',
        change: async (w) => ({ reportId: await reportOf(w, 'sn-hospital-2') }),
        code: 'WRONG_STATE',
      },
    ],
  },
  volumeReportSubmit: {
    as: 'sn-hospital',
    base: mine,
    ids: reportIds,
    rows: [
      another,
      { fault: 'missing', words: 'a report without lines', change: {}, code: 'REPORT_EMPTY' },
      {
        fault: 'duplicate',
        words: 'a report that was submitted',
        as: 'sn-hospital-2',
        change: async (w) => ({ reportId: await reportOf(w, 'sn-hospital-2') }),
        code: 'WRONG_STATE',
      },
    ],
  },
  volumeReportWithdraw: {
    as: 'sn-hospital',
    base: mine,
    ids: reportIds,
    rows: [another, { fault: 'state', words: 'a draft', change: {}, code: 'WRONG_STATE' }],
  },
};

export const reportingTables: Tables = { ...campaignTables, ...hospitalTables, ...reviewTables };
