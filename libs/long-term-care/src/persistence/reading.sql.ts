import type { Tx } from '@huiji/platform';
import type { CareFunnel } from '../care/model/subsidy-run';

/** How many sheets of each assessment are submitted. */
export const sheetsInOf = async (tx: Tx, assessmentIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.query<{ id: string; n: bigint }>(
    `SELECT assessment_id AS id, count(*) AS n FROM long_term_care.answer_sheet
     WHERE area = $1 AND assessment_id = ANY($2::uuid[]) AND state = 'submitted' GROUP BY assessment_id`,
    [tx.area, assessmentIds],
  );
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
};

/** The funnel of the area, of everything up to now. */
export const funnelOf = async (tx: Tx): Promise<CareFunnel> => {
  const [row] = await tx.query<CareFunnel>(
    `SELECT a.applied, a.accepted, a.returned, t.assessed, t.passed, t."notPassed"
     FROM (SELECT count(*) AS applied, count(*) FILTER (WHERE state IN ('accepted', 'concluded')) AS accepted,
                  count(*) FILTER (WHERE state = 'returned') AS returned
           FROM long_term_care.application WHERE area = $1) a,
          (SELECT count(*) FILTER (WHERE assessed_grade IS NOT NULL) AS assessed,
                  count(*) FILTER (WHERE state = 'confirmed') AS passed,
                  count(*) FILTER (WHERE state = 'not-passed') AS "notPassed"
           FROM long_term_care.assessment WHERE area = $1) t`,
    [tx.area],
  );
  return row ?? { applied: 0n, accepted: 0n, returned: 0n, assessed: 0n, passed: 0n, notPassed: 0n };
};
