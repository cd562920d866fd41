import type { Finding } from '../model/seal';

const COLUMNS = `v.id, v.state, v.asked_by AS "askedBy", v.asked_at AS "askedAt", v.finished_at AS "finishedAt",
  v.seal_count AS "sealCount", v.row_count AS "rowCount", v.finding_count AS "findingCount", v.findings,
  v.tail_count AS "tailCount", v.tail_since AS "tailSince", v.done_rows AS "doneRows", v.total_rows AS "totalRows"`;

export interface VerificationRow {
  readonly id: string;
  readonly state: 'asked' | 'done';
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  readonly sealCount: bigint | null;
  readonly rowCount: bigint | null;
  readonly findingCount: bigint | null;
  readonly findings: readonly StoredFinding[];
  readonly tailCount: bigint | null;
  readonly tailSince: Date | null;
  readonly doneRows: bigint;
  readonly totalRows: bigint | null;
}

/** A finding as JSON keeps it. */
export interface StoredFinding {
  readonly kind: Finding['kind'];
  readonly seal: string;
  readonly actionId: string | null;
  readonly seq: string | null;
}

/** A page of the verifications of $1 area; the keyset begins at $3. */
export const verificationPageSql = (where: string, orderBy: string): string =>
  `SELECT ${COLUMNS} FROM platform.seal_verification v WHERE v.area = $1 AND ${where} ORDER BY ${orderBy} LIMIT $2`;

export const verificationSql = `SELECT ${COLUMNS} FROM platform.seal_verification v WHERE v.area = $1 AND v.id = $2`;

export const insertVerificationSql = `
INSERT INTO platform.seal_verification (area, id, state, asked_by, asked_at, kept_heads)
VALUES ($1, $2, 'asked', $3, $4, $5)`;

export const keptHeadsSql = `
SELECT kept_heads AS "keptHeads" FROM platform.seal_verification WHERE area = $1 AND id = $2 AND state = 'asked'`;

/** How far it is: $3 of $4 rows. */
export const verificationProgressSql = `
UPDATE platform.seal_verification SET done_rows = $3, total_rows = $4 WHERE area = $1 AND id = $2 AND state = 'asked'`;

export const finishVerificationSql = `
UPDATE platform.seal_verification
SET state = 'done', finished_at = $3, done_rows = $5, total_rows = $5, seal_count = $4, row_count = $5, finding_count = $6, findings = $7::jsonb,
    tail_count = $8, tail_since = $9
WHERE area = $1 AND id = $2 AND state = 'asked'`;

/** Rows under seal in $1 area. */
export const sealedRowsSql = `
SELECT coalesce((SELECT s.first_position + s.row_count - 1 FROM platform.seal s WHERE s.area = $1 ORDER BY s.number DESC LIMIT 1), 0) AS rows`;
