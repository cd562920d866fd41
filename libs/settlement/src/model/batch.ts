import type { Fen } from '@huiji/kernel';

import type { PayeeType } from './payable';

/** draft → locked → in-review → released → sending → sent → settled; or returned by a reviewer, or discarded. */
export const batchStates = [
  'draft',
  'locked',
  'in-review',
  'released',
  'sending',
  'sent',
  'settled',
  'returned',
  'discarded',
] as const;
export type BatchState = (typeof batchStates)[number];

export type BatchAction =
  'lock' | 'withdraw' | 'pass' | 'release' | 'return' | 'start-sending' | 'record-sent' | 'settle' | 'discard';

/** One line of a locked batch, as the seal (签封) sees it. */
export interface SealedLine {
  readonly lineNo: number;
  readonly payableId: string;
  readonly amountFen: Fen;
  readonly payeeType: PayeeType;
  readonly payeeId: string;
  readonly payeeAccountId: string;
}

/** Control figures of a locked batch. */
export interface BatchSeal {
  readonly count: bigint;
  readonly sumFen: Fen;
  /** Lower-case hexadecimal SHA-256 over the canonical lines. */
  readonly sha256: string;
}
