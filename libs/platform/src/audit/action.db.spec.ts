import { ok, type Result } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { moveState, nextState, recordAction, recordActions, recordActionsSelected, type Transitions } from './action';
import { foldInvariant } from './invariant';

type State = 'draft' | 'submitted' | 'accepted';
const transitions = {
  draft: { submit: 'submitted' },
  submitted: { accept: 'accepted', withdraw: 'draft' },
  accepted: {},
} as const satisfies Transitions<State, 'submit' | 'accept' | 'withdraw'>;

describe('what happened', () => {
  let db: TestDatabase;
  const user = '01900000-0000-7000-8000-000000000001';
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    await db.ownerQuery(
      `CREATE TABLE platform.thing (area platform.area_code, id uuid, state text, version integer DEFAULT 1)`,
    );
    await db.ownerQuery('GRANT SELECT, INSERT, UPDATE ON platform.thing TO huiji_app');
  });
  afterAll(() => db.close());

  const make = async (): Promise<string> => {
    const made = await db.database.inTransaction(db.scope('510900', user), async (tx) => {
      const id = tx.newId();
      await tx.query(`INSERT INTO platform.thing (area, id, state) VALUES ($1, $2, 'draft')`, [tx.area, id]);
      await recordAction(tx, { subjectType: 'thing', subjectId: id, kind: 'ThingDrafted', to: 'draft' });
      return ok(id);
    });
    if (!made.ok) throw new Error('not made');
    return made.value;
  };
  const submit = (id: string): Promise<Result<void>> =>
    db.database.inTransaction(db.scope('510900', user), (tx) =>
      moveState(tx, {
        table: 'platform.thing',
        subjectType: 'thing',
        subjectId: id,
        from: 'draft',
        to: 'submitted',
        kind: 'ThingSubmitted',
        reason: 'ready',
        payload: { amount: 12n },
      }),
    );
  const broken = () => db.ownerQuery(foldInvariant('platform.thing', 'thing').sql, ['510900']);

  it('stands with who, when, why and both states, and the state column is its fold', async () => {
    const id = await make();
    expect(await submit(id)).toEqual({ ok: true });
    const rows = await db.ownerQuery(
      `SELECT kind, from_state, to_state, reason, payload, actor_kind, actor_id, business_date FROM platform.action WHERE subject_id = $1 ORDER BY seq`,
      [id],
    );
    expect(rows).toMatchObject([
      { kind: 'ThingDrafted', from_state: null, to_state: 'draft' },
      {
        kind: 'ThingSubmitted',
        from_state: 'draft',
        to_state: 'submitted',
        reason: 'ready',
        payload: { amount: '12' },
        actor_kind: 'person',
        actor_id: user,
        business_date: '2020-07-01',
      },
    ]);
    expect(await broken()).toEqual([]);
  });

  it('the fold finds a state that was changed behind the actions', async () => {
    const id = await make();
    await db.ownerQuery(`UPDATE platform.thing SET state = 'accepted' WHERE id = $1`, [id]);
    expect(await broken()).toMatchObject([{ id, state: 'accepted', to_state: 'draft' }]);
    await db.ownerQuery(`UPDATE platform.thing SET state = 'draft' WHERE id = $1`, [id]);
  });

  it('of two who move the same thing at once one is told that it changed', async () => {
    const id = await make();
    const results = await Promise.all([submit(id), submit(id)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: 'STATE_CHANGED' } });
    expect(await broken()).toEqual([]);
  });

  it('PD-05 an act of the system carries the name of the part, never a person', async () => {
    await db.database.inTransaction(db.scope('510900'), async (tx) =>
      ok(await recordAction(tx, { subjectType: 'clock', subjectId: user, kind: 'DayPassed' })),
    );
    const rows = await db.ownerQuery(
      `SELECT actor_kind, actor_id, actor_name FROM platform.action WHERE kind = 'DayPassed'`,
    );
    expect(rows).toEqual([{ actor_kind: 'system', actor_id: null, actor_name: 'test' }]);
  });

  it('many are added in one statement, in their order; a query adds one per row', async () => {
    const ids = [await make(), await make()];
    await db.database.inTransaction(db.scope('510900', user), async (tx) => {
      await recordActions(
        tx,
        ids.map((subjectId) => ({ subjectType: 'other', subjectId, kind: 'OtherSeen', to: 'seen' })),
      );
      await recordActionsSelected(
        tx,
        { subjectType: 'other', kind: 'OtherClosed' },
        `SELECT id, 'seen', 'closed' FROM platform.thing WHERE area = $1 AND id = ANY($2)`,
        [tx.area, ids],
      );
      return ok(undefined);
    });
    const rows = await db.ownerQuery<{ kind: string; subject_id: string }>(
      `SELECT kind, subject_id FROM platform.action WHERE subject_type = 'other' ORDER BY seq`,
    );
    expect(rows.slice(0, 2)).toEqual(ids.map((subject_id) => ({ kind: 'OtherSeen', subject_id })));
    expect(rows.slice(2).map((row) => row.kind)).toEqual(['OtherClosed', 'OtherClosed']);
  });

  it('cannot be changed or taken back by the application', async () => {
    for (const sql of [
      `UPDATE platform.action SET reason = 'other'`,
      'DELETE FROM platform.action',
      'TRUNCATE platform.action',
    ]) {
      const attempt = db.database.inTransaction(db.scope('510900'), async (tx) => ok(await tx.query(sql)));
      await expect(attempt).rejects.toThrow('permission denied');
    }
  });

  it('PD-08 what may happen next is a table; anything else is a refusal with the facts', () => {
    expect(nextState<State, 'submit' | 'accept' | 'withdraw'>(transitions, 'draft', 'submit')).toEqual({
      ok: true,
      value: 'submitted',
    });
    expect(nextState<State, 'submit' | 'accept' | 'withdraw'>(transitions, 'accepted', 'withdraw')).toMatchObject({
      refusal: { kind: 'state', code: 'WRONG_STATE', facts: { state: 'accepted', action: 'withdraw' } },
    });
  });
});
