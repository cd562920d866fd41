import { registerEnum } from '@huiji/platform';
import type { AccountCode } from '../model/account';
import type { LedgerEntry, TransferStatus } from '../model/transfer';

export const LedgerAccountCodeEnum = registerEnum<AccountCode>(
  'LedgerAccountCode',
  'An account of the chart of accounts (会计科目) of a fund.',
  {
    FUND_CASH: 'The money of the fund at its bank (基金银行存款); never below zero.',
    OPENING_EQUITY: 'What the fund had when its books were opened (期初基金余额).',
    SUPPLIER_PAYABLE: 'Owed to a supplier (应付企业货款), one account per supplier.',
    HOSPITAL_PAYABLE: 'Owed to a hospital (应付医疗机构款), one account per hospital.',
    HOSPITAL_RECOVERABLE: 'Paid for a hospital and to be taken from its claims (应收医疗机构代付款), one per hospital.',
    PERSON_PAYABLE: 'Owed to an insured person (应付参保人待遇款), one account per person.',
    PREPAID: 'Paid to a hospital in advance (预付款), one account per hospital; never below zero.',
    CARE_EXPENSE: 'Long-term care benefits (长期护理待遇支出).',
    RETAINED_EXPENSE: 'Savings left to hospitals (结余留用支出).',
    BENEFIT_EXPENSE: 'Benefits claimed by hospitals (医疗待遇支出).',
  },
);

export const LedgerSideEnum = registerEnum<LedgerEntry['side']>('LedgerSide', 'Side of an account (借贷方向).', {
  debit: 'Debit (借).',
  credit: 'Credit (贷).',
});

export const TransferStatusEnum = registerEnum<TransferStatus>(
  'TransferStatus',
  'What became of a transfer (分录状态).',
  {
    pending: 'Held until the bank answers (待确认).',
    posted: 'Booked (已入账).',
    voided: 'Let go, never booked (已撤销).',
  },
);
