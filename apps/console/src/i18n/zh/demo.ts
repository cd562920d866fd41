export const demo = {
  banner: '演示统筹区：数据为虚构或示意，不可用于办理业务。',
  businessDate: '业务日期',
  notes: '哪些是虚构的？',
  nextDay: '进入下一日',
  further: '推进多日',
  furtherWords: '逐日推进，每一天的日程都会运行。',
  days: '天数',
  daysForm: '请填写 1 到 400 的整数。',
  moving: '正在办理当日任务……',
} as const;
