/** Actions of an area with the names of who did them; `where` and `orderBy` come from the keyset. */
export const trailSql = (where: string, orderBy: string): string => `
SELECT a.id, a.seq, a.kind, a.subject_type, a.subject_id, a.from_state, a.to_state, a.reason, a.actor_kind,
       coalesce(u.display_name, a.actor_name, '') AS actor_name, a.business_date, a.at
FROM platform.action a
LEFT JOIN identity.person_user u ON u.id = a.actor_id
WHERE a.area = $1 AND ${where}
ORDER BY ${orderBy}
LIMIT $2`;

/** The same of one subject: $3 its type, $4 its id. */
export const ofSubject = 'a.subject_type = $3 AND a.subject_id = $4::uuid';

export interface TrailRow {
  readonly id: string;
  readonly seq: bigint;
  readonly kind: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly reason: string | null;
  readonly actor_kind: 'person' | 'system';
  readonly actor_name: string;
  readonly business_date: string;
  readonly at: Date;
}
