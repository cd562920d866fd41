/**
 * The month of everybody at once. Each statement does what a pure rule says, for all people of an area:
 * `careMonth` (spans), `subsidyForMonth` (months), `sharesForMonth` (lines). Specs compare them on the same data.
 * Parameters everywhere: $1 area, $2 run id, $3 month; where days are needed $4 first day, $5 last day.
 */

/** People with a confirmed grade in the month who are not paid for it yet. */
const PEOPLE = `
people AS MATERIALIZED (
  SELECT DISTINCT e.person_id
  FROM long_term_care.care_entitlement e
  WHERE e.area = $1 AND e.starts_on <= $5::date AND e.ends_on >= $4::date
    AND NOT EXISTS (SELECT 1 FROM long_term_care.care_month m
                    WHERE m.area = $1 AND m.person_id = e.person_id AND m.month = $3::text AND m.kind = 'regular')
)`;

/** The people whom a run pays. */
const PEOPLE_OF_RUN = `
people AS MATERIALIZED (
  SELECT m.person_id FROM long_term_care.care_month m WHERE m.area = $1 AND m.run_id = $2::text::uuid AND m.month = $3::text
)`;

/** Interruptions that touch the month; read once, they are few. */
const STOPS = `
stops AS MATERIALIZED (
  SELECT s.person_id, s.kind, s.starts_on, s.ends_on
  FROM long_term_care.care_stop s
  WHERE s.area = $1 AND s.starts_on <= $5::date AND (s.ends_on IS NULL OR s.ends_on >= $4::date)
)`;

/** Every day of the month on which the judgement of a person may change. */
const EDGES = `
edges AS (
  SELECT person_id, $4::date AS edge FROM people
  UNION
  SELECT x.person_id, x.edge FROM (
    SELECT e.person_id, unnest(ARRAY[e.starts_on, e.ends_on + 1]) AS edge
    FROM long_term_care.care_entitlement e
    WHERE e.area = $1 AND (e.starts_on BETWEEN $4::date AND $5::date OR e.ends_on BETWEEN $4::date AND $5::date)
    UNION ALL
    SELECT m.person_id, unnest(ARRAY[m.starts_on, m.ends_on + 1])
    FROM long_term_care.care_mode m
    WHERE m.area = $1 AND (m.starts_on BETWEEN $4::date AND $5::date OR m.ends_on BETWEEN $4::date AND $5::date)
    UNION ALL
    SELECT s.person_id, unnest(ARRAY[s.starts_on, s.starts_on + 1, s.ends_on, s.ends_on + 1]) FROM stops s
    UNION ALL
    SELECT p.person_id, d.edge FROM people p CROSS JOIN (
      SELECT unnest(ARRAY[b.valid_from, b.valid_to + 1]) AS edge FROM long_term_care.benefit_pack b WHERE b.area = $1) d
    WHERE d.edge > $4::date AND d.edge <= $5::date
  ) x
  WHERE x.edge > $4::date AND x.edge <= $5::date AND EXISTS (SELECT 1 FROM people p WHERE p.person_id = x.person_id)
)`;

const SEGMENTS = `
segments AS (
  SELECT person_id, edge AS from_on,
         coalesce(lead(edge) OVER (PARTITION BY person_id ORDER BY edge) - 1, $5::date) AS to_on
  FROM edges
)`;

/** What interrupts the first day of a segment, under the pack of that day; without a pack every edge day is stopped. */
const INTERRUPTED = `
interrupted AS (
  SELECT g.person_id, g.from_on,
    bool_or(s.kind = 'death' AND g.from_on >= s.starts_on + (coalesce(b.death_day, 'stopped') = 'payable')::int) AS dead,
    bool_or(s.kind = 'moved-away' AND g.from_on >= s.starts_on + (coalesce(b.move_day, 'stopped') = 'payable')::int) AS moved,
    bool_or(s.kind = 'hospital-stay'
      AND g.from_on >= s.starts_on + (coalesce(b.admission_day, 'stopped') = 'payable')::int
      AND (s.ends_on IS NULL OR g.from_on <= s.ends_on - (coalesce(b.discharge_day, 'stopped') = 'payable')::int)) AS in_hospital
  FROM segments g
  JOIN stops s ON s.person_id = g.person_id
  LEFT JOIN long_term_care.benefit_pack b
    ON b.area = $1 AND g.from_on >= b.valid_from AND (b.valid_to IS NULL OR g.from_on <= b.valid_to)
  GROUP BY g.person_id, g.from_on
)`;

