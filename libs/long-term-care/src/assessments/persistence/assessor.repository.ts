import type { Tx } from '@huiji/platform';
import type { Assessor } from '../model/assessment';
import { insertRows } from '../../persistence/rows';

const ASSESSOR = `id, user_id AS "userId", organisation_id AS "organisationId", full_name AS "fullName", expert,
  certificate_number AS "certificateNumber", certificate_expires_on AS "certificateExpiresOn"`;

export const assessorsById = (tx: Tx, ids: readonly string[]): Promise<Assessor[]> =>
  tx.query<Assessor>(`SELECT ${ASSESSOR} FROM long_term_care.assessor WHERE area = $1 AND id = ANY($2::uuid[])`, [
    tx.area,
    ids,
  ]);

export const assessorOfUser = async (tx: Tx, userId: string): Promise<Assessor | undefined> =>
  (
    await tx.query<Assessor>(`SELECT ${ASSESSOR} FROM long_term_care.assessor WHERE area = $1 AND user_id = $2`, [
      tx.area,
      userId,
    ])
  )[0];

export const allAssessors = (tx: Tx): Promise<Assessor[]> =>
  tx.query<Assessor>(`SELECT ${ASSESSOR} FROM long_term_care.assessor WHERE area = $1 ORDER BY full_name, id`, [
    tx.area,
  ]);

export const insertAssessors = (tx: Tx, rows: readonly object[]): Promise<readonly { id: string }[]> =>
  insertRows<{ id: string }>(
    tx,
    'long_term_care.assessor',
    {
      id: 'uuid',
      user_id: 'uuid',
      organisation_id: 'uuid',
      full_name: 'text',
      expert: 'boolean',
      certificate_number: 'text',
      certificate_expires_on: 'date',
    },
    rows,
    'ON CONFLICT (area, user_id) DO NOTHING RETURNING id',
  );

export interface ConflictRow {
  readonly assessorId: string;
  readonly personId: string;
  readonly reason: 'kin' | 'carer' | 'care-provider' | 'assessed-before';
}

/** Declared ties, and assessors who assessed the person before. */
export const conflictsWith = (tx: Tx, personIds: readonly string[]): Promise<ConflictRow[]> =>
  tx.query<ConflictRow>(
    `SELECT assessor_id AS "assessorId", person_id AS "personId", reason FROM long_term_care.assessor_conflict
     WHERE area = $1 AND person_id = ANY($2::uuid[])
     UNION ALL
     SELECT s.assessor_id, t.person_id, 'assessed-before'
     FROM long_term_care.assessment t
     JOIN long_term_care.assessment_assessor s ON s.area = t.area AND s.assessment_id = t.id
     WHERE t.area = $1 AND t.person_id = ANY($2::uuid[])`,
    [tx.area, personIds],
  );

export const insertConflict = (tx: Tx, assessorId: string, personId: string, reason: string): Promise<unknown> =>
  tx.query(
    `INSERT INTO long_term_care.assessor_conflict (area, assessor_id, person_id, reason) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [tx.area, assessorId, personId, reason],
  );
