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

const exportOf = (w: World, area: string): Promise<string> => w.some(area, 'platform.personal_export');

/** A wish to take a list out in each area, which nobody has decided about. */
export const prepareTrustAudit = async (w: World): Promise<void> => {
  for (const login of ['sn-clerk', 'cq-clerk'])
    await (await w.as(login)).mutate('personalExportRequest', { ...WHY, columnCode: PERSONS });
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
    base: async (w) => ({ exportId: await exportOf(w, SN) }),
    ids: { exportId: ['platform.personal_export'] },
    rows: [],
  },
  personalExportRefuse: {
    as: 'sn-approval',
    base: async (w) => ({ exportId: await exportOf(w, SN), reason: '用途不足' }),
    ids: { exportId: ['platform.personal_export'] },
    rows: [{ fault: 'range', words: 'no reason', change: { reason: '' }, code: 'PURPOSE_WORDS_FORM', field: 'reason' }],
  },
  personalExportTake: {
    as: 'sn-clerk',
    base: async (w) => ({ exportId: await exportOf(w, SN) }),
    ids: { exportId: ['platform.personal_export'] },
    rows: [{ fault: 'state', words: 'one that nobody agreed to', change: {}, code: 'WRONG_STATE' }],
  },
};
