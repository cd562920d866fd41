type Transitions<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, State>>>>
>;

export const applicationStates = ['submitted', 'accepted', 'returned', 'concluded'] as const;
export type ApplicationState = (typeof applicationStates)[number];
export type ApplicationAction = 'accept' | 'return' | 'conclude';

/** 申请: entered, accepted or returned with a reason, concluded with the assessment's result. */
export const applicationTransitions = {
  submitted: { accept: 'accepted', return: 'returned' },
  accepted: { conclude: 'concluded' },
  returned: {},
  concluded: {},
} as const satisfies Transitions<ApplicationState, ApplicationAction>;

export const assessmentStates = [
  'visiting',
  'joint',
  'concluded',
  'in-publicity',
  'publicity-ended',
  'objected',
  'confirmed',
  'not-passed',
] as const;
export type AssessmentState = (typeof assessmentStates)[number];
export type AssessmentAction =
  | 'bring-in-both-sheets'
  | 'conclude'
  | 'start-publicity'
  | 'end-publicity'
  | 'object'
  | 'confirm'
  | 'confirm-not-eligible';

/** 评估: two hidden sheets, a joint conclusion, publicity with a clock, and only then a confirmed grade. */
export const assessmentTransitions = {
  visiting: { 'bring-in-both-sheets': 'joint' },
  joint: { conclude: 'concluded' },
  concluded: { 'start-publicity': 'in-publicity', 'confirm-not-eligible': 'not-passed' },
  'in-publicity': { 'end-publicity': 'publicity-ended', object: 'objected' },
  'publicity-ended': { confirm: 'confirmed' },
  objected: {},
  confirmed: {},
  'not-passed': {},
} as const satisfies Transitions<AssessmentState, AssessmentAction>;

export const sheetStates = ['draft', 'submitted'] as const;
export type SheetState = (typeof sheetStates)[number];

/** 评估表: a draft is the assessor's own; a submitted sheet never changes. */
export const sheetTransitions = {
  draft: { submit: 'submitted' },
  submitted: {},
} as const satisfies Transitions<SheetState, 'submit'>;

export const runStates = ['draft', 'computed', 'handed-over'] as const;
export type RunState = (typeof runStates)[number];
export type RunAction = 'compute' | 'hand-over';

/** 月度补贴: computed as a snapshot, then handed over to payment; its lines never change. */
export const runTransitions = {
  draft: { compute: 'computed' },
  computed: { 'hand-over': 'handed-over' },
  'handed-over': {},
} as const satisfies Transitions<RunState, RunAction>;
