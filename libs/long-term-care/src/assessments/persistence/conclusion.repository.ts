import type { Tx } from '@huiji/platform';
import type { Conclusion, ConclusionVote } from '../model/assessment';
import { insertRows } from '../../persistence/rows';

export const keepVotes = (
  tx: Tx,
  rows: readonly {
    assessment_id: string;
    assessor_id: string;
    joint_answers: unknown;
    grade: number;
    voted_at: Date;
  }[],
): Promise<readonly unknown[]> =>
  insertRows(
    tx,
    'long_term_care.conclusion_vote',
    { assessment_id: 'uuid', assessor_id: 'uuid', joint_answers: 'jsonb', grade: 'smallint', voted_at: 'timestamptz' },
    rows,
    `ON CONFLICT (area, assessment_id, assessor_id)
     DO UPDATE SET joint_answers = EXCLUDED.joint_answers, grade = EXCLUDED.grade, voted_at = EXCLUDED.voted_at`,
  );

export const votesOf = (tx: Tx, assessmentIds: readonly string[]): Promise<ConclusionVote[]> =>
  tx.query<ConclusionVote>(
    `SELECT assessment_id AS "assessmentId", assessor_id AS "assessorId", joint_answers AS "jointAnswers", grade
     FROM long_term_care.conclusion_vote WHERE area = $1 AND assessment_id = ANY($2::uuid[])`,
    [tx.area, assessmentIds],
  );

export const insertConclusions = (tx: Tx, rows: readonly object[]): Promise<readonly unknown[]> =>
  insertRows(
    tx,
    'long_term_care.conclusion',
    { assessment_id: 'uuid', basis: 'text', grade: 'smallint', grading: 'jsonb', concluded_on: 'date' },
    rows,
  );

export const conclusionsOf = (tx: Tx, assessmentIds: readonly string[]): Promise<Conclusion[]> =>
  tx.query<Conclusion>(
    `SELECT assessment_id AS "assessmentId", basis, grade, grading, concluded_on AS "concludedOn"
     FROM long_term_care.conclusion WHERE area = $1 AND assessment_id = ANY($2::uuid[])`,
    [tx.area, assessmentIds],
  );
