import type {
  ApplicationAction,
  ApplicationState,
  AssessmentAction,
  AssessmentState,
  RunAction,
  RunState,
  SheetState,
} from '../model/states';

type Transitions<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, State>>>>
>;

export const applicationTransitions = {
  submitted: { accept: 'accepted', return: 'returned' },
  accepted: { conclude: 'concluded' },
  returned: {},
  concluded: {},
} as const satisfies Transitions<ApplicationState, ApplicationAction>;

export const assessmentTransitions = {
  visiting: { 'bring-in-both-sheets': 'joint' },
  joint: { conclude: 'concluded' },
  concluded: { 'start-publicity': 'in-publicity', 'confirm-not-eligible': 'not-passed' },
  'in-publicity': { 'end-publicity': 'publicity-ended', object: 'objected' },
  'publicity-ended': { confirm: 'confirmed' },
  objected: { 'uphold-objection': 'annulled', 'dismiss-objection': 'in-publicity' },
  annulled: {},
  confirmed: {},
  'not-passed': {},
} as const satisfies Transitions<AssessmentState, AssessmentAction>;

export const sheetTransitions = {
  draft: { submit: 'submitted' },
  submitted: {},
} as const satisfies Transitions<SheetState, 'submit'>;

export const runTransitions = {
  draft: { compute: 'computed' },
  computed: { 'hand-over': 'handed-over', discard: 'discarded' },
  'handed-over': {},
  discarded: {},
} as const satisfies Transitions<RunState, RunAction>;
