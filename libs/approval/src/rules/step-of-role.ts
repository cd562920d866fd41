import type { Step } from '../model/approval';

const STEP_OF_ROLE: Readonly<Record<string, Step>> = {
  'agency-first-review': 'first-review',
  'agency-recheck': 'recheck',
  'agency-approval': 'approval',
};

/** The step a role reviews at; undefined for roles that review nothing. A client names the step it means; it must be this one. */
export const stepOfRole = (role: string): Step | undefined => STEP_OF_ROLE[role];

/** The role that a step waits for. */
export const roleOfStep: Readonly<Record<Step, string>> = {
  'first-review': 'agency-first-review',
  recheck: 'agency-recheck',
  approval: 'agency-approval',
};

const NEXT_LEVEL: Readonly<Record<string, string>> = {
  hospital: 'agency-clerk',
  supplier: 'agency-clerk',
  'agency-clerk': 'agency-first-review',
  'agency-first-review': 'agency-recheck',
  'agency-recheck': 'agency-approval',
  'agency-accounts': 'agency-accounts-check',
  'agency-accounts-check': 'agency-approval',
  'agency-approval': 'auditor',
};

/** Whom it is told to when a role is late (督办): the next level; beyond the last one the auditor. */
export const nextLevelOf = (role: string): string => NEXT_LEVEL[role] ?? 'auditor';
