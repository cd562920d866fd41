import { foldInvariant, type Invariant } from '@huiji/platform';

/** Promises about approvals, checked by `npm run verify`. */
export const approvalInvariants: readonly Invariant[] = [
  foldInvariant('approval.act', 'approval-act'),
  foldInvariant('approval.policy', 'approval-policy'),
  {
    id: 'approval-passed-by-people',
    words: 'what was passed was passed at every step by as many different people as it wanted, and returned by nobody',
    sql: `SELECT a.id, a.subject_type, a.subject_id FROM approval.act a
          CROSS JOIN LATERAL (VALUES ('first-review', a.first_review_people), ('recheck', a.recheck_people),
            ('approval', a.approval_people)) AS s(step, people)
          WHERE a.area = $1 AND a.state = 'passed' AND (
            (SELECT count(DISTINCT r.person_id) FROM approval.review r
             WHERE r.area = $1 AND r.act_id = a.id AND r.step = s.step AND r.decision = 'pass') < s.people
            OR EXISTS (SELECT FROM approval.review r WHERE r.area = $1 AND r.act_id = a.id AND r.decision = 'return'))`,
  },
  {
    id: 'approval-clerk-is-no-reviewer',
    words: 'nobody who locked a subject has reviewed it in any round',
    sql: `SELECT a.id, r.person_id FROM approval.act a
          JOIN approval.review r ON r.area = $1 AND r.subject_id = a.subject_id AND r.person_id = a.opened_by
          WHERE a.area = $1`,
  },
  {
    id: 'approval-policy-approved',
    words: 'every approval policy in force was approved itself',
    sql: `SELECT p.id FROM approval.policy p WHERE p.area = $1 AND p.state = 'in-force' AND NOT EXISTS (
            SELECT FROM approval.act a WHERE a.area = $1 AND a.subject_type = 'approval-policy' AND a.subject_id = p.id
              AND a.state = 'passed')`,
  },
  {
    id: 'approval-waits-only-while-open',
    words: 'a step waits in an inbox only while its round is open, and every open round waits for somebody',
    sql: `SELECT w.subject_type, w.subject_id, a.state FROM approval.waiting_item w
          JOIN approval.act a ON a.area = $1 AND a.id = w.act_id AND a.state <> 'open' WHERE w.area = $1
          UNION ALL
          SELECT a.subject_type, a.subject_id, a.state FROM approval.act a
          WHERE a.area = $1 AND a.state = 'open' AND a.first_review_days IS NOT NULL AND NOT EXISTS (
            SELECT FROM approval.waiting_item w WHERE w.area = $1 AND w.act_id = a.id)`,
  },
];
