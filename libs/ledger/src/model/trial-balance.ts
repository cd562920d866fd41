import type { PlainDate } from '@huiji/kernel';
import type { AccountCode } from './account';

/** One line of a trial balance (试算平衡表): booked sums of all accounts of one code, in fen. */
export interface TrialBalanceLine {
  readonly code: AccountCode;
  /** How many accounts of this code have an entry by the date. */
  readonly accounts: bigint;
  readonly debitFen: bigint;
  readonly creditFen: bigint;
  /** Held by transfers that are pending at the date. */
  readonly pendingDebitFen: bigint;
  readonly pendingCreditFen: bigint;
}

export interface TrialBalance {
  readonly at: PlainDate;
  readonly lines: readonly TrialBalanceLine[];
  readonly totalDebitFen: bigint;
  readonly totalCreditFen: bigint;
}
