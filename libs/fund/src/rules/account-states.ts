import type { AccountAction, AccountState } from '../model/bank-account';

/** What may become of an entered account; nothing is edited, a change is a new entry. */
export const accountTransitions = {
  entered: { confirm: 'confirmed', return: 'returned' },
  confirmed: { supersede: 'superseded' },
  returned: {},
  superseded: {},
} as const satisfies Record<AccountState, Partial<Record<AccountAction, AccountState>>>;
