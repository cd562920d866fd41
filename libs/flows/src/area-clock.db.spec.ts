import { randomUUID } from 'node:crypto';
import { addDays, areaCode, ok, plainDate } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { recordAction, Requests, type Caller, type Tx } from '@huiji/platform';
import { AreaClockFlow } from './area-clock.flow';
import { DailySchedule, type DailyAct } from './daily-schedule';

describe('X11 the business date of an area', () => {
  let db: TestDatabase;
  const mornings: string[] = [];
  const watch: DailyAct = {
    name: 'watch',
    run: async (tx: Tx) => {
      const [row] = await tx.query<{ day: string }>('SELECT business_date AS day FROM platform.area WHERE area = $1', [
        tx.area,
      ]);
      mornings.push(`${tx.businessDate}=${row?.day ?? ''}`);
      return 0;
    },
  };
  const clockOf = (...acts: DailyAct[]): AreaClockFlow => new AreaClockFlow(new DailySchedule(acts));
  const dayOf = async (area: string): Promise<unknown> =>
    (await db.ownerQuery('SELECT business_date FROM platform.area WHERE area = $1', [area]))[0];

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    await seedArea(db, '440300', { demonstration: false });
  });
  beforeEach(() => mornings.splice(0));
  afterAll(() => db.close());

  it("moves day by day, and each day's schedule runs on that day before the next", async () => {
    const moved = await db.database.inTransaction(db.scope('510900'), (tx) => clockOf(watch).advance(tx, 3));
    expect(moved).toEqual(ok('2020-07-04'));
    expect(mornings).toEqual(['2020-07-02=2020-07-02', '2020-07-03=2020-07-03', '2020-07-04=2020-07-04']);
    expect(await dayOf('510900')).toEqual({ business_date: '2020-07-04' });
    const [action] = await db.ownerQuery(
      `SELECT kind, business_date FROM platform.action WHERE area = '510900' AND subject_type = 'area'`,
    );
    expect(action).toEqual({ kind: 'AreaDateAdvanced', business_date: '2020-07-04' });
  });

  it('stays where it was when one of the days fails', async () => {
    const broken: DailyAct = {
      name: 'break',
      run: (tx) =>
        tx.businessDate === '2020-07-06' ? Promise.reject(new Error('a broken morning')) : Promise.resolve(1),
    };
    const run = db.database.inTransaction(db.scope('510900'), (tx) => clockOf(broken).advance(tx, 5));
    await expect(run).rejects.toThrow('a broken morning');
    expect(await dayOf('510900')).toEqual({ business_date: '2020-07-04' });
  });

  it('is moved by hand only in a demonstration', async () => {
    const moved = await db.database.inTransaction(db.scope('440300'), (tx) => clockOf(watch).advance(tx, 1));
    expect(moved).toMatchObject({ ok: false, refusal: { code: 'AREA_NOT_DEMONSTRATION' } });
    expect(await dayOf('440300')).toEqual({ business_date: '2020-07-01' });
  });

  it.each([0, -1, 1.5, 401])('does not move by %s days', async (days) => {
    const moved = await db.database.inTransaction(db.scope('510900'), (tx) => clockOf(watch).advance(tx, days));
    expect(moved).toMatchObject({ ok: false, refusal: { code: 'BAD_INPUT', issues: [{ field: 'days' }] } });
  });

  it('X3 five moves at the same moment, among other acts, all arrive', async () => {
    const requests = new Requests(db.database);
    const userId = randomUUID();
    const area = areaCode('510900');
    const scope = { area, actor: { kind: 'person', userId } } as const;
    const caller: Caller = { userId, area, organisationId: userId, role: 'agency-clerk', scope };
    const show = (_tx: Tx, id: string) => Promise.resolve({ id });
    const before = await dayOf('510900');
    const move = () =>
      requests.perform(
        caller,
        'areaDateAdvance',
        { requestId: randomUUID() },
        async (tx) => {
          const moved = await clockOf(watch).advance(tx, 2);
          return moved.ok ? ok(randomUUID()) : moved;
        },
        show,
      );
    const other = () =>
      requests.perform(
        caller,
        'thingMake',
        { requestId: randomUUID() },
        async (tx) => {
          const id = tx.newId();
          await recordAction(tx, { subjectType: 'made', subjectId: id, kind: 'ThingMade' });
          await tx.query('SELECT pg_sleep(0.02)');
          return ok(id);
        },
        show,
      );
    const acts = Array.from({ length: 5 }, () => [move(), other()]).flat();
    for (const answer of await Promise.all(acts)) expect(answer).toHaveProperty('id');
    expect(before).toEqual({ business_date: '2020-07-04' });
    expect(await dayOf('510900')).toEqual({ business_date: addDays(plainDate('2020-07-04'), 10) });
  });

  it('a real area follows the calendar; a day that is not later changes nothing', async () => {
    const to = (date: string) =>
      db.database.inTransaction(db.scope('440300'), (tx) => clockOf(watch).moveTo(tx, plainDate(date)));
    expect(await to('2020-07-03')).toEqual(ok('2020-07-03'));
    expect(mornings).toHaveLength(2);
    expect(await to('2020-07-01')).toEqual(ok('2020-07-03'));
    expect(mornings).toHaveLength(2);
  });

  it('a year takes well under a minute', async () => {
    const began = Date.now();
    await db.database.inTransaction(db.scope('510900'), (tx) => clockOf(watch).advance(tx, 366));
    expect(mornings).toHaveLength(366);
    expect(Date.now() - began).toBeLessThan(60_000);
  });
});
