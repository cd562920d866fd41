import type { Tx } from '@huiji/platform';
import type { Assessment, Seat } from '../model/assessment';
import { insertRows } from '../../persistence/rows';

const ASSESSMENT = `t.id, t.application_id AS "applicationId", t.person_id AS "personId",
  t.instrument_key AS "instrumentKey", t.instrument_version AS "instrumentVersion", t.visit_on AS "visitOn",
  t.visit_place AS "visitPlace", t.state, t.version, t.assessed_grade AS "assessedGrade", t.concluded_on AS "concludedOn",
  t.confirmed_grade AS "confirmedGrade", t.confirmed_on AS "confirmedOn"`;

export interface NewAssessment {
  readonly id: string;
  readonly application_id: string;
  readonly person_id: string;
  readonly instrument_key: string;
  readonly instrument_version: string;
  readonly visit_on: string;
  readonly visit_place: string;
  readonly state: 'visiting';
}

export const insertAssessments = (tx: Tx, rows: readonly NewAssessment[]): Promise<readonly { id: string }[]> =>
  insertRows<{ id: string }>(
    tx,
    'long_term_care.assessment',
    {
      id: 'uuid',
      application_id: 'uuid',
      person_id: 'uuid',
      instrument_key: 'text',
      instrument_version: 'text',
      visit_on: 'date',
      visit_place: 'text',
      state: 'text',
    },
    rows,
    'ON CONFLICT (area, application_id) DO NOTHING RETURNING id',
  );

export const insertSeats = (
  tx: Tx,
  rows: readonly { assessment_id: string; assessor_id: string; seat: number }[],
): Promise<readonly unknown[]> =>
  insertRows(
    tx,
    'long_term_care.assessment_assessor',
    { assessment_id: 'uuid', assessor_id: 'uuid', seat: 'smallint' },
    rows,
  );

export const assessmentsById = (tx: Tx, ids: readonly string[], lock: '' | 'FOR UPDATE' = ''): Promise<Assessment[]> =>
  tx.query<Assessment>(
    `SELECT ${ASSESSMENT} FROM long_term_care.assessment t
     WHERE t.area = $1 AND t.id = ANY($2::uuid[]) ORDER BY t.id ${lock}`,
    [tx.area, ids],
  );

export const assessmentsOfApplications = (tx: Tx, applicationIds: readonly string[]): Promise<Assessment[]> =>
  tx.query<Assessment>(
    `SELECT ${ASSESSMENT} FROM long_term_care.assessment t
     WHERE t.area = $1 AND t.application_id = ANY($2::uuid[]) ORDER BY t.id`,
    [tx.area, applicationIds],
  );

export interface AssessmentFilter {
  readonly state: string | null;
  /** Only the tasks of this assessor. */
  readonly assessorId: string | null;
}

/** One page of assessments; `slice` is a keyset over t.id with parameters from $4. */
export const assessmentPage = (
  tx: Tx,
  { state, assessorId }: AssessmentFilter,
  slice: {
    readonly where: string;
    readonly orderBy: string;
    readonly limit: number;
    readonly params: readonly unknown[];
  },
): Promise<Assessment[]> =>
  tx.query<Assessment>(
    `SELECT ${ASSESSMENT} FROM long_term_care.assessment t
     WHERE t.area = $1 AND ($2::text IS NULL OR t.state = $2)
       AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM long_term_care.assessment_assessor s
            WHERE s.area = $1 AND s.assessment_id = t.id AND s.assessor_id = $3))
       AND ${slice.where}
     ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
    [tx.area, state, assessorId, ...slice.params],
  );

export const seatsOf = (tx: Tx, assessmentIds: readonly string[]): Promise<Seat[]> =>
  tx.query<Seat>(
    `SELECT s.assessment_id AS "assessmentId", s.assessor_id AS "assessorId", r.user_id AS "userId",
            r.full_name AS "fullName", r.expert, s.seat
     FROM long_term_care.assessment_assessor s
     JOIN long_term_care.assessor r ON r.area = s.area AND r.id = s.assessor_id
     WHERE s.area = $1 AND s.assessment_id = ANY($2::uuid[]) ORDER BY s.assessment_id, s.seat`,
    [tx.area, assessmentIds],
  );

export interface ConcludedRow {
  readonly id: string;
  readonly grade: number;
}

/** joint → concluded, with the assessed grade; answers how many rows moved. */
export const concludeAssessments = async (tx: Tx, rows: readonly ConcludedRow[]): Promise<number> => {
  const moved = await tx.query(
    `UPDATE long_term_care.assessment t
     SET state = 'concluded', version = t.version + 1, assessed_grade = r.grade, concluded_on = $3::date
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, grade smallint)
     WHERE t.area = $1 AND t.id = r.id AND t.state = 'joint' RETURNING t.id`,
    [tx.area, JSON.stringify(rows), tx.businessDate],
  );
  return moved.length;
};

/** To a final state, with the assessed grade confirmed; answers how many rows moved. */
export const confirmAssessments = async (
  tx: Tx,
  rows: readonly { readonly id: string; readonly from: string; readonly to: 'confirmed' | 'not-passed' }[],
  confirmedBy: string,
): Promise<number> => {
  const moved = await tx.query(
    `UPDATE long_term_care.assessment t
     SET state = r.to_state, version = t.version + 1, confirmed_grade = t.assessed_grade, confirmed_on = $3::date,
         confirmed_by = $4
     FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, from_state text, to_state text)
     WHERE t.area = $1 AND t.id = r.id AND t.state = r.from_state RETURNING t.id`,
    [
      tx.area,
      JSON.stringify(rows.map(({ id, from, to }) => ({ id, from_state: from, to_state: to }))),
      tx.businessDate,
      confirmedBy,
    ],
  );
  return moved.length;
};
