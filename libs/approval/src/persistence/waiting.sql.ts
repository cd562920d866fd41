/** Adds or renews items. $1 area, $2 items as JSON, $3 business date. */
export const putWaiting = `
INSERT INTO approval.waiting_item (area, subject_type, subject_id, waits_for, task, act_id, label, amount_fen, line_count,
  since_on, due_on)
SELECT $1, w.subject_type, w.subject_id, w.waits_for, w.task, w.act_id, w.label, w.amount_fen, w.line_count, $3, w.due_on
FROM jsonb_to_recordset($2::jsonb) AS w(subject_type text, subject_id uuid, waits_for text, task text, act_id uuid,
  label text, amount_fen bigint, line_count bigint, due_on date)
ORDER BY w.subject_id, w.waits_for
ON CONFLICT (area, subject_type, subject_id, waits_for) DO UPDATE SET
  task = excluded.task, act_id = excluded.act_id, label = excluded.label, amount_fen = excluded.amount_fen,
  line_count = excluded.line_count, since_on = excluded.since_on, due_on = excluded.due_on, escalated_on = NULL`;

const COLUMNS = `w.subject_type, w.subject_id, w.task, w.label, w.amount_fen, w.line_count, w.since_on, w.due_on,
  w.escalated_on`;

/**
 * What somebody may do: not a step of a subject in which they, or the person behind them, have another part or have
 * decided already. $5 people, $6 kind of subject or null, $7 only what was due before this day or null.
 */
const fits = `($6::text IS NULL OR w.subject_type = $6) AND ($7::date IS NULL OR w.due_on < $7)
  AND (w.task NOT IN ('first-review', 'recheck', 'approval') OR NOT EXISTS (
    SELECT FROM approval.act_participant p
    WHERE p.area = $1 AND p.subject_id = w.subject_id AND p.person_id = ANY($5::uuid[]) AND p.part <> w.task))
  AND (w.act_id IS NULL OR NOT EXISTS (
    SELECT FROM approval.review_person r
    WHERE r.area = $1 AND r.act_id = w.act_id AND r.person_id = ANY($5::uuid[])))`;

/** One page of an inbox: three walks along one index, merged. $1 area, $2…$4 keys, then as in `fits`, then the cursor. */
export const inboxPage = (where: string, orderBy: string, limit: number): string => {
  const walk = (key: string): string =>
    `(SELECT ${COLUMNS} FROM approval.waiting_item w
      WHERE w.area = $1 AND w.waits_for = ${key} AND ${where} AND ${fits} ORDER BY ${orderBy} LIMIT ${limit})`;
  return `SELECT ${COLUMNS} FROM (${[walk('$2'), walk('$3'), walk('$4')].join(' UNION ALL ')}) AS w
    ORDER BY ${orderBy} LIMIT ${limit}`;
};

/** How much waits, by kind of subject and task; $8 today. */
export const inboxCounts = `
SELECT w.subject_type AS "subjectType", w.task, count(*) AS count, count(*) FILTER (WHERE w.due_on < $8) AS late
FROM approval.waiting_item w
WHERE w.area = $1 AND w.waits_for IN ($2, $3, $4) AND ${fits}
GROUP BY w.subject_type, w.task ORDER BY w.subject_type, w.task`;

/** Marks what is late and was not raised yet; answers it. $1 area, $2 today. */
export const raiseLate = `
UPDATE approval.waiting_item w SET escalated_on = $2
WHERE w.area = $1 AND w.due_on < $2 AND w.escalated_on IS NULL
RETURNING w.waits_for, w.act_id, ${COLUMNS}`;
