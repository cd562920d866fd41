import type { PersonalColumn } from '@huiji/platform';
import { ACCOUNT_PURPOSE, FUND } from './account-vault';

const column = { idColumn: 'id', encryptedColumn: 'account_number_encrypted', maskedColumn: 'account_number_masked' };

/** Where account numbers are kept. */
export const fundPersonalColumns: readonly PersonalColumn[] = [
  {
    ...column,
    code: 'payee-account-number',
    table: 'fund.payee_account',
    labelColumn: 'holder_name',
    purpose: ACCOUNT_PURPOSE,
    personSql: 't.payee_id',
  },
  {
    ...column,
    code: 'fund-account-number',
    table: 'fund.fund_account',
    labelColumn: 'holder_name',
    purpose: ACCOUNT_PURPOSE,
    personSql: `'${FUND}'::uuid`,
  },
];
