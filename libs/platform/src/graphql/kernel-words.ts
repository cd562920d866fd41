import type { RefusalWords } from '../words';

const notA =
  (zh: string, en: string) =>
  ({ text = '' }: Readonly<Record<string, string>>): { zh: string; en: string } => ({
    zh: text ? `不是${zh}：${text}` : `不是${zh}`,
    en: text ? `not ${en}: ${text}` : `not ${en}`,
  });

/** Words of a code check: what it is not, and what it looks like. */
const form = (zh: string, en: string, mendZh: string, mendEn: string): RefusalWords[string] => {
  const say = notA(zh, en);
  return { zh: (facts) => say(facts).zh, en: (facts) => say(facts).en, mend: { zh: mendZh, en: mendEn } };
};

/** Words of a check digit that does not fit: a slip of one digit or of two neighbours. */
const checkDigit = (zh: string, en: string): RefusalWords[string] => ({
  zh: ({ text }) => `${zh}的校验位不符${text ? `：${text}` : ''}`,
  en: ({ text }) => `the check digit of the ${en} does not fit${text ? `: ${text}` : ''}`,
  mend: { zh: '请逐位核对后重新填写', en: 'compare it digit by digit and write it again' },
});

/** Words of the code checks of the kernel; an identity number never appears in them. */
export const kernelWords: RefusalWords = {
  NOT_AN_AMOUNT: form(
    '金额',
    'an amount',
    '请填写元，最多两位小数，例如 1234.50',
    'write yuan with at most two decimals, such as 1234.50',
  ),
  NOT_A_DATE: form(
    '日期',
    'a calendar day',
    '请填写存在的日期，例如 2020-07-01',
    'write a day that exists, such as 2020-07-01',
  ),
  NOT_A_MONTH: form('月份', 'a month', '请填写月份，例如 2022-02', 'write a month, such as 2022-02'),
  NOT_A_DECIMAL: form('数字', 'a decimal number', '请只填写数字和小数点', 'write digits with a point, such as 0.65'),
  CNAPS_FORM: form('联行号', 'a CNAPS code', '联行号为 12 位数字', 'a CNAPS code has 12 digits'),
  ACCOUNT_NUMBER_FORM: form(
    '银行账号',
    'an account number',
    '账号为 6 到 34 位数字或大写字母',
    'an account number has 6 to 34 digits or capital letters',
  ),
  DRUG_CODE_FORM: form(
    '国家医保药品代码',
    'a national drug code',
    '西药 23 位，以 X 开头；中成药 20 位，以 Z 开头',
    'western drugs have 23 characters from X, Chinese patent drugs 20 from Z',
  ),
  DRUG_BASE_CODE_FORM: form(
    '药品本位码',
    'a drug base code',
    '本位码为 869 开头的 14 位数字',
    'it has 14 digits from 869',
  ),
  DRUG_BASE_CODE_CHECK_DIGIT: checkDigit('药品本位码', 'drug base code'),
  CONSUMABLE_CODE_FORM: form('医用耗材代码', 'a consumable code', '以 C 开头，后接 19 位', 'it has C and 19 digits'),
  USCC_FORM: form(
    '统一社会信用代码',
    'a unified social credit code',
    '代码为 18 位数字或大写字母（不含 I、O、S、V、Z）',
    'it has 18 digits or capital letters, never I, O, S, V or Z',
  ),
  USCC_CHECK_DIGIT: checkDigit('统一社会信用代码', 'unified social credit code'),
  DIVISION_FORM: form(
    '行政区划代码',
    'a division code',
    '请填写 6 位区划代码，例如 510900',
    'write six digits, such as 510900',
  ),
  MEDICAL_CODE_FORM: form(
    '定点机构代码',
    'a medical institution code',
    '以 H 或 P 开头，后接 11 位数字',
    'it has H or P and 11 digits',
  ),
  IDENTITY_FORM: form('居民身份证号', 'an identity number', '身份证号为 18 位', 'an identity number has 18 characters'),
  IDENTITY_BIRTH_DATE: {
    zh: () => '身份证号中的出生日期不存在或晚于今天',
    en: () => 'the birth date in the identity number does not exist or lies ahead',
    mend: { zh: '请核对证件后重新填写', en: 'compare it with the card and write it again' },
  },
  IDENTITY_CHECK_DIGIT: {
    zh: () => '身份证号的校验位不符',
    en: () => 'the check digit of the identity number does not fit',
    mend: { zh: '请逐位核对证件后重新填写', en: 'compare it with the card digit by digit' },
  },
};
