import { DEMONSTRATION_PASSWORD } from '@huiji/platform';

/** The one password of every demonstration log-in; printed by the launcher, good for nothing else. */
export const demonstrationPassword = DEMONSTRATION_PASSWORD;

/** What the launcher prints: areas, and the log-ins of each room. `sn-hospital` is the first of several hospitals. */
export const demonstrationAreas = [
  { area: '510900', prefix: 'sn', nameZh: '遂宁', nameEn: 'Suining' },
  { area: '500000', prefix: 'cq', nameZh: '重庆', nameEn: 'Chongqing' },
] as const;

/** Endings of log-in names, each with the room it opens. */
export const demonstrationRooms = [
  ['clerk', '经办', 'clerk'],
  ['first', '初审', 'first review'],
  ['recheck', '复核', 're-check'],
  ['approval', '审批', 'approval'],
  ['accounts', '账户录入', 'payee accounts'],
  ['accounts-check', '账户复核', 'payee accounts, second person'],
  ['hospital', '医疗机构', 'hospital'],
  ['supplier', '配送企业', 'distributor'],
  ['assessor-1', '评估专家', 'assessment expert'],
  ['assessor-2', '评估员', 'assessor'],
  ['auditor', '稽核', 'auditor'],
  ['admin', '系统管理员', 'system administrator: people, roles, keys'],
  ['admin-2', '系统管理员（复核）', 'system administrator, second person'],
] as const;
