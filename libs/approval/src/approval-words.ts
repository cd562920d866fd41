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

const stateZh: Readonly<Record<string, string>> = {
  passed: '已通过',
  returned: '已退回',
  open: '审核中',
  withdrawn: '已撤回',
};

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
  APPROVAL_BEGUN: {
    zh: () => '已有人审核，不能再撤回',
    en: () => 'somebody has decided already: it cannot be taken back',
    mend: { zh: '请联系审核人员退回', en: 'ask a reviewer to send it back' },
  },
  APPROVAL_FROZEN: {
    zh: ({ until = '', reason = '' }) => `冻结期内不能审核通过（至 ${until}，${reason}）`,
    en: ({ until = '', reason = '' }) => `nothing passes until ${until}: ${reason}`,
    mend: { zh: '请在冻结期结束后办理，或退回', en: 'wait until the freeze is over, or send it back' },
  },
  POLICY_SUBJECT_UNKNOWN: {
    zh: () => '没有这类审核事项',
    en: () => 'no kind of subject is called so',
    mend: { zh: '请从列表中选择', en: 'choose one of the list' },
  },
  POLICY_BACKDATED: {
    zh: ({ today = '' }) => `生效日早于业务日期 ${today}`,
    en: ({ today = '' }) => `it would begin before today, ${today}`,
    mend: { zh: '请选择今天或以后的日期', en: 'choose today or a later day' },
  },
  POLICY_TOO_LATE: {
    zh: ({ from = '', today = '' }) => `生效日 ${from} 已过（今天 ${today}），不能再通过`,
    en: ({ from = '', today = '' }) => `its first day, ${from}, is over (today is ${today})`,
    mend: { zh: '请退回，改用新的生效日', en: 'send it back for another first day' },
  },
  POLICY_DAY_TAKEN: {
    zh: ({ from = '' }) => `自 ${from} 起已有另一版规则`,
    en: ({ from = '' }) => `another version begins on ${from} already`,
    mend: { zh: '请选择另一个生效日', en: 'choose another first day' },
  },
  POLICY_DAYS_RANGE: {
    zh: ({ most = '' }) => `办理时限须在 1 到 ${most} 个工作日之间`,
    en: ({ most = '' }) => `a step takes 1 to ${most} working days`,
    mend: { zh: '请修改时限', en: 'change the days' },
  },
  POLICY_BANDS_COUNT: {
    zh: ({ most = '' }) => `金额档须有 1 到 ${most} 档`,
    en: ({ most = '' }) => `there are 1 to ${most} bands`,
    mend: { zh: '请增减金额档', en: 'add or remove bands' },
  },
  POLICY_BANDS_ORDER: {
    zh: () => '金额档须从 0 开始，逐档递增',
    en: () => 'the bands begin at 0 and rise',
    mend: { zh: '请按金额从小到大填写', en: 'give them by rising amount' },
  },
  POLICY_PEOPLE_RANGE: {
    zh: ({ most = '' }) => `每个环节须有 1 到 ${most} 人`,
    en: ({ most = '' }) => `a step needs 1 to ${most} people`,
    mend: { zh: '请修改人数；环节不能取消', en: 'change the number; no step can be left out' },
  },
  POLICY_FREEZES_COUNT: {
    zh: ({ most = '' }) => `冻结期至多 ${most} 段`,
    en: ({ most = '' }) => `there are at most ${most} freezes`,
    mend: { zh: '请合并或删除', en: 'join or remove some' },
  },
  POLICY_FREEZE_ORDER: {
    zh: () => '冻结期的止日早于起日',
    en: () => 'the freeze ends before it begins',
    mend: { zh: '请核对起止日期', en: 'look at both days again' },
  },
  POLICY_FREEZE_TWICE: {
    zh: () => '同一天有两段冻结期开始',
    en: () => 'two freezes begin on one day',
    mend: { zh: '请合并为一段', en: 'make them one' },
  },
  POLICY_TEXT_LENGTH: {
    zh: ({ most = '' }) => `须填写 1 到 ${most} 个字符`,
    en: ({ most = '' }) => `this takes 1 to ${most} characters`,
    mend: { zh: '请填写或精简', en: 'write something, or less' },
  },
};
