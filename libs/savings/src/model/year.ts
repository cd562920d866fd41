import type { Id, PlainDate } from '@huiji/kernel';

export const yearStates = ['gathering', 'calculated'] as const;
export type YearState = (typeof yearStates)[number];

/** An agreement year (协议年度) of a round whose last day is over. */
export interface ClosedYear {
  readonly id: Id<'savings-year'>;
  readonly roundId: Id<'round'>;
  readonly agreementYear: number;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly state: YearState;
  readonly version: number;
}

/** What a run still lacks: the hospital, the variety where the lack has one, and what it is. */
export interface MissingInput {
  readonly what: 'BASELINE_MISSING' | 'SCORE_MISSING';
  readonly hospitalId: string;
  readonly hospitalName: string;
  readonly varietyId: string | null;
  readonly varietyName: string | null;
}
