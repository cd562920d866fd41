import type { PlainDate } from '@huiji/kernel';

/** entered: waits for a second person · confirmed: in use · returned: sent back · superseded: a newer one is in use. */
export const accountStates = ['entered', 'confirmed', 'returned', 'superseded'] as const;
export type AccountState = (typeof accountStates)[number];
export type AccountAction = 'confirm' | 'return' | 'supersede';

/** What a person types in from the bank's paper. */
export interface BankAccountEntry {
  readonly holderName: string;
  readonly bankName: string;
  /** 联行号, 12 digits. */
  readonly cnaps: string;
  readonly accountNumber: string;
  /** The person says that the bank itself wrote this CNAPS number, although its check digit does not fit. */
  readonly bankCodeVerified: boolean;
}

/** An entry that can be stored. */
export interface CheckedBankAccount {
  readonly holderName: string;
  readonly bankName: string;
  readonly cnaps: string;
  readonly cnapsCheckFits: boolean;
  readonly accountNumber: string;
}

/** A stored account; its number is encrypted and shown by its last four characters only. */
export interface BankAccount {
  readonly id: string;
  readonly state: AccountState;
  readonly holderName: string;
  readonly bankName: string;
  readonly cnaps: string;
  readonly cnapsCheckFits: boolean;
  readonly accountNumberMasked: string;
  readonly enteredBy: string;
  readonly enteredOn: PlainDate;
  readonly decidedBy: string | null;
  readonly decidedOn: PlainDate | null;
  readonly returnReason: string | null;
}

export const payeeTypes = ['organisation', 'person'] as const;
export type PayeeType = (typeof payeeTypes)[number];

/** Whom the fund pays: an organisation of the catalogue or an insured person. */
export interface Payee {
  readonly payeeType: PayeeType;
  readonly payeeId: string;
}

/** One version of a payee's account. */
export interface PayeeAccount extends BankAccount, Payee {
  /** 1, 2 …: a change is a new version. */
  readonly revision: number;
  /** How many other payees have the same number, entered or in use: a lead for the person who confirms. */
  readonly sharedWith: number;
}

/** What a bank message needs of an account; never leaves through GraphQL or a log. */
export interface PayableAccount extends Payee {
  readonly payeeAccountId: string;
  readonly holderName: string;
  readonly bankName: string;
  readonly cnaps: string;
  readonly accountNumber: string;
}

/** The fund's own account. */
export interface FundAccount extends BankAccount {
  /** Fen, ≥ 0: what it held at the end of the day before its books opened. */
  readonly openingBalanceFen: bigint;
  readonly openingDate: PlainDate;
}

/** The fund's own account as a bank message needs it. */
export interface PayingAccount {
  readonly fundAccountId: string;
  readonly holderName: string;
  readonly bankName: string;
  readonly cnaps: string;
  readonly accountNumber: string;
}

/** One text per payee, for maps. */
export const payeeKey = ({ payeeType, payeeId }: Payee): string => `${payeeType}:${payeeId}`;
