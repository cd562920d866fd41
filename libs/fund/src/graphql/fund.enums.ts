import { registerEnum } from '@huiji/platform';
import type { AccountState, PayeeType } from '../model/bank-account';

export const BankAccountStateEnum = registerEnum<AccountState>(
  'BankAccountState',
  'State of a bank account (账户状态).',
  {
    entered: 'Waits to be confirmed by a second person (待复核).',
    confirmed: 'In use (使用中).',
    returned: 'Sent back with a reason (已退回).',
    superseded: 'A newer one is in use (已更换).',
  },
);

export const PayeeTypeEnum = registerEnum<PayeeType>('PayeeType', 'Whom the fund pays (收款人类别).', {
  organisation: 'A hospital, supplier or institution (机构).',
  person: 'An insured person (参保人).',
});
