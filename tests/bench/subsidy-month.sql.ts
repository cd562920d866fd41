const id = (noun: string): string => `md5('${noun}' || n)::uuid`;

/** People with a confirmed grade and a mode from 2021-11 on; one in 33 has a stay in hospital each month, one in 200 dies. */
export const seedPeople = (area: string, people: number): readonly string[] => [
  `INSERT INTO long_term_care.instrument VALUES ('bench', '1', 'x', 'x', 'x', '{}', repeat('0', 64), false)`,
  `INSERT INTO long_term_care.person (area, id, full_name, sex, birth_date, street, identity_number_encrypted,
     identity_number_masked, identity_number_index)
   SELECT '${area}', ${id('person')}, '张小三', 'male', '1940-01-01', '街道', 'x', '500000********0000', n::text
   FROM generate_series(1, ${people}) n`,
  `INSERT INTO long_term_care.application (area, id, person_id, claimed_grade, disabled_since, treatment_record, insured,
     applied_on, state)
   SELECT '${area}', ${id('application')}, ${id('person')}, 3, '2020-01-01', 'x', true, '2021-08-01', 'concluded'
   FROM generate_series(1, ${people}) n`,
  `INSERT INTO long_term_care.assessment (area, id, application_id, person_id, instrument_key, instrument_version, visit_on,
     visit_place, state, assessed_grade, concluded_on, confirmed_grade, confirmed_on, confirmed_by)
   SELECT '${area}', ${id('assessment')}, ${id('application')}, ${id('person')}, 'bench', '1', '2021-08-02', 'x', 'confirmed',
     3, '2021-08-02', 3, '2021-10-20', ${id('person')} FROM generate_series(1, ${people}) n`,
  `INSERT INTO long_term_care.care_entitlement (area, id, person_id, assessment_id, grade, starts_on, ends_on)
   SELECT '${area}', ${id('entitlement')}, ${id('person')}, ${id('assessment')}, 3, '2021-11-01', '2023-10-19'
   FROM generate_series(1, ${people}) n`,
  `INSERT INTO long_term_care.care_mode (area, id, person_id, mode, starts_on)
   SELECT '${area}', ${id('mode')}, ${id('person')}, CASE WHEN n % 3 = 0 THEN 'home-personal' ELSE 'home-visits' END, '2021-10-20'
   FROM generate_series(1, ${people}) n`,
  `INSERT INTO long_term_care.care_stop (area, id, person_id, kind, starts_on, ends_on, reported_on)
   SELECT '${area}', md5('stay' || n || m)::uuid, ${id('person')}, 'hospital-stay',
     (DATE '2021-11-01' + make_interval(months => m) + make_interval(days => n % 20))::date,
     (DATE '2021-11-01' + make_interval(months => m) + make_interval(days => n % 20 + 5))::date, '2023-12-01'
   FROM generate_series(1, ${people}) n, generate_series(0, 7) m WHERE (n + m) % 33 = 0`,
  `INSERT INTO long_term_care.care_stop (area, id, person_id, kind, starts_on, reported_on)
   SELECT '${area}', md5('death' || n)::uuid, ${id('person')}, 'death', DATE '2021-11-01' + n % 240, '2023-12-01'
   FROM generate_series(1, ${people}) n WHERE n % 200 = 0`,
];

/** The same tables with the same keys and indexes, without row security. */
export const copyTables: readonly string[] = [
  'CREATE SCHEMA bench',
  ...['care_span', 'care_month', 'subsidy_line', 'subsidy_exception'].map(
    (table) => `CREATE TABLE bench.${table} (LIKE long_term_care.${table} INCLUDING ALL)`,
  ),
];

/**
 * What a plain script would do: one statement that judges the days, keeps them, and adds up.
 * $1 area, $2 month, $3 first day, $4 last day.
 */
