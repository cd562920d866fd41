/** The steps of an approval, in their order: 初审、复核、审批. */
export const steps = ['first-review', 'recheck', 'approval'] as const;
export type Step = (typeof steps)[number];

/** The one part a person has in a subject. */
export type Part = 'clerk' | 'account-editor' | Step;

export type Decision = 'pass' | 'return';

export type ActState = 'open' | 'passed' | 'returned' | 'withdrawn';

/** How many different people a step needs; at least one, and there is no way to ask for none. */
export type PeopleWanted = Readonly<Record<Step, number>>;

/** Working days a step may take, 1…60. */
export type StepDays = Readonly<Record<Step, number>>;

/** What is approved: kebab-case noun and id. */
export interface Subject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** One round of approval of one subject. */
export interface ApprovalAct extends Subject {
  readonly id: string;
  readonly state: ActState;
  readonly openedBy: string;
  readonly wanted: PeopleWanted;
  /** As frozen when it opened; null for rounds of before there were deadlines. */
  readonly days: StepDays | null;
  /** What people call the subject: "2020-0001". */
  readonly label: string | null;
  readonly amountFen: bigint | null;
  readonly lineCount: bigint | null;
  /** Whether the same subject comes back as the next round once it is mended. */
  readonly mendable: boolean;
}

/** A decision as it stands; never changed. */
export interface Review {
  readonly id: string;
  readonly actId: string;
  readonly step: Step;
  readonly personId: string;
  /** Whose delegated role was used; null when the person acted for themselves. */
  readonly onBehalfOf: string | null;
  readonly decision: Decision;
  readonly reason: string | null;
  readonly reviewedOn: string;
  readonly reviewedAt: Date;
}

/** What a review led to. */
export interface ReviewOutcome {
  /** Every step has its people: the subject is approved. */
  readonly complete: boolean;
  /** The subject goes back to its clerk, with the reason. */
  readonly returned: boolean;
  /** The step that is due now; null when the round has ended. */
  readonly due: Step | null;
}
