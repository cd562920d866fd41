import type { Fen, Id, PlainDate, Quotient } from '@huiji/kernel';
import type { VarietyFacts } from './facts';
import type { TraceStep } from './trace';

export const sheetStates = ['open', 'objected', 'confirmed', 'handed-over', 'superseded'] as const;
export type SheetState = (typeof sheetStates)[number];
export type SheetAction = 'confirm' | 'object' | 'answer' | 'hand-over' | 'supersede';

/** What may happen to a sheet. An objection holds that hospital only; a sheet handed over is not recalculated. */
export const sheetTransitions = {
  open: { confirm: 'confirmed', object: 'objected', supersede: 'superseded' },
  objected: { answer: 'open' },
  confirmed: { 'hand-over': 'handed-over' },
  'handed-over': {},
  superseded: {},
} as const satisfies Record<SheetState, Partial<Record<SheetAction, SheetState>>>;

/** One hospital's sheet as it is kept. */
export interface SavingsSheet {
  readonly id: Id<'savings-sheet'>;
  readonly runId: Id<'savings-run'>;
  /** Business date of its calculation. */
  readonly madeOn: PlainDate;
  readonly yearId: Id<'savings-year'>;
  readonly hospitalId: Id<'organisation'>;
  readonly hospitalName: string;
  readonly scoreHundredths: bigint;
  readonly veto: string | null;
  readonly ratio: Quotient;
  readonly budget: Quotient;
  readonly expenditure: Quotient;
  /** The counted savings base, exact, fen; never negative. */
  readonly base: Quotient;
  readonly negative: boolean;
  readonly lineCount: bigint;
  readonly retained: Fen;
  readonly seal: string;
  readonly answerUntil: PlainDate;
  readonly objection: string | null;
  readonly state: SheetState;
  readonly version: number;
}

/** One stored line: the facts as they were, where they come from, and its exact figures. */
export interface StoredLine {
  readonly varietyId: string;
  readonly varietyName: string;
  readonly facts: VarietyFacts;
  readonly nonSelectedVolume: bigint;
  readonly sources: Readonly<Record<'priceBefore' | 'fundShare' | 'insuredShare' | 'volume', string>>;
  readonly budget: Quotient;
  readonly expenditure: Quotient;
  readonly zeroed: boolean;
}

/** A stored line with the way it was reckoned. */
export interface TracedLine extends StoredLine {
  readonly trace: readonly TraceStep[];
}
