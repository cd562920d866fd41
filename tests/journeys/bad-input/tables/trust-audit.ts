import type { Row, Tables } from '../case';
import type { World } from '../world';

const SN = '510900';
const CQ = '500000';
const WHY = { purpose: 'IDENTITY_CHECK', words: '核对参保身份' };
const PERSONS = 'care-person-identity-number';

const wordRows: readonly Row[] = [
  { fault: 'range', words: 'three signs', change: { words: '三个字' }, code: 'PURPOSE_WORDS_FORM', field: 'words' },
  {
    fault: 'range',
    words: 'more than 200 signs',
    change: { words: '长'.repeat(201) },
    code: 'PURPOSE_WORDS_FORM',
    field: 'words',
  },
  { fault: 'foreign', words: 'a kind nobody declared', change: { columnCode: 'person-key' }, code: 'NOT_FOUND' },
];

/** A wish of somebody of an area, asked through the API once and kept. */
const wish = async (w: World, login: string): Promise<string> => {
  const area = w.areaOf(login);
  const open = `SELECT id FROM platform.personal_export WHERE area = '${area}' ORDER BY id LIMIT 1`;
  const asked = await w.one(`SELECT count(*)::text FROM platform.personal_export WHERE area = '${area}'`);
  if (asked === '0') {
    const input = { ...WHY, columnCode: 'payee-account-number' };
    await (await w.as(login)).mutate('personalExportRequest', input);
  }
  return w.one(open);
};

/** One wish in each area, before anything is measured. */
const wishes = async (w: World): Promise<string> => {
  await wish(w, 'cq-clerk');
  return wish(w, 'sn-clerk');
};

export const trustAuditTables: Tables = {
  auditVerify: {
    as: 'sn-approval',
    base: { keptHeads: '' },
    ids: {},
    texts: { keptHeads: 'optional' },
    rows: [
      {
        fault: 'range',
        words: 'a head of 63 digits',
        change: { keptHeads: `510900 1 ${'a'.repeat(63)}` },
        code: 'KEPT_HEAD_FORM',
        field: 'keptHeads',
      },
      {
        fault: 'range',
        words: 'more lines than anybody keeps',
        change: { keptHeads: '\n'.repeat(100_001) },
        code: 'KEPT_HEADS_TOO_MANY',
        field: 'keptHeads',
      },
    ],
  },
  personalNumberShow: {
    as: 'cq-clerk',
    base: async (w) => ({ ...WHY, columnCode: PERSONS, rowId: await w.some(CQ, 'long_term_care.person') }),
    ids: { rowId: ['here-only'] },
    texts: { columnCode: 'looked-up' },
    rows: wordRows,
  },
  personalExportRequest: {
    as: 'sn-clerk',
    base: { ...WHY, columnCode: PERSONS },
    ids: {},
    texts: { columnCode: 'looked-up' },
    rows: wordRows,
  },
  personalExportApprove: {
    as: 'sn-approval',
    base: async (w) => ({ exportId: await wishes(w) }),
    ids: { exportId: ['platform.personal_export'] },
    rows: [],
  },
  personalExportRefuse: {
    as: 'sn-approval',
    base: async (w) => ({ exportId: await wishes(w), reason: '用途不足' }),
    ids: { exportId: ['platform.personal_export'] },
    rows: [{ fault: 'range', words: 'no reason', change: { reason: '' }, code: 'PURPOSE_WORDS_FORM', field: 'reason' }],
  },
  personalExportTake: {
    as: 'sn-clerk',
    base: async (w) => ({ exportId: await w.some(SN, 'platform.personal_export') }),
    ids: { exportId: ['platform.personal_export'] },
    rows: [{ fault: 'state', words: 'one that nobody agreed to', change: {}, code: 'WRONG_STATE' }],
  },
};
