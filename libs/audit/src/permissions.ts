import { overseers, type Permissions } from '@huiji/platform';

/** Who may read and verify the seals of the trail (封存与核验). */
export const auditPermissions = {
  auditSeals: { ...overseers, administrator: 'area' },
  auditSealState: { ...overseers, administrator: 'area' },
  auditSealHeads: { ...overseers, administrator: 'area' },
  auditVerifications: { ...overseers, administrator: 'area' },
  auditVerify: { 'agency-approval': 'area', administrator: 'area' },
} satisfies Permissions;
