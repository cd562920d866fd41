import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { demonstrationState } from './demonstration';

describe('the mark of a demonstration', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());

  const comment = (words: string): Promise<unknown> => db.ownerQuery(`COMMENT ON DATABASE ${db.name} IS '${words}'`);

  it('tells an empty database, half a demonstration, a whole one, and the areas of somebody else apart', async () => {
    expect(await demonstrationState(db.url('owner'))).toBe('absent');
    await seedArea(db, '510900');
    expect(await demonstrationState(db.url('owner'))).toBe('foreign');
    await comment('demonstration: loading');
    expect(await demonstrationState(db.url('owner'))).toBe('loading');
    await comment('demonstration: loaded');
    expect(await demonstrationState(db.url('owner'))).toBe('loaded');
  });
});
