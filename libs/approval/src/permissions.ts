import { overseers, reviewers, roles, type ActScope, type Permissions, type Role } from '@huiji/platform';

const everybody = Object.fromEntries(roles.map((role) => [role, 'own'])) as Readonly<Record<Role, ActScope>>;

/** Who may read reviews (审核记录), their own inbox (待办), and set how things are approved (审核规则). */
export const approvalPermissions = {
  approvalRounds: overseers,
  approvalInbox: everybody,
  approvalInboxCounts: everybody,
  approvalPolicies: overseers,
  approvalPolicyPropose: { 'agency-clerk': 'area' },
  approvalPolicyReview: reviewers,
  approvalPolicyWithdraw: { 'agency-clerk': 'area' },
} satisfies Permissions;
