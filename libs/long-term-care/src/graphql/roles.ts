import type { Role } from '@huiji/platform';

/** Who reads long-term care of the whole area. */
export const CARE_READERS: readonly [Role, ...Role[]] = [
  'agency-clerk',
  'agency-first-review',
  'agency-recheck',
  'agency-approval',
  'auditor',
];
