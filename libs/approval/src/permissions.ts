import { type Permissions, overseers } from '@huiji/platform';

/** Who may read reviews (审核记录). */
export const approvalPermissions = {
  approvalRounds: overseers,
} satisfies Permissions;
