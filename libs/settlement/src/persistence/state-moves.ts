import { ok, refuse, type Result } from '@huiji/kernel';
import { recordAction, recordActionsSelected, type ActionRecord, type Tx } from '@huiji/platform';

export interface Move extends ActionRecord {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Like `moveState`, with further columns in the same statement, where a CHECK ties them to the state. Column names come
 * from code, never from outside. Refusal STATE_CHANGED when somebody was first.
 */
export const moveWith = async (
  tx: Tx,
  move: Move,
  set: Readonly<Record<string, string | bigint | Date | null>>,
): Promise<Result<void>> => {
  const columns = Object.keys(set)
    .map((column, index) => `${column} = $${index + 5}`)
    .join(', ');
  const moved = await tx.query(
    `UPDATE ${move.table} SET state = $1, version = version + 1${columns === '' ? '' : `, ${columns}`}
     WHERE area = $2 AND id = $3 AND state = $4 RETURNING id`,
    [move.to, tx.area, move.subjectId, move.from, ...Object.values(set)],
  );
  if (moved.length !== 1) return refuse('conflict', 'STATE_CHANGED', { state: move.from });
  await recordAction(tx, move);
  return ok(undefined);
};

export interface SetMove {
  readonly table: string;
  readonly subjectType: string;
  readonly kind: string;
  readonly to: string;
  readonly reason?: string;
  /** Further columns, as SQL: ", sent_on = $2". */
  readonly set?: string;
}

/**
 * Moves every row that fits, with one action for each, in three statements however many they are; returns how many.
 * `where` speaks of the table without an alias and fixes the state that is left; its parameters start at $1.
 */
export const moveSelected = async (
  tx: Tx,
  move: SetMove,
  where: string,
  params: readonly unknown[],
): Promise<bigint> => {
  const area = `$${params.length + 1}`;
  const of = `area = ${area} AND (${where})`;
  const all = [...params, tx.area];
  const [locked] = await tx.query<{ count: bigint }>(
    `SELECT count(*) AS count FROM (SELECT id FROM ${move.table} WHERE ${of} ORDER BY id FOR UPDATE) AS locked`,
    all,
  );
  if (locked === undefined || locked.count === 0n) return 0n;
  const { subjectType, kind, reason } = move;
  await recordActionsSelected(
    tx,
    { subjectType, kind, reason: reason ?? null },
    `SELECT id, state, '${move.to}' FROM ${move.table} WHERE ${of}`,
    all,
  );
  await tx.query(
    `UPDATE ${move.table} SET state = '${move.to}', version = version + 1${move.set ?? ''} WHERE ${of}`,
    all,
  );
  return locked.count;
};
