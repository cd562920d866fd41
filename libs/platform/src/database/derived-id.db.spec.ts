import { isUuid } from '@huiji/kernel';
import { testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { derivedId } from './derived-id';
import { randomIds } from './ports';

describe('an id derived in SQL', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());

  const derived = async (base: string, count: number): Promise<string[]> => {
    const rows = await db.ownerQuery<{ id: string }>(
      `SELECT ${derivedId('$1::uuid', 'n')} AS id FROM generate_series(0, $2::bigint) AS n ORDER BY n`,
      [base, count - 1],
    );
    return rows.map(({ id }) => id);
  };

  it('is an id of version 8 that sorts by its number, after earlier bases', async () => {
    const ids = await derived(randomIds.next(), 1000);
    expect(ids.every((id) => isUuid(id) && id[14] === '8')).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(ids[999]?.endsWith('000003e7')).toBe(true);
  });

  it('is the same for the same base and another for the next one, made in the same millisecond', async () => {
    const bases = Array.from({ length: 50 }, () => randomIds.next());
    const sets: string[][] = [];
    for (const base of bases) sets.push(await derived(base, 20));
    expect(new Set(sets.flat()).size).toBe(1000);
    expect(await derived(bases[0] ?? '', 20)).toEqual(sets[0]);
  });
});
