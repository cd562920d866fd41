import type { RefusalWords } from '@huiji/platform';

const fact = (facts: Readonly<Record<string, string>>, name: string): string => facts[name] ?? '';

/** What ties an assessor to the person (利害关系). */
const conflictWords: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>> = {
  zh: { kin: '近亲属', carer: '护理人员', 'care-provider': '护理机构工作人员', 'assessed-before': '曾评估过本人' },
  en: {
    kin: 'kin',
    carer: 'carer',
    'care-provider': 'staff of the care provider',
    'assessed-before': 'assessed before',
  },
};

/** Applications, assessors, answers, conclusions, publicity. */
export const assessmentWords = {
  APPLICANT_NAME_MISSING: {
    zh: () => '姓名没有填写',
    en: () => 'the name is missing',
    mend: { zh: '请填写身份证上的姓名', en: 'write the name as on the identity card' },
  },
  CARE_TEXT_TOO_LONG: {
    zh: (facts) => `超过 ${fact(facts, 'max')} 个字`,
    en: (facts) => `longer than ${fact(facts, 'max')} characters`,
    mend: { zh: '请缩短后再提交', en: 'shorten it' },
  },
  STREET_MISSING: {
    zh: () => '住址没有填写',
    en: () => 'the place of living is missing',
    mend: { zh: '请填写到街道或乡镇', en: 'write at least the street or town' },
  },
  GRADE_OUT_OF_RANGE: {
    zh: (facts) => `申报等级 ${fact(facts, 'grade')} 不在 0 到 5 之间`,
    en: (facts) => `the claimed grade ${fact(facts, 'grade')} is not within 0 to 5`,
    mend: { zh: '请填写 0 到 5 的整数', en: 'write a whole number from 0 to 5' },
  },
  CARE_DATE_IN_FUTURE: {
    zh: () => '日期在今天之后',
    en: () => 'the day is after today',
    mend: { zh: '请填写今天或以前的日期', en: 'write today or an earlier day' },
  },
  DISABLED_TOO_SHORT: {
    zh: (facts) => `失能自 ${fact(facts, 'since')} 起，不足六个月`,
    en: (facts) => `disabled since ${fact(facts, 'since')}: less than six months`,
    mend: { zh: '满六个月后再申请', en: 'apply once it has lasted six months' },
  },
  RECORD_MISSING: {
    zh: () => '没有病历资料',
    en: () => 'the treatment record is missing',
    mend: { zh: '请填写诊断和就诊记录', en: 'write the diagnosis and where it was treated' },
  },
  NOT_INSURED: {
    zh: () => '申请人未参加长期护理保险',
    en: () => 'the applicant is not insured for long-term care',
    mend: { zh: '请先核对参保信息', en: 'check the insurance record first' },
  },
  GUARDIAN_INCOMPLETE: {
    zh: () => '监护人姓名和关系要一并填写',
    en: () => 'a guardian has a name and a relation',
    mend: { zh: '请补全，或不填监护人', en: 'write both, or leave the guardian out' },
  },
  IDENTITY_TWICE: {
    zh: () => '同一证件号码在名单中出现两次',
    en: () => 'the same identity number stands twice in the list',
    mend: { zh: '请删去重复的一行', en: 'take one of the rows out' },
  },
  NAME_DIFFERS: {
    zh: () => '姓名与该证件号码已登记的姓名不同',
    en: () => 'the name is not the one known for this identity number',
    mend: { zh: '请核对姓名和证件号码', en: 'check the name and the number' },
  },
  OPEN_APPLICATION_EXISTS: {
    zh: () => '该参保人已有未办结的申请',
    en: () => 'this person has an open application',
    mend: { zh: '请等待办结，或先退回原申请', en: 'wait for its result, or return it first' },
  },
  CARE_REASON_MISSING: {
    zh: () => '没有填写原因',
    en: () => 'the reason is missing',
    mend: { zh: '请写明原因，申请人会看到', en: 'write the reason; the applicant reads it' },
  },
  ASSESSORS_NOT_FIT: {
    zh: () => '所选评估人员不符合要求',
    en: () => 'these assessors may not make this visit',
    mend: { zh: '请按下列问题更换评估人员', en: 'choose other assessors; the faults are named below' },
  },
  TWO_ASSESSORS_NEEDED: {
    zh: (facts) => `需要两名评估人员，现有 ${fact(facts, 'count')} 名`,
    en: (facts) => `two assessors visit; ${fact(facts, 'count')} named`,
    mend: { zh: '请选择两名评估人员', en: 'name two' },
  },
  SAME_ASSESSOR: {
    zh: () => '两名评估人员是同一个人',
    en: () => 'both assessors are one person',
    mend: { zh: '请更换其中一名', en: 'name another for one of them' },
  },
  NO_EXPERT: {
    zh: () => '至少要有一名评估专家',
    en: () => 'at least one of the two is an assessment expert',
    mend: { zh: '请至少选择一名评估专家', en: 'name an expert' },
  },
  CERTIFICATE_EXPIRED: {
    zh: (facts) => `评估证书已于 ${fact(facts, 'expiredOn')} 到期`,
    en: (facts) => `the certificate ended on ${fact(facts, 'expiredOn')}`,
    mend: { zh: '请更换证书有效的评估人员', en: 'name somebody whose certificate is valid on that day' },
  },
  ASSESSOR_IN_CONFLICT: {
    zh: (facts) => `与被评估人有利害关系（${conflictWords.zh[fact(facts, 'reason')] ?? ''}）`,
    en: (facts) => `tied to the person (${conflictWords.en[fact(facts, 'reason')] ?? ''})`,
    mend: { zh: '请更换无利害关系的评估人员', en: 'name somebody without such a tie' },
  },
  ASSESSOR_ENROLLED: {
    zh: () => '该用户已在评估员名册中',
    en: () => 'this user is on the roster already',
    mend: { zh: '请查看名册', en: 'look at the roster' },
  },
  VISIT_BEFORE_APPLICATION: {
    zh: () => '上门日期早于申请日期',
    en: () => 'the visit is before the application',
    mend: { zh: '请填写申请当日或以后的日期', en: 'choose the day of the application or a later one' },
  },
  PLACE_MISSING: {
    zh: () => '上门地点没有填写',
    en: () => 'the place of the visit is missing',
    mend: { zh: '请填写上门地点', en: 'write where the visit is' },
  },
  VISIT_ASSIGNED: {
    zh: () => '该申请已派单',
    en: () => 'this application has its visit already',
    mend: { zh: '请刷新后查看', en: 'read it again' },
  },
  VISIT_NOT_YET: {
    zh: (facts) => `上门日期是 ${fact(facts, 'visitOn')}，还没有到`,
    en: (facts) => `the visit is on ${fact(facts, 'visitOn')}, which has not come`,
    mend: { zh: '请在上门当日或以后提交', en: 'submit on the day of the visit or later' },
  },
  ANSWER_MISSING: {
    zh: (facts) => `“${fact(facts, 'itemZh')}”没有作答`,
    en: (facts) => `"${fact(facts, 'itemEn')}" is not answered`,
    mend: {
      zh: '请为每一项选择一个答案；空白不等于 0 分',
      en: 'choose an answer for every item; a blank is not a zero',
    },
  },
  ANSWER_TWICE: {
    zh: () => '同一项作答了两次',
    en: () => 'this item is answered twice',
    mend: { zh: '请只保留一个答案', en: 'keep one answer' },
  },
  SCORE_NOT_AN_OPTION: {
    zh: (facts) => `“${fact(facts, 'itemZh')}”没有 ${fact(facts, 'score')} 分这一项，可选：${fact(facts, 'allowed')}`,
    en: (facts) =>
      `"${fact(facts, 'itemEn')}" has no answer of ${fact(facts, 'score')} points; it has ${fact(facts, 'allowed')}`,
    mend: { zh: '请从该项的选项中选择', en: "choose one of the item's answers" },
  },
  UNKNOWN_ITEM: {
    zh: () => '评估标准中没有这一项',
    en: () => 'the instrument does not ask this',
    mend: { zh: '请删去该项', en: 'take it out' },
  },
  GUARDIAN_PRESENCE_MISSING: {
    zh: () => '没有说明监护人或家属是否在场',
    en: () => 'whether guardian or family was there is not said',
    mend: { zh: '请选择在场或不在场', en: 'say yes or no' },
  },
  ASSESSMENT_TWICE: {
    zh: () => '同一评估出现两次',
    en: () => 'the same assessment is named twice',
    mend: { zh: '请删去重复的一行', en: 'name it once' },
  },
  JOINT_ANSWERS_NEEDED: {
    zh: () => '两份评估表等级不同，需要共同作答',
    en: () => 'the two sheets differ in grade: joint answers are needed',
    mend: { zh: '请两名评估人员商定后逐项作答', en: 'agree with the other assessor and answer every item together' },
  },
  JOINT_ANSWERS_NOT_NEEDED: {
    zh: () => '两份评估表等级相同，不需要共同作答',
    en: () => 'the two sheets have one grade: no joint answers are needed',
    mend: { zh: '请直接提交结论', en: 'submit the conclusion without answers' },
  },
  JOINT_ANSWERS_DIFFER: {
    zh: () => '您的共同作答与另一名评估人员提交的不一致',
    en: () => 'your joint answers are not those the other assessor put',
    mend: { zh: '请商定后提交相同的答案', en: 'agree on the items named below and submit the same answers' },
  },
  ANSWERS_DIFFER: {
    zh: () => '该项答案不一致',
    en: () => 'this item differs',
    mend: { zh: '请与另一名评估人员商定', en: 'agree on it with the other assessor' },
  },
  GRADE_NOT_ELIGIBLE: {
    zh: (facts) => `等级 ${fact(facts, 'grade')} 不在待遇范围内`,
    en: (facts) => `grade ${fact(facts, 'grade')} opens no benefit`,
    mend: {
      zh: '未达到待遇等级的结果不公示，请直接确认为未通过',
      en: 'such a result is not shown in public; confirm it as not passed',
    },
  },
  OBJECTOR_MISSING: {
    zh: () => '异议人没有填写',
    en: () => 'who objects is missing',
    mend: { zh: '请填写异议人姓名', en: 'write the name' },
  },
  ASSESSOR_DECIDES_OWN: {
    zh: () => '参与评估的人员不能处理对该评估的异议',
    en: () => 'who assessed cannot decide on the objection to it',
    mend: { zh: '请由其他审批人员处理', en: 'another officer decides' },
  },
  ENTITLEMENT_NOT_BEGUN: {
    zh: (facts) => `该参保人已有确认等级自 ${fact(facts, 'startsOn')} 起享受待遇，此前不能再确认另一个等级`,
    en: (facts) =>
      `the person has a confirmed grade that begins on ${fact(facts, 'startsOn')}; another cannot be confirmed before it has begun`,
    mend: {
      zh: '请在该待遇开始后再确认，新等级自下一起始日起接替',
      en: 'confirm this one when the first has begun; it takes over from its own first day',
    },
  },
  INSTRUMENT_UNCONFIRMED: {
    zh: (facts) => `《${fact(facts, 'instrumentZh')}》的分级区间和组合表尚未与官方文本核对，结果不能确认`,
    en: (facts) =>
      `bands and table of "${fact(facts, 'instrumentEn')}" are not confirmed against the official text: no result becomes final`,
    mend: {
      zh: '请经办审批人员对照官方文件核对后登记',
      en: 'an officer compares it with the official document and confirms it',
    },
  },
  OFFICER_MISSING: {
    zh: () => '核对人没有填写',
    en: () => 'who compared it is missing',
    mend: { zh: '请填写核对人姓名', en: "write the officer's name" },
  },
  OFFICIAL_DOCUMENT_MISSING: {
    zh: () => '核对文件没有填写',
    en: () => 'the document compared with is missing',
    mend: { zh: '请填写官方文件的文号和版本', en: 'write number and edition of the official document' },
  },
  INSTRUMENT_CONFIRMED_BEFORE: {
    zh: () => '该版本已经核对过',
    en: () => 'this version is confirmed already',
    mend: { zh: '无需再次核对', en: 'nothing is left to do' },
  },
  ASSESSOR_CONFIRMS_OWN: {
    zh: () => '评估人员不能确认自己评估的结果',
    en: () => 'nobody confirms a result they assessed themselves',
    mend: { zh: '请由他人确认', en: 'somebody else confirms it' },
  },
} as const satisfies RefusalWords;