export const plainMonth = `
WITH run AS MATERIALIZED (SELECT gen_random_uuid() AS id),
people AS MATERIALIZED (
  SELECT DISTINCT e.person_id FROM long_term_care.care_entitlement e
  WHERE e.area = $1 AND e.starts_on <= $4::date AND e.ends_on >= $3::date
    AND NOT EXISTS (SELECT 1 FROM bench.care_month m
                    WHERE m.area = $1 AND m.person_id = e.person_id AND m.month = $2::text AND m.kind = 'regular')),
stops AS MATERIALIZED (
  SELECT * FROM long_term_care.care_stop WHERE area = $1 AND starts_on <= $4::date AND (ends_on IS NULL OR ends_on >= $3::date)),
edges AS (
  SELECT person_id, $3::date AS edge FROM people
  UNION
  SELECT person_id, edge FROM (
    SELECT person_id, unnest(ARRAY[starts_on, ends_on + 1]) AS edge FROM long_term_care.care_entitlement
    WHERE area = $1 AND (starts_on BETWEEN $3::date AND $4::date OR ends_on BETWEEN $3::date AND $4::date)
    UNION ALL
    SELECT person_id, unnest(ARRAY[starts_on, ends_on + 1]) FROM long_term_care.care_mode
    WHERE area = $1 AND (starts_on BETWEEN $3::date AND $4::date OR ends_on BETWEEN $3::date AND $4::date)
    UNION ALL
    SELECT person_id, unnest(ARRAY[starts_on, starts_on + 1, ends_on, ends_on + 1]) FROM stops) x
  WHERE edge > $3::date AND edge <= $4::date AND EXISTS (SELECT 1 FROM people p WHERE p.person_id = x.person_id)),
segments AS (
  SELECT person_id, edge AS from_on, coalesce(lead(edge) OVER (PARTITION BY person_id ORDER BY edge) - 1, $4::date) AS to_on
  FROM edges),
hit AS (
  SELECT g.person_id, g.from_on, bool_or(s.kind = 'death' AND g.from_on > s.starts_on) AS dead,
         bool_or(s.kind = 'hospital-stay' AND g.from_on >= s.starts_on AND (s.ends_on IS NULL OR g.from_on < s.ends_on)) AS away
  FROM segments g JOIN stops s USING (person_id) GROUP BY 1, 2),
judged AS MATERIALIZED (
  SELECT g.person_id, g.from_on, g.to_on,
    CASE WHEN h.dead THEN 'death' WHEN e.grade IS NULL THEN 'expired' WHEN h.away THEN 'hospital-stay'
         WHEN m.mode IS NULL THEN 'no-mode' WHEN r.mode IS NULL THEN 'no-rate' END AS stop_reason,
    e.grade, m.mode, r.person_day_fen, r.provider_day_fen
  FROM segments g
  LEFT JOIN hit h USING (person_id, from_on)
  LEFT JOIN long_term_care.care_entitlement e
    ON e.area = $1 AND e.person_id = g.person_id AND g.from_on BETWEEN e.starts_on AND e.ends_on
  LEFT JOIN long_term_care.care_mode m
    ON m.area = $1 AND m.person_id = g.person_id AND g.from_on >= m.starts_on AND (m.ends_on IS NULL OR g.from_on <= m.ends_on)
  LEFT JOIN long_term_care.benefit_pack b ON b.area = $1 AND g.from_on >= b.valid_from AND (b.valid_to IS NULL OR g.from_on <= b.valid_to)
  LEFT JOIN long_term_care.benefit_rate r ON r.area = $1 AND r.pack_id = b.id AND r.mode = m.mode AND r.grade = e.grade),
marked AS (
  SELECT j.*, (lag(from_on) OVER w IS NULL OR (stop_reason, grade, mode, person_day_fen)
    IS DISTINCT FROM (lag(stop_reason) OVER w, lag(grade) OVER w, lag(mode) OVER w, lag(person_day_fen) OVER w))::int AS begins
  FROM judged j WINDOW w AS (PARTITION BY person_id ORDER BY from_on)),
spans AS MATERIALIZED (
  SELECT person_id, min(from_on) AS from_on, max(to_on) AS to_on, stop_reason, grade, mode, person_day_fen, provider_day_fen
  FROM (SELECT k.*, sum(begins) OVER (PARTITION BY person_id ORDER BY from_on) AS island FROM marked k) n
  GROUP BY person_id, island, stop_reason, grade, mode, person_day_fen, provider_day_fen),
kept AS (
  INSERT INTO bench.care_span (area, run_id, person_id, from_on, to_on, stop_reason, grade, mode, person_day_fen, provider_day_fen)
  SELECT $1::platform.area_code, run.id, person_id, from_on, to_on, stop_reason, CASE WHEN stop_reason IS NULL THEN grade END,
         CASE WHEN stop_reason IS NULL THEN mode END, CASE WHEN stop_reason IS NULL THEN person_day_fen END,
         CASE WHEN stop_reason IS NULL THEN provider_day_fen END FROM spans, run),
months AS (
  INSERT INTO bench.care_month (area, person_id, month, kind, run_id, payable_days, amount_fen)
  SELECT $1::platform.area_code, person_id, $2::text, 'regular', run.id, sum(to_on - from_on + 1), sum((to_on - from_on + 1) * person_day_fen)
  FROM spans, run WHERE stop_reason IS NULL GROUP BY person_id, run.id),
left_out AS (
  INSERT INTO bench.subsidy_exception (area, run_id, person_id, code, days)
  SELECT $1::platform.area_code, run.id, person_id, 'NOTHING_PAYABLE', sum(to_on - from_on + 1) FROM spans, run
  GROUP BY person_id, run.id HAVING bool_and(stop_reason IS NOT NULL) AND bool_or(stop_reason NOT IN ('death', 'moved-away')))
INSERT INTO bench.subsidy_line (area, id, run_id, person_id, month, kind, payee_type, payee_id, days, amount_fen)
SELECT $1::platform.area_code, gen_random_uuid(), run.id, person_id, $2::text, 'regular', 'person', person_id, sum(to_on - from_on + 1),
       sum((to_on - from_on + 1) * person_day_fen)
FROM spans, run WHERE stop_reason IS NULL GROUP BY person_id, run.id`;
