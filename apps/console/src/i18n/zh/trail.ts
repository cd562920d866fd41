export const trail = {
  title: '审计轨迹',
  lead: '谁、何时、做了什么、为什么。只增不改，最新的在前。',
  at: '时间',
  businessDate: '业务日期',
  who: '操作人',
  system: '系统 · {{part}}',
  what: '事件',
  subject: '对象',
  states: '状态变化',
  reason: '原因',
  none: '还没有记录',
} as const;
