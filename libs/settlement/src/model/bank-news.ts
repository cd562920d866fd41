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
  'UNKNOWN_INSTRUCTION',
  'STATEMENT_DOES_NOT_ADD',
  'MESSAGE_ID_REUSED',
  'UNREADABLE',
] as const;
/** News that a person must look at: never applied by itself. */
export type BankExceptionCode = (typeof bankExceptionCodes)[number];
