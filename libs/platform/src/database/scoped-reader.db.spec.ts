import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { ScopedReader } from './scoped-reader';

const MINE = '0190c6a4-5c1e-7b1a-9f00-000000000001';

describe.each(['connection', 'transaction'] as const)('scoped reads by %s', (readScope) => {
  let db: TestDatabase;
  let reader: ScopedReader;
  const AREAS = ['510900', '500000', '440300'] as const;

  beforeAll(async () => {
    db = await testDatabase();
    for (const [index, area] of AREAS.entries()) {
      await seedArea(db, area);
      for (let n = 0; n <= index; n += 1)
        await db.ownerQuery(
          `INSERT INTO platform.action (area, id, subject_type, subject_id, kind, payload, actor_kind, actor_name, business_date, at)
           VALUES ($1, gen_random_uuid(), 'toy', $2, 'ToyMade', '{}', 'system', 'test', '2020-07-01', now())`,
          [area, MINE],
        );
    }
    reader = new ScopedReader({
      appDatabaseUrl: db.url('app'),
      replicaDatabaseUrl: undefined,
      databasePool: 2,
      readScope,
    });
  });
  afterAll(async () => {
    await reader.onApplicationShutdown();
    await db.close();
  });

  const SEEN = `SELECT DISTINCT area, count(*) OVER () AS n FROM platform.action`;

  it('see the rows of their own area only, whatever ran on the connection before', async () => {
    const order = Array.from({ length: 300 }, (_, index) => AREAS[(index * 7) % 3] ?? '510900');
    const seen = await Promise.all(order.map((area) => reader.read<{ area: string; n: bigint }>(area, SEEN)));
    expect(seen).toEqual(order.map((area) => [{ area, n: BigInt(AREAS.indexOf(area) + 1) }]));
  });

  it('take parameters, and read bigint and dates as everywhere', async () => {
    const rows = await reader.read('510900', 'SELECT $1::bigint AS n, $2::date AS day', [5n, '2020-07-01']);
    expect(rows).toEqual([{ n: 5n, day: '2020-07-01' }]);
  });

  it('answer rightly after a read that failed', async () => {
    await expect(reader.read('510900', 'SELECT 1 / $1::int AS x', [0])).rejects.toThrow('division by zero');
    const after = await Promise.all(AREAS.map((area) => reader.read<{ area: string }>(area, SEEN)));
    expect(after.map(([row]) => row?.area)).toEqual([...AREAS]);
  });

  it.each([
    'DELETE FROM platform.action',
    `SELECT set_config('app.area', '500000', false)`,
    'SELECT 1; SELECT 2',
    'BEGIN',
    `WITH x AS (SELECT 1) SELECT 1; SET app.area = '500000'`,
  ])('refuse %s', async (sql) => {
    await expect(reader.read('510900', sql)).rejects.toThrow('a scoped read is one SELECT');
  });

  it('cannot write, even by a SELECT', async () => {
    const write = `WITH gone AS (DELETE FROM platform.outbox RETURNING id) SELECT count(*) FROM gone`;
    await expect(reader.read('510900', write)).rejects.toThrow('read-only transaction');
  });

  it('refuse what is no area', async () => {
    await expect(reader.read(`510900'`, SEEN)).rejects.toThrow('not an area code');
  });
});
