import { accountKeepers, overseers, type Permissions } from '@huiji/platform';

/** Who may read and verify the seals of the trail (封存与核验), see a masked number, and take a list of numbers out (个人信息). */
export const auditPermissions = {
  auditSeals: { ...overseers, administrator: 'area' },
  auditSealState: { ...overseers, administrator: 'area' },
  auditSealHeads: { ...overseers, administrator: 'area' },
  auditVerifications: { ...overseers, administrator: 'area' },
  auditVerify: { 'agency-approval': 'area', administrator: 'area' },
  personalNumberShow: { 'agency-clerk': 'area', 'agency-approval': 'area', ...accountKeepers },
  personalExports: { ...overseers, ...accountKeepers },
  personalExportRequest: { 'agency-clerk': 'area', 'agency-accounts': 'area' },
  personalExportApprove: { 'agency-approval': 'area', 'agency-accounts-check': 'area' },
  personalExportRefuse: { 'agency-approval': 'area', 'agency-accounts-check': 'area' },
  personalExportTake: { 'agency-clerk': 'area', 'agency-accounts': 'area' },
} satisfies Permissions;
