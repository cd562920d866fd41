import type { PlainDate } from '@huiji/kernel';
import type { AccountState, BankAccount, CheckedBankAccount } from '../model/bank-account';

/** A checked account with its number made safe. */
export interface SealedAccount extends Omit<CheckedBankAccount, 'accountNumber'> {
  readonly encrypted: string;
  readonly masked: string;
  readonly index: string;
}

export interface AccountRow {
  readonly id: string;
  readonly state: AccountState;
  readonly holder_name: string;
  readonly bank_name: string;
  readonly cnaps: string;
  readonly cnaps_check_fits: boolean;
  readonly account_number_masked: string;
  readonly entered_by: string;
  readonly entered_on: PlainDate;
  readonly decided_by: string | null;
  readonly decided_on: PlainDate | null;
  readonly return_reason: string | null;
}

export const ACCOUNT_COLUMNS = `a.id, a.state, a.holder_name, a.bank_name, a.cnaps, a.cnaps_check_fits,
  a.account_number_masked, a.entered_by, a.entered_on, a.decided_by, a.decided_on, a.return_reason`;

export const SEALED_COLUMNS = `holder_name, bank_name, cnaps, cnaps_check_fits, account_number_encrypted,
  account_number_masked, account_number_index, entered_by, entered_on`;

export const sealedParams = (account: SealedAccount, enteredBy: string, enteredOn: PlainDate): readonly unknown[] => [
  account.holderName,
  account.bankName,
  account.cnaps,
  account.cnapsCheckFits,
  account.encrypted,
  account.masked,
  account.index,
  enteredBy,
  enteredOn,
];

export const accountOf = (row: AccountRow): BankAccount => ({
  id: row.id,
  state: row.state,
  holderName: row.holder_name,
  bankName: row.bank_name,
  cnaps: row.cnaps,
  cnapsCheckFits: row.cnaps_check_fits,
  accountNumberMasked: row.account_number_masked,
  enteredBy: row.entered_by,
  enteredOn: row.entered_on,
  decidedBy: row.decided_by,
  decidedOn: row.decided_on,
  returnReason: row.return_reason,
});

/** What a decision writes; the entry itself is never touched. */
export interface AccountDecision {
  readonly id: string;
  readonly to: AccountState;
  readonly decidedBy: string;
  readonly decidedOn: PlainDate;
  readonly reason: string | null;
}