const JUDGED = `
judged AS MATERIALIZED (
  SELECT g.person_id, g.from_on, g.to_on,
    CASE
      WHEN i.dead THEN 'death'
      WHEN i.moved THEN 'moved-away'
      WHEN e.grade IS NULL THEN CASE WHEN EXISTS (
        SELECT 1 FROM long_term_care.care_entitlement o
        WHERE o.area = $1 AND o.person_id = g.person_id AND o.ends_on < g.from_on) THEN 'expired' ELSE 'not-started' END
      WHEN i.in_hospital THEN 'hospital-stay'
      WHEN m.mode IS NULL THEN 'no-mode'
      WHEN r.mode IS NULL THEN 'no-rate'
      WHEN r.provider_day_fen > 0 AND m.provider_id IS NULL THEN 'no-provider'
    END AS stop_reason,
    e.grade, m.mode, r.person_day_fen, r.provider_day_fen, m.provider_id
  FROM segments g
  LEFT JOIN interrupted i ON i.person_id = g.person_id AND i.from_on = g.from_on
  LEFT JOIN long_term_care.care_entitlement e
    ON e.area = $1 AND e.person_id = g.person_id AND g.from_on BETWEEN e.starts_on AND e.ends_on
  LEFT JOIN long_term_care.care_mode m
    ON m.area = $1 AND m.person_id = g.person_id AND g.from_on >= m.starts_on AND (m.ends_on IS NULL OR g.from_on <= m.ends_on)
  LEFT JOIN long_term_care.benefit_pack b
    ON b.area = $1 AND g.from_on >= b.valid_from AND (b.valid_to IS NULL OR g.from_on <= b.valid_to)
  LEFT JOIN long_term_care.benefit_rate r
    ON r.area = $1 AND r.pack_id = b.id AND r.mode = m.mode AND r.grade = e.grade
       AND (r.only_if_mode_before IS NULL OR m.starts_on < r.only_if_mode_before)
)`;

/** Neighbours that are judged alike are one span: a span begins where the judgement differs from the one before. */
const ISLANDS = `
told AS (
  SELECT person_id, from_on, to_on, stop_reason,
         CASE WHEN stop_reason IS NULL THEN grade END AS grade,
         CASE WHEN stop_reason IS NULL THEN mode END AS mode,
         CASE WHEN stop_reason IS NULL THEN person_day_fen END AS person_day_fen,
         CASE WHEN stop_reason IS NULL THEN provider_day_fen END AS provider_day_fen,
         CASE WHEN stop_reason IS NULL THEN provider_id END AS provider_id
  FROM judged
), marked AS (
  SELECT t.*, (lag(from_on) OVER w IS NULL OR (stop_reason, grade, mode, person_day_fen, provider_day_fen, provider_id)
      IS DISTINCT FROM (lag(stop_reason) OVER w, lag(grade) OVER w, lag(mode) OVER w, lag(person_day_fen) OVER w,
                        lag(provider_day_fen) OVER w, lag(provider_id) OVER w))::int AS begins
  FROM told t
  WINDOW w AS (PARTITION BY person_id ORDER BY from_on)
), numbered AS (
  SELECT k.*, sum(begins) OVER (PARTITION BY person_id ORDER BY from_on) AS island FROM marked k
)`;

const SPAN = `stop_reason, grade, mode, person_day_fen, provider_day_fen, provider_id`;

const spansOf = (people: string): string => `
WITH ${people}, ${STOPS}, ${EDGES}, ${SEGMENTS}, ${INTERRUPTED}, ${JUDGED}, ${ISLANDS}
SELECT person_id, min(from_on) AS from_on, max(to_on) AS to_on, ${SPAN}
FROM numbered
GROUP BY person_id, island, ${SPAN}`;

/** The people whom a run pays and whose payable days would be other ones now than when it was computed. */
export const CHANGED_PEOPLE = `
WITH today AS (SELECT * FROM (${spansOf(PEOPLE_OF_RUN)}) AS judged_now WHERE stop_reason IS NULL),
stored AS (
  SELECT person_id, from_on, to_on, ${SPAN} FROM long_term_care.care_span
  WHERE area = $1 AND run_id = $2::text::uuid AND stop_reason IS NULL
), changed AS (
  (TABLE today EXCEPT TABLE stored) UNION ALL (TABLE stored EXCEPT TABLE today)
)
SELECT DISTINCT p.id, p.full_name AS "fullName" FROM changed c
JOIN long_term_care.person p ON p.area = $1 AND p.id = c.person_id
ORDER BY p.id`;

/** The days of everybody as spans: the set-based `careMonth`. */
export const INSERT_SPANS = `
INSERT INTO long_term_care.care_span (area, run_id, person_id, from_on, to_on, stop_reason, grade, mode, person_day_fen,
  provider_day_fen, provider_id)
SELECT $1::platform.area_code, $2::text::uuid, judged_span.* FROM (${spansOf(PEOPLE)}) AS judged_span`;

