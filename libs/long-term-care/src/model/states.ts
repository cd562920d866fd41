/** 申请: entered, accepted or returned with a reason, concluded with the assessment's result. */
export const applicationStates = ['submitted', 'accepted', 'returned', 'concluded'] as const;
export type ApplicationState = (typeof applicationStates)[number];
export type ApplicationAction = 'accept' | 'return' | 'conclude';

/** 评估: two hidden sheets, a joint conclusion, publicity with a clock, then a confirmed grade or none; annulled when an objection is upheld. */
export const assessmentStates = [
  'visiting',
  'joint',
  'concluded',
  'in-publicity',
  'publicity-ended',
  'objected',
  'annulled',
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
  | 'uphold-objection'
  | 'dismiss-objection'
  | 'confirm'
  | 'confirm-not-eligible';

/** 评估表: a draft is the assessor's own; a submitted sheet never changes. */
export const sheetStates = ['draft', 'submitted'] as const;
export type SheetState = (typeof sheetStates)[number];

/** 月度补贴: computed as a snapshot, then handed over to payment, or discarded with a reason. */
export const runStates = ['draft', 'computed', 'handed-over', 'discarded'] as const;
export type RunState = (typeof runStates)[number];
export type RunAction = 'compute' | 'hand-over' | 'discard';
