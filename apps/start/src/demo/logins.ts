import type { Role } from '@huiji/platform';

/** The one password of every demonstration log-in; printed by the launcher, good for nothing else. */
export const demonstrationPassword = 'huiji-demo';

export interface DemonstrationLogin {
  readonly loginName: string;
  readonly role: Role;
  readonly nameZh: string;
  readonly nameEn: string;
}

const people: readonly (readonly [suffix: string, role: Role, nameZh: string, nameEn: string])[] = [
  ['clerk', 'agency-clerk', '经办', 'clerk'],
  ['first', 'agency-first-review', '初审', 'first review'],
  ['recheck', 'agency-recheck', '复核', 're-check'],
  ['approval', 'agency-approval', '审批', 'approval'],
  ['accounts', 'agency-accounts', '账户录入', 'payee accounts'],
  ['accounts-check', 'agency-accounts-check', '账户复核', 'payee accounts, second person'],
  ['auditor', 'auditor', '稽核', 'auditor'],
  ['hospital', 'hospital', '医疗机构', 'hospital'],
  ['supplier', 'supplier', '配送企业', 'distributor'],
  ['assessor-1', 'assessor', '评估员', 'assessor'],
  ['assessor-2', 'assessor', '评估专家', 'assessment expert'],
];

/** The log-ins of an area, by its prefix: 'sn' Suining, 'cq' Chongqing. */
export const loginsOf = (prefix: string, areaZh: string): readonly DemonstrationLogin[] =>
  people.map(([suffix, role, nameZh, nameEn]) => ({
    loginName: `${prefix}-${suffix}`,
    role,
    nameZh: `${areaZh}${nameZh}（演示）`,
    nameEn,
  }));

/** What the launcher prints: area, log-ins. */
export const demonstrationAreas = [
  { area: '510900', prefix: 'sn', nameZh: '遂宁', nameEn: 'Suining' },
  { area: '500000', prefix: 'cq', nameZh: '重庆', nameEn: 'Chongqing' },
] as const;
