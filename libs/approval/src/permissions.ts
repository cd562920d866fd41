import { accountKeepers, overseers, reviewers, type Permissions } from '@huiji/platform';

/** What waits for a role of the agency waits for everybody who holds it; for others, for their organisation or them. */
const inbox = {
  ...overseers,
  ...accountKeepers,
  hospital: 'organisation',
  supplier: 'organisation',
  assessor: 'own',
  administrator: 'own',
} as const;

/** Who may read reviews (审核记录), their own inbox (待办), and set how things are approved (审核规则). */
export const approvalPermissions = {
  approvalRounds: overseers,
  approvalInbox: inbox,
  approvalInboxCounts: inbox,
  approvalPolicies: overseers,
  approvalPolicyPropose: { 'agency-clerk': 'area' },
  approvalPolicyReview: reviewers,
  approvalPolicyWithdraw: { 'agency-clerk': 'area' },
} satisfies Permissions;
