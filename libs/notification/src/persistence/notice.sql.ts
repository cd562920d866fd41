/** Drafts as rows: $2 is their JSON list. */
const drafts = `draft AS (
  SELECT d.* FROM jsonb_to_recordset($2::jsonb) AS d(n integer, kind text, subject_type text, subject_id uuid, facts jsonb,
    dedupe text, people uuid[], roles text[], organisation_id uuid, except_people uuid[])
)`;

/**
 * One notice per draft and recipient, once each; what was muted arrives as read. One statement however many.
 * $1 area, $2 drafts, $3 business date, $4 now.
 */
export const insertNotices = `
WITH ${drafts}, told AS (
  SELECT d.n, r.user_id FROM draft d CROSS JOIN LATERAL (
    SELECT p.user_id FROM unnest(d.people) AS p(user_id)
    UNION
    SELECT m.user_id FROM identity.area_member_v1 m
    WHERE m.area = $1 AND (d.organisation_id IS NOT NULL OR d.roles IS NOT NULL)
      AND (d.organisation_id IS NULL OR m.organisation_id = d.organisation_id)
      AND (d.roles IS NULL OR m.role = ANY(d.roles))) r
  WHERE d.except_people IS NULL OR NOT r.user_id = ANY(d.except_people)
)
INSERT INTO notification.notice (area, id, recipient_id, kind, subject_type, subject_id, facts, dedupe, made_on, made_at, read_at)
SELECT $1, gen_random_uuid(), t.user_id, d.kind, d.subject_type, d.subject_id, d.facts, d.dedupe, $3, $4,
  CASE WHEN c.wanted = false THEN $4::timestamptz END
FROM told t
JOIN draft d ON d.n = t.n
LEFT JOIN notification.choice c ON c.area = $1 AND c.person_id = t.user_id AND c.kind = d.kind AND c.channel = 'in-app'
ORDER BY t.user_id, d.kind, d.dedupe
ON CONFLICT ON CONSTRAINT notice_once DO NOTHING
RETURNING id`;

/**
 * A mail or message for each notice whose recipient wants one there and said where.
 * $1 area, $2 notices, $3 channels that can be used, $4 now, $5 default channels by kind.
 */
export const insertDeliveries = `
INSERT INTO notification.delivery (area, id, notice_id, recipient_id, kind, channel, address_sealed, facts, state, made_at)
SELECT $1, gen_random_uuid(), n.id, n.recipient_id, n.kind, w.channel, w.address, '{}', 'waiting', $4
FROM notification.notice n
JOIN notification.contact k ON k.area = $1 AND k.person_id = n.recipient_id
CROSS JOIN LATERAL (VALUES ('mail', k.mail_sealed), ('sms', k.phone_sealed)) AS w(channel, address)
LEFT JOIN notification.choice c
  ON c.area = $1 AND c.person_id = n.recipient_id AND c.kind = n.kind AND c.channel = w.channel
WHERE n.area = $1 AND n.id = ANY($2::uuid[]) AND w.address IS NOT NULL AND w.channel = ANY($3::text[])
  AND coalesce(c.wanted, ($5::jsonb -> n.kind) ? w.channel)
ON CONFLICT ON CONSTRAINT delivery_of_notice_once DO NOTHING
RETURNING id`;

/** An event for every live webhook of the organisation that a draft speaks to, once. $1 area, $2 drafts, $3 now. */
export const insertEvents = `
WITH ${drafts}
INSERT INTO notification.webhook_delivery (area, id, webhook_id, kind, subject_type, subject_id, facts, dedupe, state, made_at)
SELECT $1, gen_random_uuid(), w.id, d.kind, d.subject_type, d.subject_id, d.facts, d.dedupe, 'waiting', $3
FROM draft d
JOIN notification.webhook w
  ON w.area = $1 AND w.organisation_id = d.organisation_id AND w.state = 'active' AND d.kind = ANY(w.kinds)
ON CONFLICT ON CONSTRAINT webhook_delivery_once DO NOTHING
RETURNING id`;
