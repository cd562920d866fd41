/**
 * Columns of platform.action in the order in which they are hashed. A new column of that table means a new form, not
 * another order here: what was sealed under the old one must still come out the same.
 */
export const HASHED_COLUMNS = [
  'area',
  'id',
  'seq',
  'subject_type',
  'subject_id',
  'kind',
  'from_state',
  'to_state',
  'reason',
  'payload',
  'actor_kind',
  'actor_id',
  'actor_name',
  'request_id',
  'client_address',
  'business_date',
  'at',
  'on_behalf_of',
] as const;

export const FORM = 1;

/** Bytes of one leaf: id, seq, hash. */
export const LEAF_BYTES = 56;

/** An instant is written without the zone of the session. */
const valueOf = (column: string): string => (column === 'at' ? `a.at AT TIME ZONE 'UTC'` : `a.${column}`);

/**
 * SQL of one leaf: the row's id, its seq, and the SHA-256 of the canonical bytes of all its columns, which are the JSON
 * array of its values in UTF-8 (an encrypted personal value is hashed as the ciphertext that it is).
 */
const leaf = `uuid_send(a.id) || int8send(a.seq)
  || sha256(convert_to(json_build_array(${HASHED_COLUMNS.map(valueOf).join(', ')})::text, 'UTF8'))`;

/** The leaves of $1 area with $2 < seq ≤ $3, at most $4 of them, as one value. Row: leaves, row_count, last_seq. */
export const leavesSql = `
SELECT string_agg(l.leaf, ''::bytea ORDER BY l.seq, l.id) AS leaves, count(*) AS "rowCount", max(l.seq) AS "lastSeq"
FROM (
  SELECT a.seq, a.id, ${leaf} AS leaf FROM platform.action a
  WHERE a.area = $1 AND a.seq > $2 AND a.seq <= $3
  ORDER BY a.seq, a.id
  LIMIT $4) l`;

export interface LeavesRow {
  readonly leaves: Buffer | null;
  readonly rowCount: bigint;
  readonly lastSeq: bigint | null;
}

const COLUMNS = `s.area, s.number, s.form, s.first_position AS "firstPosition", s.row_count AS "rowCount",
  s.after_seq AS "afterSeq", s.last_seq AS "lastSeq", s.previous_head AS "previousHead", s.head,
  s.sealed_at AS "sealedAt"`;

/** The newest seal of $1 area. */
export const lastSealSql = `SELECT ${COLUMNS} FROM platform.seal s WHERE s.area = $1 ORDER BY s.number DESC LIMIT 1`;

/** The next seal of $1 area after number $2, with its leaves. */
export const nextSealSql = `
SELECT ${COLUMNS}, s.leaves FROM platform.seal s WHERE s.area = $1 AND s.number > $2 ORDER BY s.number LIMIT 1`;

/** The head of seal $2 of $1 area. */
export const headSql = 'SELECT s.head FROM platform.seal s WHERE s.area = $1 AND s.number = $2';

/** Every head of $1 area from number $2 on, at most $3. */
export const headsSql = `
SELECT ${COLUMNS} FROM platform.seal s WHERE s.area = $1 AND s.number >= $2 ORDER BY s.number LIMIT $3`;

/** A page of seals; the keyset begins at $3. */
export const sealPageSql = (where: string, orderBy: string): string =>
  `SELECT ${COLUMNS} FROM platform.seal s WHERE s.area = $1 AND ${where} ORDER BY ${orderBy} LIMIT $2`;

/** Adds a seal; nothing comes back when another sealer was first. */
export const insertSealSql = `
INSERT INTO platform.seal
  (area, number, form, first_position, row_count, after_seq, last_seq, previous_head, head, leaves, sealed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT DO NOTHING RETURNING number`;

/** Notes how far the trail of $1 reaches now, when that is farther than any look or seal before. */
export const lookSql = `
INSERT INTO platform.seal_look (area, seq, seen_at)
SELECT $1, a.seq, clock_timestamp()
FROM (SELECT seq FROM platform.action WHERE area = $1 ORDER BY seq DESC LIMIT 1) a
WHERE a.seq > coalesce((SELECT max(l.seq) FROM platform.seal_look l WHERE l.area = $1), 0)
  AND a.seq > coalesce((SELECT max(s.last_seq) FROM platform.seal s WHERE s.area = $1), 0)
ON CONFLICT DO NOTHING`;

/**
 * Adds to the looks of $1 that are $2 seconds old which transactions there were. Not at the look itself: a row is given
 * its seq a moment before its transaction is given its id.
 */
export const stampLooksSql = `
UPDATE platform.seal_look SET snapshot_end = pg_snapshot_xmax(pg_current_snapshot())
WHERE area = $1 AND snapshot_end IS NULL AND seen_at < clock_timestamp() - make_interval(secs => $2)`;

/** Nobody in this database is writing an action: who inserts one holds this lock until the transaction ends. */
const nobodyWrites = `NOT EXISTS (SELECT FROM pg_locks k
  WHERE k.locktype = 'relation' AND k.relation = 'platform.action'::regclass AND k.mode = 'RowExclusiveLock'
    AND k.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))`;

/**
 * How far $1 may be sealed: the farthest look that is older than $2 seconds, and after which every transaction that was
 * under way then has ended: as far as this server knows, other databases included, or because nobody writes here now.
 */
export const ripeSql = `
SELECT max(l.seq) AS seq FROM platform.seal_look l
WHERE l.area = $1 AND l.seen_at < clock_timestamp() - make_interval(secs => $2)
  AND (l.snapshot_end <= pg_snapshot_xmin(pg_current_snapshot()) OR ${nobodyWrites})`;

/** Looks of $1 that a seal has reached are over. */
export const forgetLooksSql = `
DELETE FROM platform.seal_look l
WHERE l.area = $1 AND l.seq <= (SELECT max(s.last_seq) FROM platform.seal s WHERE s.area = $1)`;

/** What no seal of $1 covers: rows after seq $2. */
export const tailSql = `
SELECT count(*) AS count, min(a.at) AS since FROM platform.action a WHERE a.area = $1 AND a.seq > $2`;
