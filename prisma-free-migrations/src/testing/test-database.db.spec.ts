import { ok, refuse } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from './index';

describe('a test database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    await seedArea(db, '500000', { businessDate: '2022-03-01' });
  });
  afterAll(() => db.close());

  it('has every registered migration', async () => {
    const rows = await db.ownerQuery<{ name: string }>('SELECT name FROM public.migration ORDER BY timestamp');
    expect(rows[0]?.name).toBe('platform-0000000000100');
  });

  it('runs acts in the name of an area and knows its business date', async () => {
    const read = await db.database.read(db.scope('500000'), (tx) => Promise.resolve(tx.businessDate));
    expect(read).toBe('2022-03-01');
  });

  it('X1 shows the application role the rows of its area only, the owner all', async () => {
    for (const area of ['510900', '500000']) {
      await db.database.inTransaction(db.scope(area), async (tx) => {
        await tx.query(
          `INSERT INTO platform.outbox (area, id, job, payload, created_at) VALUES ($1, $2, 'x', '{}', now())`,
          [tx.area, tx.newId()],
        );
        return ok(null);
      });
    }
    const seen = await db.database.read(db.scope('510900'), (tx) => tx.query('SELECT area FROM platform.outbox'));
    expect(seen).toEqual([{ area: '510900' }]);
    expect(await db.ownerQuery('SELECT DISTINCT area FROM platform.outbox')).toHaveLength(2);
  });

  it('takes an unset area for an error, never for an empty answer', async () => {
    await expect(db.dataSource.query('SELECT * FROM platform.outbox')).rejects.toThrow();
  });

  it('PD-27 a refusal rolls back', async () => {
    const before = await db.ownerQuery('SELECT count(*) FROM platform.outbox');
    await db.database.inTransaction(db.scope('510900'), async (tx) => {
      await tx.query(
        `INSERT INTO platform.outbox (area, id, job, payload, created_at) VALUES ($1, $2, 'x', '{}', now())`,
        [tx.area, tx.newId()],
      );
      return refuse('rule', 'NO');
    });
    expect(await db.ownerQuery('SELECT count(*) FROM platform.outbox')).toEqual(before);
  });

  it('is a copy of its own in well under a second', async () => {
    const began = Date.now();
    const other = await testDatabase();
    expect(await other.ownerQuery('SELECT * FROM platform.area')).toEqual([]);
    await other.close();
    expect(Date.now() - began).toBeLessThan(5000);
  });
});
