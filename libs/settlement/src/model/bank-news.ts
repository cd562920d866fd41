import type { Fen, PlainDate } from '@huiji/kernel';

/** The bank speaks of one instruction (pain.002). The status is its code, never trusted to be one we know. */
export interface StatusNews {
  readonly kind: 'status';
  readonly instructionId: string;
  readonly status: string;
  readonly reasonCode?: string;
  readonly reasonText?: string;
}

/** A debit of the fund's account, booked in a statement (camt.053). */
export interface BookedNews {
  readonly kind: 'booked';
  readonly instructionId: string;
  readonly amountFen: Fen;
  readonly bookedOn: PlainDate;
  readonly entryReference: string;
}

/** Money that came back after it was booked (退汇). */
export interface ReturnedNews {
  readonly kind: 'returned';
  readonly instructionId: string;
  readonly amountFen: Fen;
  readonly bookedOn: PlainDate;
  readonly entryReference: string;
  readonly reasonCode?: string;
  readonly reasonText?: string;
}

export type BankNews = StatusNews | BookedNews | ReturnedNews;

export const bankExceptionCodes = [
  'AMOUNT_DIFFERS',
  'BOOKED_TWICE',
  'BOOKED_AFTER_REJECTED',
  'REJECTED_AFTER_PAID',
  'RETURNED_BEFORE_PAID',
  'RETURNED_TWICE',
  'BOOKED_BEFORE_SENT',
  'BOOKED_IN_FUTURE',
  'ANOTHER_MESSAGE',
  'UNKNOWN_INSTRUCTION',
  'STATEMENT_DOES_NOT_ADD',
  'MESSAGE_ID_REUSED',
  'UNREADABLE',
] as const;
/** News that a person must look at: never applied by itself. */
export type BankExceptionCode = (typeof bankExceptionCodes)[number];

/** pain.002, read: what the bank says of a file of ours, or of single instructions in it. */
export interface StatusReport {
  readonly kind: 'pain.002';
  readonly messageId: string;
  readonly originalMessageId: string;
  /** One word for the whole file, when the bank gave one. */
  readonly groupStatus?: string;
  readonly groupReason?: string;
  readonly statuses: readonly StatusNews[];
}

/** An entry of a statement that could not be taken as news of ours; kept for a person to read. */
export interface OddEntry {
  readonly entryReference: string;
  readonly code: 'UNKNOWN_INSTRUCTION' | 'UNREADABLE';
  readonly why: string;
}

/** camt.053, read: booked entries of the fund's account. */
export interface BankStatement {
  readonly kind: 'camt.053';
  readonly messageId: string;
  readonly accountNumber: string;
  /** Opening balance + credits − debits = closing balance, where both balances are given. */
  readonly adds: boolean;
  readonly news: readonly (BookedNews | ReturnedNews)[];
  readonly odd: readonly OddEntry[];
  /** Credits that are not money of ours coming back (premiums, transfers in): counted, not judged. */
  readonly otherCredits: number;
}
