import { ok, refuse, type Result } from '@huiji/kernel';
import { derivedId } from '../database/derived-id';
import { jsonRows } from '../database/json-rows';
import type { Tx } from '../database/tx';
import { latestActs } from './stale-version';

/** One thing that happened to one subject: the audit record and the history are this one row. */
export interface ActionRecord {
  /** Noun of the subject, kebab-case: 'volume-report'. */
  readonly subjectType: string;
  readonly subjectId: string;
  /** Past tense: 'ReportSubmitted'. */
  readonly kind: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  /** Facts, never a personal number. */
  readonly payload?: Readonly<Record<string, unknown>>;
}

const COLUMNS = `area, id, subject_type, subject_id, kind, from_state, to_state, reason, payload,
  actor_kind, actor_id, actor_name, request_id, client_address, business_date, at, on_behalf_of`;

const actorParams = (tx: Tx): readonly unknown[] => [
  tx.area,
  tx.actor.kind,
  tx.actor.kind === 'person' ? tx.actor.userId : null,
  tx.actor.kind === 'system' ? tx.actor.name : null,
  tx.requestId,
  tx.clientAddress,
  tx.businessDate,
  tx.now,
  tx.actor.kind === 'person' ? (tx.actor.onBehalfOf ?? null) : null,
];

/** Adds actions in the caller's transaction; one statement however many. */
export const recordActions = async (tx: Tx, actions: readonly ActionRecord[]): Promise<void> => {
  if (actions.length === 0) return;
  const rows = actions.map((action) => ({
    id: tx.newId(),
    subject_type: action.subjectType,
    subject_id: action.subjectId,
    kind: action.kind,
    from_state: action.from ?? null,
    to_state: action.to ?? null,
    reason: action.reason ?? null,
    payload: action.payload ?? {},
  }));
  await tx.query(
    `INSERT INTO platform.action (${COLUMNS})
     SELECT $1, a.id, a.subject_type, a.subject_id, a.kind, a.from_state, a.to_state, a.reason, a.payload,
            $2, $3::uuid, $4, $5::uuid, $6, $7::date, $8::timestamptz, $9::uuid
     FROM ROWS FROM (jsonb_to_recordset($10::jsonb) AS (id uuid, subject_type text, subject_id uuid, kind text,
            from_state text, to_state text, reason text, payload jsonb)) WITH ORDINALITY
          AS a(id, subject_type, subject_id, kind, from_state, to_state, reason, payload, n)
     ORDER BY a.n`,
    [...actorParams(tx), jsonRows(rows)],
  );
};

export const recordAction = (tx: Tx, action: ActionRecord): Promise<void> => recordActions(tx, [action]);

/**
 * Adds one action per row of a query: the set-based twin of `recordActions`.
 * `select` yields (subject_id uuid, from_state text, to_state text); its parameters start at $1.
 */
export const recordActionsSelected = async (
  tx: Tx,
  action: Pick<ActionRecord, 'subjectType' | 'kind' | 'reason'>,
  select: string,
  params: readonly unknown[],
): Promise<void> => {
  const n = params.length;
  await tx.query(
    `INSERT INTO platform.action (${COLUMNS})
     SELECT $${n + 1}, ${derivedId(`$${n + 13}::uuid`, 'row_number() OVER ()')}, $${n + 10}, s.subject_id, $${n + 11}, s.from_state, s.to_state, $${n + 12}, '{}'::jsonb,
            $${n + 2}, $${n + 3}::uuid, $${n + 4}, $${n + 5}::uuid, $${n + 6}, $${n + 7}::date, $${n + 8}::timestamptz, $${n + 9}::uuid
     FROM (${select}) AS s(subject_id, from_state, to_state)`,
    [...params, ...actorParams(tx), action.subjectType, action.kind, action.reason ?? null, tx.newId()],
  );
};

/** What may happen next, as data: state → action → state. */
export type Transitions<State extends string, Action extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Action, State>>>>
>;

/** The state an action leads to; refusal WRONG_STATE with the facts. */
export const nextState = <State extends string, Action extends string>(
  table: Transitions<State, Action>,
  state: State,
  action: Action,
): Result<State> => {
  const next = table[state][action];
  return next === undefined ? refuse('state', 'WRONG_STATE', { state, action }) : ok(next);
};

export interface StateMove extends ActionRecord {
  /** schema.table with columns (area, id, state, version). */
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** Changes the state column and adds the action, together. Refusal STATE_CHANGED, with what was done, when somebody was first. */
export const moveState = async (tx: Tx, move: StateMove): Promise<Result<void>> => {
  if (!/^[a-z_]+\.[a-z_]+$/.test(move.table)) throw new Error(`not a table: ${move.table}`);
  const moved = await tx.query<{ id: string }>(
    `UPDATE ${move.table} SET state = $1, version = version + 1 WHERE area = $2 AND id = $3 AND state = $4 RETURNING id`,
    [move.to, tx.area, move.subjectId, move.from],
  );
  if (moved.length !== 1)
    return refuse('conflict', 'STATE_CHANGED', { state: move.from, changes: await latestActs(tx, move, 1) });
  await recordAction(tx, move);
  return ok(undefined);
};
