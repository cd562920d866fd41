import type { RefusalWords } from '@huiji/platform';

/** A part in Chinese. */
export const partZh: Readonly<Record<string, string>> = {
  clerk: '经办',
  'account-editor': '收款账户维护',
  'first-review': '初审',
  recheck: '复核',
  approval: '审批',
};

/** A part in English. */
export const partEn: Readonly<Record<string, string>> = {
  clerk: 'clerk',
  'account-editor': 'editor of a payee account',
  'first-review': 'first review',
  recheck: 're-check',
  approval: 'approval',
};

const stateZh: Readonly<Record<string, string>> = { passed: '已通过', returned: '已退回', open: '审核中' };

/** What the refusals of approvals say. */
export const approvalWords: RefusalWords = {
  SAME_PERSON: {
    zh: ({ part = '', wanted = '' }) =>
      part === wanted
        ? `同一人不能在「${partZh[part] ?? part}」环节重复审核`
        : `已担任「${partZh[part] ?? part}」的人员不能再担任「${partZh[wanted] ?? wanted}」`,
    en: ({ part = '', wanted = '' }) =>
      part === wanted
        ? `the same person has decided at this step already (${partEn[part] ?? part})`
        : `one person, one part: already ${partEn[part] ?? part}, cannot be ${partEn[wanted] ?? wanted} too`,
    mend: { zh: '请由另一位工作人员办理', en: 'let somebody else do it' },
  },
  STEP_NOT_DUE: {
    zh: ({ due = '', step = '' }) => `现在应由「${partZh[due] ?? due}」办理，还没有轮到「${partZh[step] ?? step}」`,
    en: ({ due = '', step = '' }) => `${partEn[due] ?? due} comes now, not ${partEn[step] ?? step}`,
    mend: { zh: '请等待前一环节完成', en: 'wait for the step that is due' },
  },
  APPROVAL_NOT_OPEN: {
    zh: ({ state = '' }) => `审核已结束（${stateZh[state] ?? state}）`,
    en: ({ state = '' }) => `the approval has ended: ${state}`,
    mend: { zh: '请刷新后查看结果', en: 'read it again and see the outcome' },
  },
  APPROVAL_LIVE: {
    zh: () => '已在审核中或已通过审核',
    en: () => 'it is under approval or approved already',
    mend: { zh: '请刷新后查看进度', en: 'read it again and see where it stands' },
  },
  RETURN_REASON_MISSING: {
    zh: () => '没有填写退回原因',
    en: () => 'the reason is missing',
    mend: { zh: '请写明退回原因', en: 'say why it goes back' },
  },
  RETURN_REASON_TOO_LONG: {
    zh: ({ most = '' }) => `原因超过 ${most} 个字符`,
    en: ({ most = '' }) => `the reason is longer than ${most} characters`,
    mend: { zh: '请精简原因', en: 'say it in fewer words' },
  },
};
