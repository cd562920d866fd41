import type { RefusalWords } from '@huiji/platform';

/** What the refusals of the fund's accounts say; no number is ever in them. */
export const fundWords: RefusalWords = {
  HOLDER_NAME_FORM: {
    zh: ({ most = '' }) => `账户名称须为 1 至 ${most} 个字符`,
    en: ({ most = '' }) => `the name of the holder has 1 to ${most} characters`,
    mend: { zh: '请按开户证明填写账户名称', en: "write the holder's name as the bank's paper has it" },
  },
  BANK_NAME_FORM: {
    zh: ({ most = '' }) => `开户银行须为 1 至 ${most} 个字符`,
    en: ({ most = '' }) => `the name of the bank has 1 to ${most} characters`,
    mend: { zh: '请按开户证明填写开户银行', en: "write the bank's name as its paper has it" },
  },
  CNAPS_CHECK_DIGIT: {
    zh: () => '联行号的校验位不符，可能有误',
    en: () => 'the check digit of the CNAPS number does not fit; one digit may be wrong',
    mend: {
      zh: '请核对；如开户证明确实如此，请勾选「已与银行核对」后再提交',
      en: 'check it; if the bank really wrote it so, say that it was verified with the bank and send it again',
    },
  },
  OPENING_BALANCE_NEGATIVE: {
    zh: () => '期初余额不能为负',
    en: () => 'an opening balance is not below zero',
    mend: { zh: '请按银行对账单填写', en: "take it from the bank's statement" },
  },
  OPENING_DATE_IN_FUTURE: {
    zh: ({ today = '' }) => `期初日期不能晚于业务日期 ${today}`,
    en: ({ today = '' }) => `the opening date is after the business date ${today}`,
    mend: { zh: '请填写不晚于今天的日期', en: 'take a day that is not to come' },
  },
  PAYEE_ACCOUNT_WAITING: {
    zh: () => '该收款人已有一个账户等待复核',
    en: () => 'another account of this payee waits to be confirmed',
    mend: { zh: '请先复核或退回前一个账户', en: 'confirm or return the one before first' },
  },
  ACCOUNT_OWN_ENTRY: {
    zh: () => '不能复核自己录入的账户',
    en: () => 'an account is decided by somebody other than the one who entered it',
    mend: { zh: '请由另一位工作人员复核', en: 'let somebody else decide' },
  },
  FUND_ACCOUNT_STANDING: {
    zh: () => '基金账户已录入或已在使用',
    en: () => 'a fund account is in use or waits to be confirmed',
    mend: { zh: '请刷新后查看基金账户', en: 'read the fund account again' },
  },
  FUND_ACCOUNT_ABSENT: {
    zh: () => '还没有经复核的基金账户，不能付款',
    en: () => 'the fund has no confirmed account to pay from',
    mend: { zh: '请先录入并复核基金账户', en: 'enter and confirm the fund account first' },
  },
};
