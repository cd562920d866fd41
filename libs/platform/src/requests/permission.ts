import { roles, type Role } from './caller';

/**
 * How far a role reaches in an operation: the whole area (统筹区), what its organisation is a party of (本机构), or what
 * is the person's own (本人).
 */
export type ActScope = 'area' | 'organisation' | 'own';

/** Who may run one operation and how far they reach; `public` is everybody, logged in or not. */
export type Permission = 'public' | Readonly<Partial<Record<Role, ActScope>>>;

/** The declared table of permissions: every query and mutation by name. What has no row does not run. */
export type Permissions = Readonly<Record<string, Permission>>;

type Reach<R extends Role> = Readonly<Record<R, ActScope>>;

const reach = <R extends Role>(scope: ActScope, ...of: readonly R[]): Reach<R> =>
  Object.fromEntries(of.map((role) => [role, scope])) as Reach<R>;

/** The agency's desk (经办): who prepares, and the three who review. */
export const desk = reach('area', 'agency-clerk', 'agency-first-review', 'agency-recheck', 'agency-approval');

/** The three who review (初审、复核、审批). */
export const reviewers = reach('area', 'agency-first-review', 'agency-recheck', 'agency-approval');

/** The two who keep accounts (账户录入、账户复核). */
export const accountKeepers = reach('area', 'agency-accounts', 'agency-accounts-check');

/** Who oversees the work of an area: the desk and the auditor. */
export const overseers = { ...desk, ...reach('area', 'auditor') } as const;

/** Everybody who works in an area, with one reach; not the administrator, who gives rights and takes no part. */
export const workers = (scope: ActScope): Reach<Exclude<Role, 'administrator'>> =>
  reach(scope, ...roles.filter((role) => role !== 'administrator'));

/** The roles of a permission, in the order of the list of roles; of a public one none. */
export const rolesOf = (permission: Permission): readonly Role[] =>
  permission === 'public' ? [] : roles.filter((role) => permission[role] !== undefined);

/** Several tables as one. Throws when an operation has two rows. */
export const joinPermissions = (tables: readonly Permissions[]): Permissions => {
  const rows = tables.flatMap((table) => Object.entries(table));
  const doubled = rows.filter(([name], index) => rows.findIndex(([other]) => other === name) !== index);
  if (doubled.length > 0)
    throw new Error(`operations with two rows of permissions: ${doubled.map(([name]) => name).join(', ')}`);
  return Object.fromEntries(rows);
};
