import { areaCode, ok, refuse } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { Client } from 'pg';
import { recordAction } from '../audit/action';

const action = (subjectId: string) => ({ subjectType: 'thing', subjectId, kind: 'ThingMade', to: 'made' });

describe('a transaction of one area', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900', { businessDate: '2020-07-01' });
    await seedArea(db, '500000', { businessDate: '2022-03-01' });
  });
  afterAll(() => db.close());

  const actions = async (): Promise<bigint> => {
    const [row] = await db.ownerQuery<{ n: bigint }>('SELECT count(*) AS n FROM platform.action');
    return row?.n ?? -1n;
  };

  it('knows its area, its business date and exact values', async () => {
    const seen = await db.database.read(db.scope('500000'), async (tx) => {
      const [row] = await tx.query<{ big: bigint; day: string }>(
        `SELECT 9007199254740993 AS big, DATE '2022-02-28' AS day`,
      );
      return { area: tx.area, date: tx.businessDate, ...row };
    });
    expect(seen).toEqual({ area: '500000', date: '2022-03-01', big: 9007199254740993n, day: '2022-02-28' });
  });

  it('PD-27 a refusal rolls back what was done before it', async () => {
    const before = await actions();
    const result = await db.database.inTransaction(db.scope('510900'), async (tx) => {
      await recordAction(tx, action(tx.newId()));
      return refuse('rule', 'NOT_TODAY');
    });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'NOT_TODAY' } });
    expect(await actions()).toBe(before);
  });

  it('a throw rolls back too', async () => {
    const before = await actions();
    const attempt = db.database.inTransaction(db.scope('510900'), async (tx) => {
      await recordAction(tx, action(tx.newId()));
      throw new Error('a bug');
    });
    await expect(attempt).rejects.toThrow('a bug');
    expect(await actions()).toBe(before);
  });

  it('sees only the rows of its own area and cannot write for another', async () => {
    await db.database.inTransaction(db.scope('510900'), async (tx) => ok(await recordAction(tx, action(tx.newId()))));
    const foreign = await db.database.read(db.scope('500000'), (tx) => tx.query('SELECT id FROM platform.action'));
    expect(foreign).toEqual([]);
    const write = db.database.inTransaction(db.scope('500000'), async (tx) =>
      ok(
        await tx.query(
          `INSERT INTO platform.outbox (area, id, job, payload, created_at) VALUES ('510900', $1, 'x', '{}', now())`,
          [tx.newId()],
        ),
      ),
    );
    await expect(write).rejects.toThrow('row-level security');
  });

  it('an unset area is an error, never an empty answer, also on a connection that had one', async () => {
    const client = new Client({ connectionString: db.url('app') });
    await client.connect();
    try {
      await expect(client.query('SELECT * FROM platform.action')).rejects.toThrow('app.area');
      await client.query('BEGIN');
      await client.query(`SET LOCAL app.area = '510900'`);
      expect((await client.query('SELECT * FROM platform.action')).rows.length).toBeGreaterThan(0);
      await client.query('COMMIT');
      await expect(client.query('SELECT * FROM platform.action')).rejects.toThrow('type integer');
    } finally {
      await client.end();
    }
  });

  it('a read writes nothing', async () => {
    const write = db.database.read(db.scope('510900'), (tx) => recordAction(tx, action(tx.newId())));
    await expect(write).rejects.toThrow('read-only transaction');
  });

  it('an area that is not open is refused before anything runs', async () => {
    const work = jest.fn();
    await expect(db.database.read({ ...db.scope('510900'), area: areaCode('999999') }, work)).rejects.toThrow(
      'not open',
    );
    expect(work).not.toHaveBeenCalled();
  });

  it('the victim of a deadlock tries again and both finish', async () => {
    const [a, b] = ['510900', '500000'];
    const touch = (first: string, second: string) =>
      db.database.inTransaction(db.scope('510900'), async (tx) => {
        await tx.query(`UPDATE platform.area SET name_en = name_en WHERE area = $1`, [first]);
        await tx.query('SELECT pg_sleep(0.2)');
        await tx.query(`UPDATE platform.area SET name_en = name_en WHERE area = $1`, [second]);
        return ok(true);
      });
    const results = await Promise.all([touch(a, b), touch(b, a)]);
    expect(results.map((result) => result.ok)).toEqual([true, true]);
  });
});
