import type { Invariant } from '@huiji/platform';

/** Promises about users and memberships. */
export const identityInvariants: readonly Invariant[] = [
  {
    id: 'identity-agency-role-belongs-to-agency',
    words: 'every agency role is held for an agency organisation',
    sql: `SELECT m.id, m.role, o.kind FROM identity.membership m JOIN catalog.organisation o ON o.id = m.organisation_id
          WHERE m.area = $1 AND m.role LIKE 'agency-%' AND o.kind <> 'agency'`,
  },
];