/** One row per person who gets something: the set-based `subsidyForMonth`, and the key that refuses to pay twice. */
export const INSERT_MONTHS = `
INSERT INTO long_term_care.care_month (area, person_id, month, kind, run_id, payable_days, amount_fen)
SELECT $1::platform.area_code, person_id, $3::text, 'regular', $2::text::uuid, sum(to_on - from_on + 1), sum((to_on - from_on + 1) * (person_day_fen + provider_day_fen))
FROM long_term_care.care_span
WHERE area = $1 AND run_id = $2::text::uuid AND stop_reason IS NULL
GROUP BY person_id
HAVING sum((to_on - from_on + 1) * (person_day_fen + provider_day_fen)) > 0`;

/** A line's id follows from run, person and payee: the first 48 bits of the run's id, then a hash, as a UUID of version 8. */
const LINE_ID = `(left(replace($2::text, '-', ''), 12) || '8' || left(h, 3) || '8' || substr(h, 4, 15))::uuid`;

/** One row per payee: the set-based `sharesForMonth`. */
export const INSERT_LINES = `
INSERT INTO long_term_care.subsidy_line (area, id, run_id, person_id, month, kind, payee_type, payee_id, days, amount_fen)
SELECT $1::platform.area_code, ${LINE_ID}, $2::text::uuid, person_id, $3::text, 'regular', payee_type, payee_id, days, amount_fen
FROM (
  SELECT person_id, payee_type, payee_id, sum(days) AS days, sum(days * day_fen) AS amount_fen,
         md5($2::text || person_id || payee_type || payee_id) AS h
  FROM (
    SELECT person_id, 'person' AS payee_type, person_id AS payee_id, to_on - from_on + 1 AS days, person_day_fen AS day_fen
    FROM long_term_care.care_span
    WHERE area = $1 AND run_id = $2::text::uuid AND stop_reason IS NULL AND person_day_fen > 0
    UNION ALL
    SELECT person_id, 'organisation', provider_id, to_on - from_on + 1, provider_day_fen
    FROM long_term_care.care_span
    WHERE area = $1 AND run_id = $2::text::uuid AND stop_reason IS NULL AND provider_day_fen > 0
  ) shares
  GROUP BY person_id, payee_type, payee_id
) lines`;

/** Days that nobody could be paid for although they should be looked at, and living people of the area with nothing payable at all. */
export const INSERT_EXCEPTIONS = `
INSERT INTO long_term_care.subsidy_exception (area, run_id, person_id, code, days)
SELECT $1::platform.area_code, $2::text::uuid, person_id, code, sum(days) FROM (
  SELECT person_id, to_on - from_on + 1 AS days,
    CASE stop_reason WHEN 'no-mode' THEN 'NO_CARE_MODE' WHEN 'no-rate' THEN 'NO_RATE' WHEN 'no-provider' THEN 'NO_PROVIDER' END AS code
  FROM long_term_care.care_span
  WHERE area = $1 AND run_id = $2::text::uuid AND stop_reason IN ('no-mode', 'no-rate', 'no-provider')
  UNION ALL
  SELECT person_id, sum(to_on - from_on + 1), 'NOTHING_PAYABLE'
  FROM long_term_care.care_span
  WHERE area = $1 AND run_id = $2::text::uuid
  GROUP BY person_id
  HAVING coalesce(sum(person_day_fen + provider_day_fen), 0) = 0 AND bool_or(stop_reason NOT IN ('death', 'moved-away'))
) found
GROUP BY person_id, code`;

/** The totals of a run, from its own rows. */
export const UPDATE_TOTALS = `
UPDATE long_term_care.subsidy_run r SET
  people_count = (SELECT count(DISTINCT s.person_id) FROM long_term_care.care_span s WHERE s.area = $1 AND s.run_id = $2::text::uuid),
  paid_people_count = m.people, total_fen = m.total,
  line_count = (SELECT count(*) FROM long_term_care.subsidy_line l WHERE l.area = $1 AND l.run_id = $2::text::uuid),
  exception_count = (SELECT count(*) FROM long_term_care.subsidy_exception x WHERE x.area = $1 AND x.run_id = $2::text::uuid)
FROM (SELECT count(*) AS people, coalesce(sum(amount_fen), 0) AS total FROM long_term_care.care_month
      WHERE area = $1 AND run_id = $2::text::uuid AND month = $3::text) m
WHERE r.area = $1 AND r.id = $2::text::uuid`;
