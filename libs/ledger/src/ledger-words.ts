import type { RefusalWords } from '@huiji/platform';

const accountZh: Readonly<Record<string, string>> = { FUND_CASH: '基金账户', PREPAID: '预付款' };
const accountEn: Readonly<Record<string, string>> = { FUND_CASH: 'the fund', PREPAID: 'the prepayment' };

/** What the refusals of the ledger say. Amounts are in yuan. */
export const ledgerWords: RefusalWords = {
  ACCOUNT_OVERDRAWN: {
    zh: ({ account = '', available, wanted, missing }) =>
      `${accountZh[account] ?? account}余额不足：可用 ${available ?? ''} 元，需要 ${wanted ?? ''} 元，缺 ${missing ?? ''} 元`,
    en: ({ account = '', available, wanted, missing }) =>
      `${accountEn[account] ?? account} has ${available ?? ''} yuan available, ${wanted ?? ''} are wanted: ${missing ?? ''} short`,
    mend: {
      zh: '请先拨入资金，或减少本次支付的笔数',
      en: 'bring money in first, or pay fewer items at once',
    },
  },
  ALREADY_POSTED: {
    zh: () => '这张单据已经入账，不会重复入账',
    en: () => 'this document has been posted; it is not posted twice',
    mend: { zh: '请刷新后查看账目', en: 'read the account again' },
  },
  TRANSFER_NOT_PENDING: {
    zh: () => '这笔分录已直接入账，无需再确认或撤销',
    en: () => 'this transfer was booked at once; there is nothing to post or void',
    mend: { zh: '如需更正，请另做反向分录', en: 'to correct it, post a transfer the other way' },
  },
  TRANSFER_RESOLVED: {
    zh: () => '这笔待确认分录已有结果，不能更改',
    en: () => 'this pending transfer has its outcome already; it cannot change',
    mend: { zh: '如需更正，请另做反向分录', en: 'to correct it, post a transfer the other way' },
  },
};
