import { SettingsRefused, DEMONSTRATION_PASSWORD } from '@huiji/platform';
import { UserService } from '@huiji/identity';
import { seedArea } from '@huiji/migrations/testing';
import { refuseDemonstration } from './refuse-demonstration';
import { testApi, type TestApi } from './testing/test-api';

const AGENCY = '0190c6a4-5c1e-7b1a-9f00-000000000003';

describe('X8 production does not start beside the demonstration', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await testApi();
    await seedArea(api.db, '510900');
    await api.db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care)
       VALUES ($1, 'agency', '甲', 'A', false)`,
      [AGENCY],
    );
  });
  afterAll(() => api.close());

  const start = (): Promise<void> => refuseDemonstration(api.app);
  const enter = (loginName: string, password: string): Promise<unknown> =>
    api.db.database.inTransaction(api.db.scope('510900'), (tx) =>
      api.app
        .get(UserService, { strict: false })
        .create(tx, { loginName, displayName: loginName, password }, [{ organisationId: AGENCY, role: 'auditor' }]),
    );
  const mark = (words: string | null): Promise<unknown> =>
    api.db.ownerQuery(`COMMENT ON DATABASE ${api.db.name} IS ${words === null ? 'NULL' : `'${words}'`}`);

  it('starts on a database of its own, with an area for training and people of like names', async () => {
    await enter('sn-office', 'correct horse battery');
    await expect(start()).resolves.toBeUndefined();
  });

  it.each(['demonstration: loading', 'demonstration: loaded'])('refuses a database marked %s', async (words) => {
    await mark(words);
    await expect(start()).rejects.toThrow(SettingsRefused);
    await expect(start()).rejects.toThrow('the demonstration was loaded into this database');
    await mark(null);
    await expect(start()).resolves.toBeUndefined();
  });

  it('refuses while anybody has the printed password, names who, and never the password', async () => {
    await enter('cq-auditor', DEMONSTRATION_PASSWORD);
    const said = await start().catch((error: unknown) => error);
    expect(said).toBeInstanceOf(SettingsRefused);
    expect(String(said)).toContain('cq-auditor still has the printed password of the demonstration');
    expect(String(said)).not.toContain(DEMONSTRATION_PASSWORD);
    await api.db.ownerQuery(`UPDATE identity.person_user SET password_hash = NULL WHERE login_name = 'cq-auditor'`);
    await expect(start()).resolves.toBeUndefined();
  });
});
