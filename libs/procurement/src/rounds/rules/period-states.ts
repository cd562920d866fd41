import type { PeriodAction, PeriodState } from '../model/round.types';

/** An agreement period is computed, contracted and put in force once each, in this order. */
export const periodTransitions = {
  planned: { compute: 'allocated' },
  allocated: { contract: 'contracted' },
  contracted: { activate: 'in-force' },
  'in-force': {},
} as const satisfies Record<PeriodState, Partial<Record<PeriodAction, PeriodState>>>;
