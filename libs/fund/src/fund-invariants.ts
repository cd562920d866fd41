import { foldInvariant, type Invariant } from '@huiji/platform';

/** Promises about accounts, checked by `npm run verify`. */
export const fundInvariants: readonly Invariant[] = [
  foldInvariant('fund.payee_account', 'payee-account'),
  foldInvariant('fund.fund_account', 'fund-account'),
  {
    id: 'fund-accounts-two-people',
    words: 'every account in use was entered by one person and confirmed by another',
    sql: `SELECT id FROM fund.payee_account WHERE area = $1 AND state IN ('confirmed', 'superseded')
            AND decided_by IS NOT DISTINCT FROM entered_by
          UNION ALL SELECT id FROM fund.fund_account WHERE area = $1 AND state = 'confirmed'
            AND decided_by IS NOT DISTINCT FROM entered_by`,
  },
];
