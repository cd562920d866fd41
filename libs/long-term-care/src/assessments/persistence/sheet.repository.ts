import type { Tx } from '@huiji/platform';
import type { AnswerSheet } from '../model/assessment';
import { insertRows } from '../../persistence/rows';

const SHEET = `id, assessment_id AS "assessmentId", assessor_id AS "assessorId", state, version, answers, grading,
  guardian_present AS "guardianPresent", submitted_at AS "submittedAt"`;

/** The sheets of one assessor for these assessments, locked. */
export const ownSheets = (tx: Tx, assessorId: string, assessmentIds: readonly string[]): Promise<AnswerSheet[]> =>
  tx.query<AnswerSheet>(
    `SELECT ${SHEET} FROM long_term_care.answer_sheet
     WHERE area = $1 AND assessor_id = $2 AND assessment_id = ANY($3::uuid[]) ORDER BY id FOR UPDATE`,
    [tx.area, assessorId, assessmentIds],
  );

export const sheetsOf = (tx: Tx, assessmentIds: readonly string[]): Promise<AnswerSheet[]> =>
  tx.query<AnswerSheet>(
    `SELECT ${SHEET} FROM long_term_care.answer_sheet WHERE area = $1 AND assessment_id = ANY($2::uuid[]) ORDER BY id`,
    [tx.area, assessmentIds],
  );

export interface SheetRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly assessor_id: string;
  readonly state: 'draft' | 'submitted';
  readonly answers: unknown;
  readonly grade: number | null;
  readonly grading: unknown;
  readonly guardian_present: boolean | null;
  readonly saved_at: Date;
  readonly submitted_at: Date | null;
}

/** Keeps sheets: a draft is made or overwritten, and may become submitted; a submitted sheet is never touched. */
export const keepSheets = (tx: Tx, rows: readonly SheetRow[]): Promise<readonly { id: string; version: number }[]> =>
  insertRows<{ id: string; version: number }>(
    tx,
    'long_term_care.answer_sheet AS s',
    {
      id: 'uuid',
      assessment_id: 'uuid',
      assessor_id: 'uuid',
      state: 'text',
      answers: 'jsonb',
      grade: 'smallint',
      grading: 'jsonb',
      guardian_present: 'boolean',
      saved_at: 'timestamptz',
      submitted_at: 'timestamptz',
    },
    rows,
    `ON CONFLICT (area, assessment_id, assessor_id) DO UPDATE SET state = EXCLUDED.state, answers = EXCLUDED.answers,
       grade = EXCLUDED.grade, grading = EXCLUDED.grading, guardian_present = EXCLUDED.guardian_present,
       saved_at = EXCLUDED.saved_at, submitted_at = EXCLUDED.submitted_at, version = s.version + 1
     WHERE s.state = 'draft' RETURNING s.id, s.version`,
  );

export const insertAnswers = (
  tx: Tx,
  rows: readonly { sheet_id: string; item_key: string; score: number }[],
): Promise<readonly unknown[]> =>
  insertRows(tx, 'long_term_care.answer', { sheet_id: 'uuid', item_key: 'text', score: 'integer' }, rows);

/** The assessments among these whose two sheets are both submitted. */
export const withBothSheets = async (tx: Tx, assessmentIds: readonly string[]): Promise<readonly string[]> => {
  const rows = await tx.query<{ id: string }>(
    `SELECT assessment_id AS id FROM long_term_care.answer_sheet
     WHERE area = $1 AND assessment_id = ANY($2::uuid[]) AND state = 'submitted'
     GROUP BY assessment_id HAVING count(*) = 2 ORDER BY assessment_id`,
    [tx.area, assessmentIds],
  );
  return rows.map(({ id }) => id);
};
