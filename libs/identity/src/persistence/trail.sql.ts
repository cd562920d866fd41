/** Actions of an area with the names of who did them; `where` and `orderBy` come from the keyset. */
export const trailSql = (where: string, orderBy: string): string => `
SELECT a.id, a.seq, a.kind, a.subject_type, a.subject_id, a.from_state, a.to_state, a.reason, a.actor_kind, a.actor_id,
       coalesce(u.display_name, a.actor_name, '') AS actor_name, o.display_name AS on_behalf_of_name,
       a.request_id, a.client_address, a.payload, a.business_date, a.at,
       a.payload ? 'personal' AND k.wrapped_key IS NULL AS erased
FROM platform.action a
LEFT JOIN identity.person_user u ON u.id = a.actor_id
LEFT JOIN identity.person_user o ON o.id = a.on_behalf_of
LEFT JOIN platform.person_key k
  ON k.area = a.area AND k.person_id = CASE WHEN a.payload ? 'personal' THEN (a.payload #>> '{personal,person}')::uuid END
WHERE a.area = $1 AND ${where}
ORDER BY ${orderBy}
LIMIT $2`;

/** A wish to narrow: its condition for the parameter from that number on, and its values. */
interface Narrowing {
  readonly sql: (first: number) => string;
  readonly values: readonly string[];
}

const DAY = "AT TIME ZONE 'Asia/Shanghai'";

/** Each way to narrow the trail; every one has an index. A day is one of Asia/Shanghai, `to` inclusive. */
export const narrowings: {
  readonly [Name in 'subject' | 'actor' | 'kind' | 'request' | 'from' | 'to']: (values: readonly string[]) => Narrowing;
} = {
  subject: (values) => ({ sql: (n) => `a.subject_type = $${n} AND a.subject_id = $${n + 1}::uuid`, values }),
  actor: (values) => ({ sql: (n) => `a.actor_id = $${n}::uuid`, values }),
  kind: (values) => ({ sql: (n) => `a.kind = $${n}`, values }),
  request: (values) => ({ sql: (n) => `a.request_id = $${n}::uuid`, values }),
  from: (values) => ({ sql: (n) => `a.at >= $${n}::date::timestamp ${DAY}`, values }),
  to: (values) => ({ sql: (n) => `a.at < ($${n}::date + 1)::timestamp ${DAY}`, values }),
};

/** Conditions of several narrowings, their parameters numbered from `first` on. */
export const narrowed = (wishes: readonly Narrowing[], first: number) => {
  const conditions: string[] = [];
  const params: string[] = [];
  for (const { sql, values } of wishes) {
    conditions.push(sql(first + params.length));
    params.push(...values);
  }
  return { where: conditions.length === 0 ? 'true' : conditions.join(' AND '), params };
};

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
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly on_behalf_of_name: string | null;
  readonly request_id: string | null;
  readonly client_address: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly business_date: string;
  readonly at: Date;
  readonly erased: boolean;
}
