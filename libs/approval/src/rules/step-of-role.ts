import type { Step } from '../model/approval';

const STEP_OF_ROLE: Readonly<Record<string, Step>> = {
  'agency-first-review': 'first-review',
  'agency-recheck': 'recheck',
  'agency-approval': 'approval',
};

/** The step a role reviews at; undefined for roles that review nothing. A client names the step it means; it must be this one. */
export const stepOfRole = (role: string): Step | undefined => STEP_OF_ROLE[role];
