import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';

describe('the tables of long-term care', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '500000');
  });
  afterAll(() => db.close());

  it('exist', async () => {
    const rows = await db.ownerQuery<{ n: bigint }>(
      `SELECT count(*) AS n FROM pg_tables WHERE schemaname = 'long_term_care'`,
    );
    expect(rows[0]?.n).toBeGreaterThan(15n);
  });
});
