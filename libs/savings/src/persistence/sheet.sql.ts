/** Open sheets whose last day to answer is over, where the policy takes silence for a yes. $1 area, $2 business date. */
const silent = `s.area = $1 AND s.state = 'open' AND s.answer_until < $2 AND EXISTS (
  SELECT FROM savings.run r JOIN savings.policy p ON p.area = r.area AND p.id = r.policy_id
  WHERE r.area = s.area AND r.id = s.run_id AND p.silence = 'confirms')`;

export const silentActionsSql = `SELECT s.id, s.state, 'confirmed' FROM savings.sheet s WHERE ${silent}`;

export const silentSql = `
UPDATE savings.sheet s SET state = 'confirmed', version = version + 1 WHERE ${silent} RETURNING s.id`;

/** Holds the confirmed sheets of a run that have something to pay, until the end of the transaction. $1 area, $2 run. */
export const holdConfirmedSql = `
SELECT s.id FROM savings.sheet s
WHERE s.area = $1 AND s.run_id = $2 AND s.state = 'confirmed' AND s.retained_fen > 0 ORDER BY s.id FOR UPDATE`;

const held = `s.area = $1 AND s.id = ANY ($2::uuid[]) AND s.state = 'confirmed'`;

export const handedOverActionsSql = `SELECT s.id, s.state, 'handed-over' FROM savings.sheet s WHERE ${held}`;

export const handOverSql = `
UPDATE savings.sheet s SET state = 'handed-over', version = version + 1 WHERE ${held} RETURNING s.id`;
