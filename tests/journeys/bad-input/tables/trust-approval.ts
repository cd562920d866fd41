import type { Row, Tables } from '../case';
import type { World } from '../world';

const SN = '510900';
const policy = (w: World, state: string): Promise<string> => w.some(SN, 'approval.policy', `state = '${state}'`);
const webhook = (w: World): Promise<string> => w.some(SN, 'notification.webhook');
const noticeOf = (w: World, login: string): Promise<string> =>
  w.one(
    `SELECT n.id FROM notification.notice n JOIN identity.person_user u ON u.id = n.recipient_id
     WHERE n.area = $1 AND u.login_name = $2 ORDER BY n.id LIMIT 1`,
    SN,
    login,
  );
const missingReason: Row = {
  fault: 'missing',
  words: 'a return without a reason',
  change: { reason: null },
  code: 'RETURN_REASON_MISSING',
  field: 'reason',
};
const band = { from: '0.00', firstReviewPeople: 1, recheckPeople: 1, approvalPeople: 1 };

/** Approval policies, batches taken back, notices and webhooks. */
export const trustApprovalTables: Tables = {
  approvalPolicyPropose: {
    as: 'sn-clerk',
    base: async (w) => ({
      policyId: await policy(w, 'proposed'),
      subjectType: 'payment-batch',
      validFrom: '2099-01-01',
      firstReviewDays: 2,
      recheckDays: 2,
      approvalDays: 2,
      bands: [band],
      freezes: [{ fromOn: '2099-12-28', toOn: '2099-12-31', reason: '年终结账' }],
      source: '市局〔2099〕1号',
    }),
    ids: { policyId: ['here-only'] },
    takes: ['freezes.fromOn', 'freezes.toOn'],
    rows: [
      { fault: 'state', words: 'one that is under approval', change: {}, code: 'WRONG_STATE' },
      {
        fault: 'rule',
        words: 'a step of nobody',
        change: { bands: [{ ...band, recheckPeople: 0 }] },
        code: 'POLICY_PEOPLE_RANGE',
        field: 'bands.recheckPeople',
        row: 1,
      },
      {
        fault: 'rule',
        words: 'bands that do not begin at nothing',
        change: { bands: [{ ...band, from: '1.00' }] },
        code: 'POLICY_BANDS_ORDER',
        field: 'bands.from',
        row: 1,
      },
      { fault: 'missing', words: 'no band', change: { bands: [] }, code: 'POLICY_BANDS_COUNT', field: 'bands' },
      {
        fault: 'range',
        words: 'from yesterday on',
        change: { validFrom: '2019-01-01' },
        code: 'POLICY_BACKDATED',
        field: 'validFrom',
      },
      {
        fault: 'rule',
        words: 'a freeze that ends before it begins',
        change: { freezes: [{ fromOn: '2099-12-31', toOn: '2099-12-28', reason: '结账' }] },
        code: 'POLICY_FREEZE_ORDER',
        field: 'freezes.toOn',
        row: 1,
      },
    ],
  },
  approvalPolicyReview: {
    as: 'sn-first',
    base: async (w) => ({ policyId: await policy(w, 'proposed'), decision: 'RETURN', reason: '请写明依据' }),
    ids: { policyId: ['here-only'] },
    rows: [
      missingReason,
      {
        fault: 'state',
        words: 'before its turn',
        as: 'sn-recheck',
        change: { decision: 'PASS' },
        code: 'STEP_NOT_DUE',
      },
      {
        fault: 'state',
        words: 'one that was taken back',
        change: async (w) => ({ policyId: await policy(w, 'returned') }),
        code: 'WRONG_STATE',
      },
    ],
  },
  approvalPolicyWithdraw: {
    as: 'sn-clerk',
    base: async (w) => ({ policyId: await policy(w, 'returned') }),
    ids: { policyId: ['here-only'] },
    rows: [{ fault: 'duplicate', words: 'a second time', change: {}, code: 'APPROVAL_NOT_OPEN' }],
  },
  batchWithdraw: {
    as: 'sn-clerk',
    base: async (w) => ({ batchId: await w.some(SN, 'settlement.batch', `state = 'settled'`) }),
    ids: { batchId: ['settlement.batch'] },
    rows: [
      { fault: 'state', words: 'a settled one', change: {}, code: 'WRONG_STATE' },
      {
        fault: 'state',
        words: 'one that somebody has decided on',
        change: async (w) => ({ batchId: await w.some(SN, 'settlement.batch', `state = 'in-review'`) }),
        code: 'WRONG_STATE',
      },
    ],
  },
  noticesMarkRead: {
    as: 'sn-clerk',
    base: async (w) => ({ noticeIds: [await noticeOf(w, 'sn-clerk')] }),
    ids: { noticeIds: ['notification.notice'] },
    rows: [
      {
        fault: 'foreign',
        words: 'what somebody else was told',
        change: async (w) => ({ noticeIds: [await noticeOf(w, 'sn-recheck')] }),
        code: 'NOT_FOUND',
      },
    ],
  },
  notificationSettingsSet: {
    as: 'sn-clerk',
    base: {
      mail: 'clerk@example.org',
      phone: '13800138000',
      choices: [{ kind: 'APPROVAL_WAITS', channel: 'MAIL', wanted: true }],
    },
    ids: {},
    rows: [
      {
        fault: 'rule',
        words: 'two addresses',
        change: { mail: 'a@b.cn, c@d.cn' },
        code: 'NOT_A_MAIL_ADDRESS',
        field: 'mail',
      },
      {
        fault: 'rule',
        words: 'a fixed line',
        change: { phone: '0825-2222222' },
        code: 'NOT_A_MOBILE_NUMBER',
        field: 'phone',
      },
    ],
  },
  webhookCreate: {
    as: 'sn-hospital',
    base: { url: 'https://hooks.example.org/huiji', kinds: ['REPORT_RETURNED'] },
    ids: {},
    rows: [
      {
        fault: 'rule',
        words: 'an address inside',
        change: { url: 'https://169.254.169.254/latest' },
        code: 'WEBHOOK_URL_PRIVATE',
        field: 'url',
      },
      {
        fault: 'rule',
        words: 'no web address',
        change: { url: 'ftp://a.cn/' },
        code: 'WEBHOOK_URL_NOT_HTTPS',
        field: 'url',
      },
      { fault: 'missing', words: 'no kind', change: { kinds: [] }, code: 'WEBHOOK_KINDS_MISSING', field: 'kinds' },
    ],
  },
  webhookSecretRenew: {
    as: 'sn-hospital',
    base: async (w) => ({ webhookId: await webhook(w) }),
    ids: { webhookId: ['here-only'] },
    rows: [
      { fault: 'foreign', words: "another hospital's", as: 'sn-hospital-2', change: {}, code: 'NOT_FOUND' },
      { fault: 'foreign', words: "a supplier's wish", as: 'sn-supplier', change: {}, code: 'NOT_FOUND' },
    ],
  },
  webhookStateSet: {
    as: 'sn-hospital',
    base: async (w) => ({ webhookId: await webhook(w), state: 'ACTIVE' }),
    ids: { webhookId: ['here-only'] },
    rows: [
      { fault: 'duplicate', words: 'one that is called already', change: {}, code: 'WRONG_STATE' },
      { fault: 'foreign', words: "another hospital's", as: 'sn-hospital-2', change: {}, code: 'NOT_FOUND' },
    ],
  },
};

/** What the tables need to be there: a policy under approval, one taken back, and a webhook. */
export const prepareTrustApproval = async (w: World): Promise<void> => {
  const clerk = await w.as('sn-clerk');
  const draft = {
    subjectType: 'payment-batch',
    firstReviewDays: 2,
    recheckDays: 2,
    approvalDays: 2,
    bands: [band],
    freezes: [],
    source: '市局〔2099〕1号',
  };
  await clerk.mutate('approvalPolicyPropose', { ...draft, validFrom: '2098-01-01' });
  const { id } = await clerk.mutate<{ id: string }>(
    'approvalPolicyPropose',
    { ...draft, validFrom: '2098-02-01' },
    '{ id }',
  );
  await clerk.mutate('approvalPolicyWithdraw', { policyId: id });
  const hospital = await w.as('sn-hospital');
  await hospital.mutate('webhookCreate', { url: 'https://hooks.example.org/huiji', kinds: ['REPORT_RETURNED'] });
};
