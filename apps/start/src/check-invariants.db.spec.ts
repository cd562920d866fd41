import { domainInvariants } from '@huiji/api/domains';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { Invariant } from '@huiji/platform';
import { areasOf, checkInvariant, findingLines } from './check-invariants';

const told: Invariant = {
  id: 'test-told',
  words: 'all news is told',
  sql: 'SELECT id, seq FROM platform.outbox WHERE area = $1 AND relayed_at IS NULL',
};

describe('verify', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    await seedArea(db, '500000');
    await db.ownerQuery(`INSERT INTO platform.outbox (area, id, job, payload, created_at)
      VALUES ('510900', '0190c6a4-5c1e-7b1a-9f00-000000000001', 'test.x', '{}', now())`);
  });
  afterAll(() => db.close());

  it('walks all areas', async () => {
    expect(await areasOf(db.database)).toEqual(['500000', '510900']);
  });

  it('names the area, the promise and the rows that break it, and only there', async () => {
    const broken = await checkInvariant(db.database, '510900', told);
    expect(findingLines(broken)).toEqual([
      'BROKEN  510900  test-told: all news is told',
      '          {"id":"0190c6a4-5c1e-7b1a-9f00-000000000001","seq":"1"}',
    ]);
    const kept = await checkInvariant(db.database, '500000', told);
    expect(findingLines(kept)).toEqual(['ok      500000  test-told: all news is told']);
  });

  it('takes a promise that cannot be checked for a broken one', async () => {
    const finding = await checkInvariant(db.database, '510900', { ...told, sql: 'SELECT 1 FROM nowhere' });
    expect(findingLines(finding)[1]).toMatch(/nowhere/);
  });

  it('finds every promise of every library kept in an empty area', async () => {
    const findings = await Promise.all(domainInvariants.map((one) => checkInvariant(db.database, '500000', one)));
    expect(findings.filter((finding) => finding.broken.length > 0).flatMap(findingLines)).toEqual([]);
  });

  it('promises have ids of their own', () => {
    const ids = domainInvariants.map((one) => one.id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
