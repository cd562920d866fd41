import type { PlainDate } from '@huiji/kernel';

import type { BatchState } from './batch';
import type { InvoiceState } from './invoice';
import type { PayableState } from './payable';
import type { PaymentState } from './payment';

export const pathSteps = [
  'registered',
  'confirmed',
  'payable',
  'batched',
  'reviewed',
  'released',
  'sent',
  'accepted',
  'paid',
] as const;
export type PathStep = (typeof pathSteps)[number];

/** done: happened · current: what is waited for now · stopped: a person must act · ahead: later. */
export type PathStatus = 'done' | 'current' | 'stopped' | 'ahead';

export type StopReason =
  | 'disputed-by-hospital'
  | 'withdrawn'
  | 'batch-returned'
  | 'rejected-by-bank'
  | 'returned-after-booking'
  | 'bank-silent';

/** One step of the way of an invoice to its money (发票全程). */
export interface PathPoint {
  readonly step: PathStep;
  readonly status: PathStatus;
  /** Business date on which it happened. */
  readonly on?: PlainDate;
  /** By when it is expected: the due date of the payable. */
  readonly expectedOn?: PlainDate;
  readonly stop?: StopReason;
  /** The words of whoever stopped it. */
  readonly reason?: string;
}

/** Everything known of an invoice's way; what has not begun is absent. */
export interface PathFacts {
  readonly invoice: {
    readonly state: InvoiceState;
    readonly registeredOn: PlainDate;
    readonly decidedOn?: PlainDate;
    readonly reason?: string;
    readonly dueDate: PlainDate;
  };
  readonly payable?: { readonly state: PayableState; readonly openedOn: PlainDate };
  readonly batch?: {
    readonly state: BatchState;
    readonly createdOn: PlainDate;
    readonly reviewedOn?: PlainDate;
    readonly reason?: string;
  };
  readonly payment?: {
    readonly state: PaymentState;
    readonly releasedOn?: PlainDate;
    readonly sentOn?: PlainDate;
    readonly acceptedOn?: PlainDate;
    readonly decidedOn?: PlainDate;
    readonly reason?: string;
  };
}
