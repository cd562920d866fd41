import { ok, refuse, type Result } from '@huiji/kernel';
import { recordActions, type Tx } from '@huiji/platform';

/** Column name → PostgreSQL type; the area is added by itself. */
export type Columns = Readonly<Record<string, string>>;

const asJson = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

/**
 * Inserts any number of rows of the transaction's area in one statement. Keys of a row are column names; absent means null.
 * `tail` may say what happens on a conflict and what is returned.
 */
export const insertRows = async <Returned = never>(
  tx: Tx,
  table: string,
  columns: Columns,
  rows: readonly object[],
  tail = '',
): Promise<readonly Returned[]> => {
  if (rows.length === 0) return [];
  const names = Object.keys(columns);
  const types = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return tx.query<Returned>(
    `INSERT INTO ${table} (area, ${names.join(', ')})
     SELECT $1, ${names.join(', ')} FROM jsonb_to_recordset($2::jsonb) AS r(${types.join(', ')}) ${tail}`,
    [tx.area, asJson(rows)],
  );
};

/** What happened to one row: its state moved, or it was made in a state (`from` null). */
export interface Move {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
}

export interface Happening {
  readonly subjectType: string;
  /** Past tense. */
  readonly kind: string;
  readonly reason?: string | null;
}

/** Changes the state of many rows and records an action for each. Refuses STATE_CHANGED when somebody was first with any of them. */
export const moveRows = async (
  tx: Tx,
  table: string,
  happening: Happening,
  moves: readonly Move[],
): Promise<Result<void>> => {
  if (moves.length === 0) return ok(undefined);
  const moved = await tx.query<{ id: string }>(
    `UPDATE ${table} t SET state = m.to_state, version = t.version + 1
     FROM jsonb_to_recordset($2::jsonb) AS m(id uuid, from_state text, to_state text)
     WHERE t.area = $1 AND t.id = m.id AND t.state = m.from_state RETURNING t.id`,
    [tx.area, JSON.stringify(moves.map(({ id, from, to }) => ({ id, from_state: from, to_state: to })))],
  );
  if (moved.length !== moves.length) return refuse('conflict', 'STATE_CHANGED', { state: moves[0]?.from ?? '' });
  await recordMoves(tx, happening, moves);
  return ok(undefined);
};

/** Records an action for each row without touching it: for rows made or changed in a statement of their own. */
export const recordMoves = (tx: Tx, happening: Happening, moves: readonly Move[]): Promise<void> =>
  recordActions(
    tx,
    moves.map(({ id, from, to }) => ({ ...happening, subjectId: id, from, to })),
  );
