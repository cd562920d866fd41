export const approval = {
  title: '审核记录',
  none: '还没有进入审核',
  noneWords: '锁定后由初审、复核、审批三个不同的人依次办理。',
  round: '第 {{number}} 轮',
  made: '{{person}} 经办并锁定',
  steps: { FIRST_REVIEW: '初审', RECHECK: '复核', APPROVAL: '审批' },
  decided: { PASS: '{{step}}通过：{{person}}', RETURN: '{{step}}退回：{{person}}' },
  due: '等待办理',
  machine: '实际时间',
} as const;
