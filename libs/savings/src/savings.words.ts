import type { RefusalWords } from '@huiji/platform';

type Facts = Readonly<Record<string, string>>;
const fact = (facts: Facts, name: string): string => facts[name] ?? '';

/** Words of the refusals and issues of retained savings. */
export const savingsWords: RefusalWords = {
  SCORE_OUT_OF_RANGE: {
    zh: (facts) => `考核得分不在 0–100 之内：${fact(facts, 'text')}`,
    en: (facts) => `the score is not within 0…100: ${fact(facts, 'text')}`,
    mend: { zh: '请填写 0 到 100，最多两位小数', en: 'write 0 to 100 with at most two decimals' },
  },
  SHARE_OUT_OF_RANGE: {
    zh: (facts) => `比例不在 0–100% 之内：${fact(facts, 'value')}`,
    en: (facts) => `the share is not within 0…100 %: ${fact(facts, 'value')}`,
    mend: { zh: '请核对分子和分母', en: 'check numerator and denominator' },
  },
  SAVINGS_TEXT_LENGTH: {
    zh: (facts) => `内容为空或超过 ${fact(facts, 'most')} 字`,
    en: (facts) => `blank, or longer than ${fact(facts, 'most')} characters`,
    mend: { zh: '请补充或精简内容', en: 'write it, or make it shorter' },
  },
  SAVINGS_PERIOD_BACKWARDS: {
    zh: () => '失效日期早于生效日期',
    en: () => 'the last day of validity is before the first',
    mend: { zh: '请核对有效期', en: 'check the period of validity' },
  },
  CAP_ABOVE_HALF: {
    zh: () => '留用比例上限超过 50%',
    en: () => 'the cap of the retention ratio is above 50 %',
    mend: { zh: '上限不得超过 50%', en: 'set a cap of at most 50 %' },
  },
  ANSWER_DAYS_OUT_OF_RANGE: {
    zh: (facts) => `答复工作日不在 ${fact(facts, 'least')}–${fact(facts, 'most')} 之内`,
    en: (facts) => `working days to answer are not within ${fact(facts, 'least')}…${fact(facts, 'most')}`,
    mend: { zh: '请填写合理的工作日数', en: 'write a number of working days within the range' },
  },
  BAND_EMPTY: {
    zh: () => '某一分数档没有分数',
    en: () => 'a band of scores holds no score',
    mend: { zh: '分数档的下限必须小于上限', en: 'the start of a band is below its end' },
  },
  BAND_OUT_OF_RANGE: {
    zh: () => '分数档超出 0–100 分',
    en: () => 'a band of scores leaves 0…100',
    mend: { zh: '分数档须在 0–100 分之内', en: 'keep every band within 0…100' },
  },
  BAND_GAP: {
    zh: () => '分数档之间有空缺',
    en: () => 'the bands leave scores without a ratio',
    mend: { zh: '分数档须首尾相接覆盖 0–100', en: 'let the bands cover 0…100 end to end' },
  },
  BAND_OVERLAP: {
    zh: () => '分数档重叠',
    en: () => 'two bands hold the same score',
    mend: { zh: '分数档为左闭右开，请去除重叠', en: 'bands are half open; remove the overlap' },
  },
  BAND_ABOVE_CAP: {
    zh: () => '分数档的留用比例超过上限',
    en: () => 'the ratio of a band is above the cap',
    mend: { zh: '请降低该档比例', en: 'lower the ratio of that band' },
  },
  BANDS_UNUSED: {
    zh: () => '线性比例不使用分数档',
    en: () => 'a linear ratio has no bands',
    mend: { zh: '请删除分数档，或改为分档', en: 'remove the bands, or choose bands' },
  },
  PRICE_BEFORE_NOT_POSITIVE: {
    zh: () => '带量采购前加权价必须大于零',
    en: () => 'the weighted price before is not above zero',
    mend: { zh: '请填写采购前金额和数量', en: 'write the amount and the quantity from before' },
  },
  AGREEMENT_YEAR_NOT_OVER: {
    zh: (facts) => `协议年度到 ${fact(facts, 'to')} 才结束（业务日期 ${fact(facts, 'today')}）`,
    en: (facts) => `the agreement year ends on ${fact(facts, 'to')} (business date ${fact(facts, 'today')})`,
    mend: { zh: '请在协议年度结束后再核算', en: 'come back when the agreement year is over' },
  },
  POLICY_OVERLAP: {
    zh: (facts) => `同一批次在 ${fact(facts, 'from')} 至 ${fact(facts, 'to')} 已有生效政策`,
    en: (facts) => `another policy is in force for the round on a day of ${fact(facts, 'from')}…${fact(facts, 'to')}`,
    mend: { zh: '请调整有效期', en: 'change the period of validity' },
  },
  POLICY_BY_SAME_PERSON: {
    zh: () => '起草人不能自己确认政策',
    en: () => 'who wrote a policy cannot put it in force',
    mend: { zh: '请由另一人确认', en: 'let another person confirm it' },
  },
  POLICY_MISSING: {
    zh: (facts) => `${fact(facts, 'on')} 没有生效的结余留用政策`,
    en: (facts) => `no policy of retained savings is in force on ${fact(facts, 'on')}`,
    mend: { zh: '请先录入并确认政策', en: 'write a policy and have it put in force' },
  },
  INPUT_MISSING: {
    zh: (facts) => `缺少 ${fact(facts, 'count')} 项基础数据，不能核算`,
    en: (facts) => `${fact(facts, 'count')} inputs are missing; nothing was calculated`,
    mend: { zh: '请按清单补齐', en: 'enter what is listed' },
  },
  BASELINE_MISSING: {
    zh: (facts) => `缺少基线：${fact(facts, 'hospital')} · ${fact(facts, 'variety')}`,
    en: (facts) => `no baseline: ${fact(facts, 'hospital')} · ${fact(facts, 'variety')}`,
    mend: {
      zh: '请录入采购前加权价、基金支付比例和参保人占比及其来源',
      en: 'enter price before, fund share and insured share with their sources',
    },
  },
  SCORE_MISSING: {
    zh: (facts) => `缺少考核得分：${fact(facts, 'hospital')}`,
    en: (facts) => `no score: ${fact(facts, 'hospital')}`,
    mend: { zh: '请录入考核得分及其来源', en: 'enter the score with its source' },
  },
  NOTHING_TO_CALCULATE: {
    zh: () => '没有需要核算的医疗机构',
    en: () => 'no hospital is left to calculate',
    mend: { zh: '请先归集年度数据；已确认的清单不再重算', en: 'carry the volumes over first; confirmed sheets stay' },
  },
  OBJECTION_UNANSWERED: {
    zh: (facts) => `有 ${fact(facts, 'count')} 份清单的异议尚未答复，不能重新核算`,
    en: (facts) => `objections to ${fact(facts, 'count')} sheets are not answered; nothing was calculated`,
    mend: { zh: '请先答复异议', en: 'answer the objections first' },
  },
  NOTHING_CHANGED: {
    zh: () => '基础数据与上次核算相同，清单没有变化',
    en: () => 'the inputs are those of the last calculation; no sheet would change',
    mend: { zh: '请先更正数据，再重新核算', en: 'correct the inputs first, then calculate again' },
  },
  SHEET_ANSWER_TOO_LATE: {
    zh: (facts) => `答复期已于 ${fact(facts, 'until')} 结束`,
    en: (facts) => `the last day to answer was ${fact(facts, 'until')}`,
    mend: { zh: '请联系经办机构', en: 'speak to the agency' },
  },
};
