import type { RefusalWords } from '@huiji/platform';

const fact = (facts: Readonly<Record<string, string>>, name: string): string => facts[name] ?? '';

const stops: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'hospital-stay': ['住院', 'a stay in hospital'],
  death: ['死亡', 'a death'],
  'moved-away': ['迁出统筹区', 'a move'],
};
const modes: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  institution: ['机构集中护理', 'in an institution'],
  'home-visits': ['机构上门护理', 'visits at home'],
  'home-personal': ['居家个人护理', 'personal care at home'],
  combined: ['居家组合', 'combined at home'],
};
const wordOf = (table: typeof stops, key: string, language: 0 | 1): string => table[key]?.[language] ?? key;

/** Benefit packs, modes, stops, monthly runs. */
export const careWords = {
  NO_BENEFIT_PACK: {
    zh: (facts) => `${fact(facts, 'date')} 没有生效的待遇标准`,
    en: (facts) => `no benefit pack is in force on ${fact(facts, 'date')}`,
    mend: { zh: '请先登记该日期的待遇标准', en: 'adopt a benefit pack for that day first' },
  },
  PACK_RATES_MISSING: {
    zh: () => '待遇标准没有任何日标准',
    en: () => 'the pack has no rate',
    mend: { zh: '请至少填写一条日标准', en: 'write at least one rate' },
  },
  PACK_SOURCE_MISSING: {
    zh: () => '没有写明依据文件',
    en: () => 'the document it rests on is missing',
    mend: { zh: '请写明文号', en: 'name the document' },
  },
  BENEFIT_PACK_OVERLAPS: {
    zh: (facts) => `自 ${fact(facts, 'validFrom')} 起已有其他待遇标准`,
    en: (facts) => `another pack shares days from ${fact(facts, 'validFrom')} on`,
    mend: { zh: '请调整起止日期', en: 'choose days that are free' },
  },
  CARE_PERSON_TWICE: {
    zh: () => '同一参保人出现两次',
    en: () => 'the same person is named twice',
    mend: { zh: '请删去重复的一行', en: 'name the person once' },
  },
  NO_ENTITLEMENT: {
    zh: () => '该日期没有有效的确认等级',
    en: () => 'no confirmed grade runs on that day',
    mend: { zh: '等级确认后才能选择护理方式', en: 'a mode is chosen once a grade is confirmed' },
  },
  MODE_OVERLAPS: {
    zh: () => '该日期或之后已有护理方式',
    en: () => 'a mode begins on that day or later',
    mend: { zh: '请选择更晚的起始日', en: 'choose a later first day' },
  },
  CARE_MONTH_CLOSED: {
    zh: (facts) => `该月已支付，最早可从 ${fact(facts, 'openFrom')} 起变更`,
    en: (facts) => `that month is paid; ${fact(facts, 'openFrom')} is the first that is open`,
    mend: { zh: '请选择未支付的月份', en: 'choose a day in an open month' },
  },
  MODE_NOT_PAID: {
    zh: (facts) => `待遇标准中没有该等级的这种护理方式（${wordOf(modes, fact(facts, 'mode'), 0)}）`,
    en: (facts) => `the pack has no rate for this grade and mode (${wordOf(modes, fact(facts, 'mode'), 1)})`,
    mend: { zh: '请选择待遇标准中的护理方式', en: 'choose a mode the pack pays' },
  },
  CARE_PROVIDER_MISSING: {
    zh: () => '该护理方式由机构提供，没有登记机构',
    en: () => 'this mode is given by an institution, and none is named',
    mend: { zh: '请选择服务机构', en: 'name the institution' },
  },
  CARE_DATES_REVERSED: {
    zh: () => '终止日早于起始日',
    en: () => 'the last day is before the first',
    mend: { zh: '请核对两个日期', en: 'check both days' },
  },
  END_NOT_ALLOWED: {
    zh: () => '只有住院有终止日',
    en: () => 'only a stay in hospital has an end',
    mend: { zh: '请留空终止日', en: 'leave the last day out' },
  },
  STOP_KNOWN: {
    zh: (facts) => `已有相同或重叠的记录（${wordOf(stops, fact(facts, 'kind'), 0)}，${fact(facts, 'startsOn')}）`,
    en: (facts) =>
      `it is known already, or shares a day with a known one (${wordOf(stops, fact(facts, 'kind'), 1)}, ${fact(facts, 'startsOn')})`,
    mend: { zh: '请核对已登记的事件', en: 'look at what is recorded' },
  },
  CARE_MONTH_NOT_OVER: {
    zh: (facts) => `${fact(facts, 'month')} 还没有结束（最后一天 ${fact(facts, 'lastDay')}）`,
    en: (facts) => `${fact(facts, 'month')} is not over; its last day is ${fact(facts, 'lastDay')}`,
    mend: { zh: '请在该月结束后生成', en: 'run it when the month is over' },
  },
  SUBSIDY_RUN_IN_PROGRESS: {
    zh: (facts) => `${fact(facts, 'month')} 的补贴正在由他人生成`,
    en: (facts) => `another run over ${fact(facts, 'month')} is being made at this moment`,
    mend: { zh: '请稍后刷新', en: 'read again in a moment' },
  },
  SUBSIDY_FACTS_CHANGED: {
    zh: (facts) => `计算之后有 ${fact(facts, 'count')} 人的待遇日历发生变化：${fact(facts, 'people')}`,
    en: (facts) =>
      `since the run was computed the days of ${fact(facts, 'count')} people have changed: ${fact(facts, 'people')}`,
    mend: { zh: '请作废本批次后重新生成', en: 'discard this run and make a new one' },
  },
  NO_SUBSIDY_TO_PAY: {
    zh: (facts) => `${fact(facts, 'month')} 没有待支付的人员，已支付的不会重复支付`,
    en: (facts) => `nobody is left to be paid for ${fact(facts, 'month')}; nobody is paid twice`,
    mend: { zh: '请查看该月已有批次', en: 'look at the runs of that month' },
  },
} as const satisfies RefusalWords;
