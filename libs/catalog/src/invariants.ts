import type { Invariant } from '@huiji/platform';

export const catalogInvariants: readonly Invariant[] = [
  {
    id: 'catalog-members-exist-in-their-role',
    words: 'every organisation of the area acts at least as what it is, or as a maker that supplies',
    sql: `SELECT a.organisation_id, o.kind, a.roles FROM catalog.area_organisation a
          JOIN catalog.organisation o ON o.id = a.organisation_id
          WHERE a.area = $1 AND NOT (o.kind = ANY(a.roles) OR (o.kind = 'manufacturer' AND 'supplier' = ANY(a.roles)))`,
  },
];
