import { type Permissions, accountKeepers, overseers } from '@huiji/platform';

/** Who may read the books (基金账). */
export const ledgerPermissions = {
  ledgerAccount: { ...overseers, ...accountKeepers },
  ledgerAccounts: { ...overseers, ...accountKeepers },
  trialBalance: { ...overseers, ...accountKeepers },
} satisfies Permissions;
