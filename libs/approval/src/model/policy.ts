import type { PlainDate } from '@huiji/kernel';
import type { PeopleWanted, StepDays } from './approval';

/** How many people the steps need from an amount on. */
export interface PolicyBand {
  /** In fen; the first band begins at 0. */
  readonly fromFen: bigint;
  readonly people: PeopleWanted;
}

/** Days on which nothing passes, both included. */
export interface FreezePeriod {
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate;
  readonly reason: string;
}

/** How subjects of one kind are approved from a day on. */
export interface PolicyTerms {
  readonly days: StepDays;
  /** By rising amount. */
  readonly bands: readonly PolicyBand[];
  readonly freezes: readonly FreezePeriod[];
  /** Where it is written. */
  readonly source: string;
}

export interface PolicyDraft extends PolicyTerms {
  readonly subjectType: string;
  readonly validFrom: PlainDate;
}

export type PolicyState = 'proposed' | 'returned' | 'in-force';

/** A version as it is stored. */
export interface ApprovalPolicy extends PolicyDraft {
  readonly id: string;
  readonly state: PolicyState;
  readonly proposedBy: string;
  readonly proposedOn: PlainDate;
}

/** What is frozen into a round when it opens. */
export interface StepPlan {
  readonly policyId: string | null;
  readonly people: PeopleWanted;
  readonly days: StepDays;
}

/** Kinds of subjects that go through approval. */
export const policySubjects = ['payment-batch', 'approval-policy'] as const;
export type PolicySubject = (typeof policySubjects)[number];
