import type { Fen, PlainDate } from '@huiji/kernel';

export const payableKinds = ['supplier-invoice', 'retained-savings', 'care-subsidy'] as const;
/** Why the fund owes: a supplier's invoice (药款), retained savings (结余留用), a care subsidy (护理补贴). */
export type PayableKind = (typeof payableKinds)[number];

export const payeeTypes = ['organisation', 'person'] as const;
export type PayeeType = (typeof payeeTypes)[number];

/** What a domain says when the fund begins to owe. One per (kind, source). */
export interface PayableDraft {
  readonly kind: PayableKind;
  /** The invoice, sheet or subsidy line that makes the debt. */
  readonly sourceId: string;
  readonly payeeType: PayeeType;
  readonly payeeId: string;
  /** The hospital in whose name a supplier is paid; only for a supplier's invoice. */
  readonly debitOwnerId?: string;
  /** Fen, > 0. */
  readonly amountFen: Fen;
  readonly dueDate: PlainDate;
}

export const payableStates = ['open', 'batched', 'paid'] as const;
export type PayableState = (typeof payableStates)[number];
/** Why a payable waits although it is open: what it rests on is doubted (暂缓支付). */
export const holdReasons = ['care-death', 'care-moved-away', 'care-hospital-stay'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Documents whose payables are not to be paid until somebody decides anew. */
export interface PayableHold {
  readonly kind: PayableKind;
  readonly sourceIds: readonly string[];
  readonly reason: HoldReason;
}

export type PayableAction = 'batch' | 'release' | 'pay' | 'reopen';
