import type { Quotient } from '@huiji/kernel';

export type TraceTerm = 'budget' | 'expenditure' | 'base' | 'counted';

/** One step of a calculation as an official would write it: what it gives, how, and the exact value in fen. */
export interface TraceStep {
  readonly term: TraceTerm;
  /** With the figures put in, e.g. "100000 × 2 × 65/100 × 90/100"; amounts in yuan. */
  readonly formula: string;
  /** Exact, fen. */
  readonly value: Quotient;
}
