import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { ProductDatabase } from './database';
import { assertErasable, reset } from './erase';
import { homeOf } from './home';

describe('what may be erased', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase();
  });
  afterEach(() => db.close());

  const database = (kind: ProductDatabase['kind'] = 'embedded'): ProductDatabase => ({
    kind,
    url: (role) => db.url(role === 'owner' ? 'owner' : 'app'),
    processId: () => undefined,
    words: '',
    stop: () => Promise.resolve(),
  });
  const loaded = (): Promise<unknown> => db.ownerQuery(`COMMENT ON DATABASE ${db.name} IS 'demonstration: loaded'`);

  it('is an empty database, and one with a demonstration and nothing else', async () => {
    await expect(assertErasable(database(), {})).resolves.toBeUndefined();
    await seedArea(db, '510900');
    await loaded();
    await expect(assertErasable(database(), {})).resolves.toBeUndefined();
  });

  it('is never a production profile, nor a server of somebody else', async () => {
    await loaded();
    await expect(assertErasable(database(), { HUIJI_PROFILE: 'production' })).rejects.toThrow(
      /production.*nothing was erased/,
    );
    await expect(assertErasable(database('external'), {})).rejects.toThrow(/DATABASE_URL.*nothing was erased/);
  });

  it('is no database with an area that does real work, or with areas that no demonstration made', async () => {
    await seedArea(db, '510900');
    await expect(assertErasable(database(), {})).rejects.toThrow(/no demonstration made.*nothing was erased/);
    await loaded();
    await db.ownerQuery(`UPDATE platform.area SET demonstration = false WHERE area = '510900'`);
    await expect(assertErasable(database(), {})).rejects.toThrow(/no demonstration live.*510900.*nothing was erased/);
  });

  it('leaves the letters of the bank where they are when the reset is refused', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'huiji-erase-'));
    const home = homeOf(folder);
    mkdirSync(home.bank, { recursive: true });
    writeFileSync(path.join(home.bank, 'letter.xml'), '<letter/>');
    try {
      const said: string[] = [];
      const url = db.url('owner');
      await expect(reset(home, { DATABASE_URL: url }, (line) => said.push(line))).rejects.toThrow();
      expect(existsSync(path.join(home.bank, 'letter.xml'))).toBe(true);
      expect(said).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
