import type { PlainDate } from '@huiji/kernel';
import type { AccountCode, AccountRef } from './account';

/** The document a transfer comes from: kebab-case noun and id. */
export interface Reference {
  readonly type: string;
  readonly id: string;
}

/** What is to be posted. */
export interface Posting {
  /** What kind of posting, SCREAMING_SNAKE: 'SUPPLIER_INVOICE', 'PAYMENT'. */
  readonly code: string;
  readonly debit: AccountRef;
  readonly credit: AccountRef;
  /** > 0. A correction is a transfer the other way, never a negative amount. */
  readonly amountFen: bigint;
  readonly reference: Reference;
  /** Business date from which the transfer counts. */
  readonly effectiveDate: PlainDate;
  /** Held until `resolve` posts or voids it. */
  readonly pending?: boolean;
}

export type Outcome = 'posted' | 'voided';

/** posted at once or later, voided, or still pending. */
export type TransferStatus = Outcome | 'pending';

export interface Transfer {
  readonly id: string;
  readonly code: string;
  readonly debitAccountId: string;
  readonly creditAccountId: string;
  readonly amountFen: bigint;
  readonly reference: Reference;
  readonly effectiveDate: PlainDate;
  readonly status: TransferStatus;
  /** Business date on which it was booked; null while pending and when voided. */
  readonly bookedOn: PlainDate | null;
}

/** A transfer as one of its two accounts sees it. */
export interface LedgerEntry extends Transfer {
  readonly accountId: string;
  readonly side: 'debit' | 'credit';
}

/** An entry with the account on its other side. */
export interface AccountEntry extends LedgerEntry {
  readonly counter: { readonly accountId: string; readonly code: AccountCode; readonly ownerId: string | null };
}
