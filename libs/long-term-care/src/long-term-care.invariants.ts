import { foldInvariant, type Invariant } from '@huiji/platform';

/** What must hold in the stored data of long-term care; each query returns the rows that break it. */
export const longTermCareInvariants: readonly Invariant[] = [
  foldInvariant('long_term_care.application', 'care-application'),
  foldInvariant('long_term_care.assessment', 'care-assessment'),
  foldInvariant('long_term_care.answer_sheet', 'answer-sheet'),
  foldInvariant('long_term_care.subsidy_run', 'subsidy-run'),
  {
    id: 'care-month-is-its-days',
    words: 'the sum of every paid month is the sum of its payable days at their rates, in fen',
    sql: `SELECT m.person_id, m.month, m.amount_fen, s.amount_fen AS of_days
          FROM long_term_care.care_month m
          LEFT JOIN (SELECT run_id, person_id, sum(to_on - from_on + 1) AS days,
                            sum((to_on - from_on + 1) * (person_day_fen + provider_day_fen)) AS amount_fen
                     FROM long_term_care.care_span WHERE area = $1 AND stop_reason IS NULL GROUP BY run_id, person_id) s
            ON s.run_id = m.run_id AND s.person_id = m.person_id
          WHERE m.area = $1 AND (s.amount_fen, s.days) IS DISTINCT FROM (m.amount_fen::numeric, m.payable_days::bigint)`,
  },
  {
    id: 'care-month-is-its-lines',
    words: 'the sum of every paid month is the sum of its lines, and no line stands without its month',
    sql: `SELECT coalesce(m.person_id, l.person_id) AS person_id, coalesce(m.month, l.month) AS month
          FROM (SELECT * FROM long_term_care.care_month WHERE area = $1) m
          FULL JOIN (SELECT run_id, person_id, month, sum(amount_fen) AS amount_fen FROM long_term_care.subsidy_line
                     WHERE area = $1 GROUP BY run_id, person_id, month) l
            ON l.run_id = m.run_id AND l.person_id = m.person_id AND l.month = m.month
          WHERE l.amount_fen IS DISTINCT FROM m.amount_fen::numeric`,
  },
  {
    id: 'care-paid-only-with-confirmed-grade',
    words:
      'every payable day lies within an entitlement of that grade, and every entitlement rests on a confirmed assessment',
    sql: `SELECT s.person_id, s.from_on::text AS what FROM long_term_care.care_span s
          WHERE s.area = $1 AND s.stop_reason IS NULL AND NOT EXISTS (
            SELECT 1 FROM long_term_care.care_entitlement e JOIN long_term_care.assessment t
              ON t.area = e.area AND t.id = e.assessment_id AND t.state = 'confirmed' AND t.confirmed_grade = e.grade
            WHERE e.area = $1 AND e.person_id = s.person_id AND e.grade = s.grade
              AND e.starts_on <= s.from_on)
          UNION ALL
          SELECT e.person_id, 'entitlement' FROM long_term_care.care_entitlement e
          JOIN long_term_care.assessment t ON t.area = e.area AND t.id = e.assessment_id
          WHERE e.area = $1 AND (t.state <> 'confirmed' OR t.person_id <> e.person_id OR t.confirmed_grade <> e.grade)`,
  },
  {
    id: 'care-run-is-its-rows',
    words:
      'paid people, lines, exceptions and the total of every run are those of its rows; a discarded run has no paid month and no line',
    sql: `SELECT r.id FROM long_term_care.subsidy_run r
          LEFT JOIN (SELECT run_id, sum(amount_fen) AS total, count(*) AS lines FROM long_term_care.subsidy_line
                     WHERE area = $1 GROUP BY run_id) l ON l.run_id = r.id
          LEFT JOIN (SELECT run_id, count(*) AS people FROM long_term_care.care_month
                     WHERE area = $1 GROUP BY run_id) m ON m.run_id = r.id
          LEFT JOIN (SELECT run_id, count(*) AS exceptions FROM long_term_care.subsidy_exception
                     WHERE area = $1 GROUP BY run_id) x ON x.run_id = r.id
          WHERE r.area = $1 AND CASE WHEN r.state = 'discarded' THEN l.run_id IS NOT NULL OR m.run_id IS NOT NULL
            ELSE (r.total_fen <> coalesce(l.total, 0) OR r.line_count <> coalesce(l.lines, 0)
            OR r.paid_people_count <> coalesce(m.people, 0) OR r.exception_count <> coalesce(x.exceptions, 0)) END`,
  },
  {
    id: 'care-rows-have-parents',
    words:
      'every span, paid month and line belongs to a run and a person of the area (bulk tables carry no foreign key)',
    sql: `SELECT x.person_id, x.run_id FROM (
            SELECT person_id, run_id FROM long_term_care.care_span WHERE area = $1
            UNION SELECT person_id, run_id FROM long_term_care.care_month WHERE area = $1
            UNION SELECT person_id, run_id FROM long_term_care.subsidy_line WHERE area = $1
            UNION SELECT person_id, run_id FROM long_term_care.subsidy_exception WHERE area = $1) x
          WHERE NOT EXISTS (SELECT 1 FROM long_term_care.person p WHERE p.area = $1 AND p.id = x.person_id)
             OR NOT EXISTS (SELECT 1 FROM long_term_care.subsidy_run r WHERE r.area = $1 AND r.id = x.run_id)`,
  },
  {
    id: 'care-sheets-two-before-joint',
    words: 'no assessment left visiting without two submitted sheets, each by one of its two assessors',
    sql: `SELECT t.id, t.state FROM long_term_care.assessment t
          WHERE t.area = $1 AND t.state <> 'visiting' AND 2 <> (
            SELECT count(*) FROM long_term_care.answer_sheet s
            WHERE s.area = $1 AND s.assessment_id = t.id AND s.state = 'submitted')`,
  },
  {
    id: 'care-answers-are-the-sheet',
    words: 'the scores of every submitted sheet are its answers, one row each',
    sql: `SELECT s.id FROM long_term_care.answer_sheet s
          WHERE s.area = $1 AND s.state = 'submitted' AND s.answers IS DISTINCT FROM (
            SELECT jsonb_object_agg(a.item_key, a.score) FROM long_term_care.answer a
            WHERE a.area = $1 AND a.sheet_id = s.id)`,
  },
];
