import { type Permissions, accountKeepers, overseers } from '@huiji/platform';

/** Who may read, enter and confirm accounts (账户). */
export const fundPermissions = {
  fundAccount: { ...overseers, ...accountKeepers },
  payeeAccounts: { ...overseers, ...accountKeepers, hospital: 'organisation', supplier: 'organisation' },
  fundAccountEnter: { 'agency-accounts': 'area' },
  fundAccountConfirm: { 'agency-accounts-check': 'area' },
  fundAccountReturn: { 'agency-accounts-check': 'area' },
  payeeAccountEnter: { 'agency-accounts': 'area' },
  payeeAccountConfirm: { 'agency-accounts-check': 'area' },
  payeeAccountReturn: { 'agency-accounts-check': 'area' },
} satisfies Permissions;
