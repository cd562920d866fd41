import type { Role } from '../../api/session';

export type Step = 'FIRST_REVIEW' | 'RECHECK' | 'APPROVAL';

/** The step of approval a role acts in. */
export const stepOf: Partial<Record<Role, Step>> = {
  AGENCY_FIRST_REVIEW: 'FIRST_REVIEW',
  AGENCY_RECHECK: 'RECHECK',
  AGENCY_APPROVAL: 'APPROVAL',
};
