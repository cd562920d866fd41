import type { PersonalColumn } from '@huiji/platform';

export interface StoredNumberRow {
  readonly id: string;
  readonly label: string | null;
  readonly masked: string | null;
  readonly stored: string;
  readonly personId: string;
}

const numberOf = ({ idColumn, labelColumn, maskedColumn, encryptedColumn, personSql }: PersonalColumn): string =>
  `t.${idColumn} AS id, ${labelColumn === null ? 'NULL' : `t.${labelColumn}`} AS label,
   ${maskedColumn === null ? 'NULL' : `t.${maskedColumn}`} AS masked, t.${encryptedColumn} AS stored, ${personSql ?? 'NULL::uuid'} AS "personId"`;

/** One number of $1 area by the id $2 of its row. */
export const numberSql = (column: PersonalColumn): string =>
  `SELECT ${numberOf(column)} FROM ${column.table} t WHERE t.area = $1 AND t.${column.idColumn} = $2`;

/** The numbers of $1 area, at most $2. */
export const numbersSql = (column: PersonalColumn): string =>
  `SELECT ${numberOf(column)} FROM ${column.table} t WHERE t.area = $1 ORDER BY t.${column.idColumn} LIMIT $2`;

export const insertUnmaskingSql = `
INSERT INTO platform.unmasking (area, id, column_code, row_id, purpose, words, asked_by, asked_at, show_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

export const unmaskingSql = `
SELECT id, column_code AS "columnCode", row_id AS "rowId", asked_by AS "askedBy", show_until AS "showUntil"
FROM platform.unmasking WHERE area = $1 AND id = $2`;

export interface UnmaskingRow {
  readonly id: string;
  readonly columnCode: string;
  readonly rowId: string;
  readonly askedBy: string;
  readonly showUntil: Date;
}

const EXPORT = `e.id, e.column_code AS "columnCode", e.purpose, e.words, e.state, e.requested_by AS "requestedBy",
  e.requested_at AS "requestedAt", e.decided_by AS "decidedBy", e.decided_at AS "decidedAt",
  e.refusal_reason AS "refusalReason", e.expires_at AS "expiresAt", e.taken_at AS "takenAt"`;

export const insertExportSql = `
INSERT INTO platform.personal_export (area, id, column_code, purpose, words, state, requested_by, requested_at)
VALUES ($1, $2, $3, $4, $5, 'requested', $6, $7)`;

export const exportSql = (lock: '' | 'FOR UPDATE' = ''): string =>
  `SELECT ${EXPORT} FROM platform.personal_export e WHERE e.area = $1 AND e.id = $2 ${lock}`;

/** A page of $1 area; the keyset begins at $3. */
export const exportPageSql = (where: string, orderBy: string): string =>
  `SELECT ${EXPORT} FROM platform.personal_export e WHERE e.area = $1 AND ${where} ORDER BY ${orderBy} LIMIT $2`;

export const decideExportSql = `
UPDATE platform.personal_export
SET state = $3, version = version + 1, decided_by = $4, decided_at = $5, refusal_reason = $6, expires_at = $7
WHERE area = $1 AND id = $2`;

export const takeExportSql = `
UPDATE platform.personal_export SET state = 'taken', version = version + 1, taken_at = $3 WHERE area = $1 AND id = $2`;
