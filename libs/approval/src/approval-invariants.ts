import { foldInvariant, type Invariant } from '@huiji/platform';

/** Promises about approvals, checked by `npm run verify`. */
export const approvalInvariants: readonly Invariant[] = [
  foldInvariant('approval.act', 'approval-act'),
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
];
