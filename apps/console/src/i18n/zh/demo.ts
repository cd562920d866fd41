export const demo = {
  banner: '演示统筹区：数据为虚构或示意，不可用于办理业务。',
  businessDate: '业务日期',
  notes: '哪些是虚构的？',
  nextDay: '进入下一日',
  moving: '正在办理当日任务……',
} as const;
