import type { AreaCode } from '@huiji/kernel';
import type { Scope } from '../database/tx';

export const roles = [
  'agency-clerk',
  'agency-first-review',
  'agency-recheck',
  'agency-approval',
  'agency-accounts',
  'agency-accounts-check',
  'hospital',
  'supplier',
  'assessor',
  'auditor',
] as const;

export type Role = (typeof roles)[number];

/** Who is calling: one person in one membership (area, organisation, role). */
export interface Caller {
  readonly userId: string;
  readonly area: AreaCode;
  readonly organisationId: string;
  readonly role: Role;
  readonly scope: Scope;
}
