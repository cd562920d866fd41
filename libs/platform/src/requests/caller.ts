import type { AreaCode } from '@huiji/kernel';
import type { Scope, Tx } from '../database/tx';

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
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** The roles behind which money moves, and the one that gives them: a second factor and a second person stand before each. */
export const moneyRoles = [
  'agency-clerk',
  'agency-first-review',
  'agency-recheck',
  'agency-approval',
  'agency-accounts',
  'agency-accounts-check',
  'administrator',
] as const satisfies readonly Role[];

export const isMoneyRole = (role: Role): boolean => (moneyRoles as readonly Role[]).includes(role);

/** Who is calling: one person in one membership (area, organisation, role). */
export interface Caller {
  readonly userId: string;
  readonly area: AreaCode;
  readonly organisationId: string;
  readonly role: Role;
  readonly scope: Scope;
  /** The log-in it came from; absent for a key and inside the product. */
  readonly sessionId?: string;
  /** The membership as its person chooses it: of their own, or one delegated to them. */
  readonly membershipId?: string;
  /** Only these operations, and FILES: a key's; absent: all that the role may. */
  readonly operations?: ReadonlySet<string>;
  /** Asks inside the act's own transaction whether the log-in (or key) and its membership live still. */
  readonly standing?: (tx: Tx) => Promise<boolean>;
}

/** The name by which a key's list of operations carries files up and down. */
export const FILES = 'files';
