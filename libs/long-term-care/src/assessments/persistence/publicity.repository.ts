import type { Tx } from '@huiji/platform';
import type { Publicity } from '../model/assessment';
import { insertRows } from '../../persistence/rows';

export const insertPublicity = (tx: Tx, rows: readonly object[]): Promise<readonly unknown[]> =>
  insertRows(
    tx,
    'long_term_care.publicity',
    {
      assessment_id: 'uuid',
      starts_on: 'date',
      ends_on: 'date',
      masked_name: 'text',
      sex: 'text',
      birth_year: 'smallint',
      street: 'text',
      grade: 'smallint',
    },
    rows,
  );

export const publicityOf = (tx: Tx, assessmentIds: readonly string[]): Promise<Publicity[]> =>
  tx.query<Publicity>(
    `SELECT assessment_id AS "assessmentId", starts_on AS "startsOn", ends_on AS "endsOn", masked_name AS "maskedName",
            sex, birth_year AS "birthYear", street, grade
     FROM long_term_care.publicity WHERE area = $1 AND assessment_id = ANY($2::uuid[])`,
    [tx.area, assessmentIds],
  );

/** Assessments in publicity whose last day is before the business date. */
export const publicityOver = async (tx: Tx): Promise<readonly string[]> => {
  const rows = await tx.query<{ id: string }>(
    `SELECT t.id FROM long_term_care.assessment t
     JOIN long_term_care.publicity p ON p.area = t.area AND p.assessment_id = t.id
     WHERE t.area = $1 AND t.state = 'in-publicity' AND p.ends_on < $2::date ORDER BY t.id FOR UPDATE OF t`,
    [tx.area, tx.businessDate],
  );
  return rows.map(({ id }) => id);
};

export const insertObjection = (
  tx: Tx,
  row: { id: string; assessmentId: string; objectorName: string; reason: string },
): Promise<unknown> =>
  tx.query(
    `INSERT INTO long_term_care.objection (area, id, assessment_id, objector_name, reason, filed_on)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [tx.area, row.id, row.assessmentId, row.objectorName, row.reason, tx.businessDate],
  );
