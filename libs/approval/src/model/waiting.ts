import type { PlainDate } from '@huiji/kernel';
import type { Step, Subject } from './approval';

/** What is to be done: a step of an approval, a review of another kind, a confirmation, or mending what was sent back. */
export const waitingTasks = ['first-review', 'recheck', 'approval', 'review', 'confirm', 'mend'] as const;
export type WaitingTask = (typeof waitingTasks)[number];

/** For whom something waits: whoever holds a role, one person, or whoever acts in a role for an organisation. */
export type WaitsFor =
  | { readonly role: string }
  | { readonly personId: string }
  | { readonly organisationId: string; readonly role: string };

/** The key under which an inbox finds its items. */
export const waitsForKey = (whom: WaitsFor): string => {
  if ('personId' in whom) return `person ${whom.personId}`;
  return 'organisationId' in whom ? `organisation ${whom.organisationId} ${whom.role}` : `role ${whom.role}`;
};

/** Something that waits (待办). */
export interface WaitingDraft extends Subject {
  readonly for: WaitsFor;
  readonly task: WaitingTask;
  /** The round it belongs to, where it is a step of one. */
  readonly actId?: string | null;
  /** What people call the subject, 1…200 characters; no personal number. */
  readonly label: string;
  readonly amountFen?: bigint | null;
  readonly lineCount?: bigint | null;
  readonly dueOn: PlainDate;
}

/** An item of an inbox. */
export interface WaitingItem extends Subject {
  readonly task: WaitingTask;
  readonly label: string;
  readonly amountFen: bigint | null;
  readonly lineCount: bigint | null;
  readonly sinceOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly escalatedOn: PlainDate | null;
}

export interface WaitingCount {
  readonly subjectType: string;
  readonly task: WaitingTask;
  readonly count: bigint;
  readonly late: bigint;
}

export const isStep = (task: WaitingTask): task is Step =>
  task === 'first-review' || task === 'recheck' || task === 'approval';
