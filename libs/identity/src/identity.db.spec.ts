import { decodeJwt } from 'jose';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { randomIds } from '@huiji/platform';
import { ACCESS_MINUTES, AccessTokens } from './access-token.service';
import { IdentityRepository } from './persistence/identity.repository';
import { REUSE_GRACE_MS } from './rules/refresh';
import { SESSION_HOURS, SessionService } from './session.service';
import { UserService } from './user.service';

const HOSPITAL = '0190c6a4-5c1e-7b1a-9f00-000000000001';
const AGENCY = '0190c6a4-5c1e-7b1a-9f00-000000000002';
const PASSWORD = 'correct horse';

describe('log-ins', () => {
  let db: TestDatabase;
  let tokens: AccessTokens;
  let sessions: SessionService;
  let users: UserService;
  let now = new Date('2020-07-01T08:00:00Z');
  const clock = { now: () => now };
  const pass = (ms: number): void => {
    now = new Date(now.getTime() + ms);
  };

  const enter = async (loginName: string, roles: readonly ('hospital' | 'agency-clerk')[]): Promise<string> => {
    const made = await db.database.inTransaction(db.scope('510900'), (tx) =>
      users.create(
        tx,
        { loginName, displayName: '张 三', password: PASSWORD },
        roles.map((role) => ({ role, organisationId: role === 'hospital' ? HOSPITAL : AGENCY })),
      ),
    );
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  };

  const logIn = async (loginName: string) => {
    const opened = await sessions.logIn(loginName, PASSWORD);
    if (!opened.ok) throw new Error(opened.refusal.code);
    return opened.value;
  };

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    await db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care)
       VALUES ($1, 'hospital', '遂宁医院', 'Suining hospital', false), ($2, 'agency', '遂宁经办', 'Suining agency', false)`,
      [HOSPITAL, AGENCY],
    );
    tokens = new AccessTokens({ tokenSecret: Buffer.alloc(32, 7) }, clock);
    sessions = new SessionService(db.database, new IdentityRepository(), tokens, randomIds, clock);
    users = new UserService();
    await enter('both', ['agency-clerk', 'hospital']);
  });
  afterAll(() => db.close());

  it('opens with the name in any case and says who calls, in one membership', async () => {
    const session = await logIn(' BOTH ');
    expect(session.person).toMatchObject({ loginName: 'both', displayName: '张 三' });
    expect(session.memberships.map(({ role }) => role)).toEqual(['agency-clerk', 'hospital']);
    expect(session.accessExpiresAt.getTime() - now.getTime()).toBe(ACCESS_MINUTES * 60_000);
    const caller = await tokens.read(`Bearer ${session.accessToken}`, '10.0.0.1');
    expect(caller).toEqual({
      userId: session.person.id,
      area: '510900',
      organisationId: AGENCY,
      role: 'agency-clerk',
      scope: { area: '510900', actor: { kind: 'person', userId: session.person.id }, client: '10.0.0.1' },
    });
  });

  it('keeps neither the password nor a refresh token as it is', async () => {
    const { refreshToken } = await logIn('both');
    const stored = JSON.stringify([
      await db.ownerQuery('SELECT password_hash FROM identity.person_user'),
      await db.ownerQuery('SELECT token_hash FROM identity.refresh_token'),
    ]);
    expect(stored).toContain('$argon2id$');
    expect(stored).not.toContain(PASSWORD);
    expect(stored).not.toContain(refreshToken);
  });

  it('gives an unknown name, a wrong password and a disabled person the same answer', async () => {
    const gone = await enter('gone', ['hospital']);
    await db.ownerQuery('UPDATE identity.person_user SET disabled_at = now() WHERE id = $1', [gone]);
    const answers = await Promise.all([
      sessions.logIn('nobody', PASSWORD),
      sessions.logIn('both', 'wrong horse'),
      sessions.logIn('gone', PASSWORD),
    ]);
    for (const answer of answers)
      expect(answer).toEqual({ ok: false, refusal: { kind: 'rule', code: 'LOG_IN_REFUSED', facts: {}, issues: [] } });
  });

  it('does the same work for an unknown name as for a wrong password', async () => {
    const time = async (name: string): Promise<number> => {
      const rounds: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const begun = performance.now();
        await sessions.logIn(name, 'wrong horse');
        rounds.push(performance.now() - begun);
      }
      return Math.min(...rounds);
    };
    await time('nobody');
    const ratio = (await time('nobody')) / (await time('both'));
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });

  it('rotates a refresh token, and switches the membership when asked', async () => {
    const first = await logIn('both');
    const hospital = first.memberships.find(({ role }) => role === 'hospital');
    const next = await sessions.refresh(first.refreshToken, hospital?.id);
    if (!next.ok) throw new Error(next.refusal.code);
    expect(next.value.refreshToken).not.toBe(first.refreshToken);
    expect(decodeJwt(next.value.accessToken)).toMatchObject({ role: 'hospital', org: HOSPITAL });
    const again = await sessions.refresh(next.value.refreshToken);
    expect(again).toMatchObject({ ok: true, value: { membership: { role: 'hospital' } } });
  });

  it('refuses a membership of somebody else', async () => {
    await enter('other', ['hospital']);
    const other = await logIn('other');
    const mine = await logIn('both');
    expect(await sessions.refresh(mine.refreshToken, other.membership.id)).toMatchObject({
      ok: false,
      refusal: { code: 'NO_MEMBERSHIP' },
    });
    expect(await sessions.logIn('both', PASSWORD, other.membership.id)).toMatchObject({ ok: false });
  });

  it('lets two tabs refresh at once, and ends the log-in when a token comes back later', async () => {
    const first = await logIn('both');
    const tabs = await Promise.all([sessions.refresh(first.refreshToken), sessions.refresh(first.refreshToken)]);
    expect(tabs.map(({ ok }) => ok)).toEqual([true, true]);
    pass(REUSE_GRACE_MS + 1);
    expect(await sessions.refresh(first.refreshToken)).toMatchObject({ ok: false, refusal: { code: 'SESSION_OVER' } });
    for (const tab of tabs)
      expect(tab.ok && (await sessions.refresh(tab.value.refreshToken))).toMatchObject({
        ok: false,
        refusal: { code: 'SESSION_OVER' },
      });
    const ended = await db.ownerQuery(`SELECT ended_why FROM identity.session WHERE ended_why IS NOT NULL`);
    expect(ended).toEqual([{ ended_why: 'refresh-token-reused' }]);
  });

  it('ends at sign-out and after twelve hours, whatever was refreshed', async () => {
    const signedOut = await logIn('both');
    await sessions.signOut(signedOut.refreshToken);
    expect(await sessions.refresh(signedOut.refreshToken)).toMatchObject({ ok: false });
    const old = await logIn('both');
    pass(SESSION_HOURS * 3_600_000);
    expect(await sessions.refresh(old.refreshToken)).toMatchObject({ ok: false, refusal: { code: 'SESSION_OVER' } });
  });

  it('reads no access token that has expired, was changed, or was signed with another key', async () => {
    const { accessToken } = await logIn('both');
    expect(await tokens.read(`Bearer ${accessToken}`, '')).toBeDefined();
    const [head, body, sign] = accessToken.split('.');
    const changed = Buffer.from(JSON.stringify({ ...decodeJwt(accessToken), role: 'auditor' })).toString('base64url');
    expect(await tokens.read(`Bearer ${[head, changed, sign].join('.')}`, '')).toBeUndefined();
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await tokens.read(`Bearer ${none}.${body ?? ''}.`, '')).toBeUndefined();
    const others = new AccessTokens({ tokenSecret: Buffer.alloc(32, 8) }, clock);
    expect(await others.read(`Bearer ${accessToken}`, '')).toBeUndefined();
    expect(await tokens.read(accessToken, '')).toBeUndefined();
    expect(await tokens.read(undefined, '')).toBeUndefined();
    pass(ACCESS_MINUTES * 60_000);
    expect(await tokens.read(`Bearer ${accessToken}`, '')).toBeUndefined();
  });

  it('refuses a log-in name that is taken and leaves nothing behind', async () => {
    const before = await db.ownerQuery('SELECT count(*) AS n FROM identity.person_user');
    const made = await db.database.inTransaction(db.scope('510900'), (tx) =>
      users.create(tx, { loginName: 'Both', displayName: '李 四', password: PASSWORD }, []),
    );
    expect(made).toMatchObject({ ok: false, refusal: { kind: 'conflict', code: 'LOGIN_NAME_TAKEN' } });
    expect(await db.ownerQuery('SELECT count(*) AS n FROM identity.person_user')).toEqual(before);
  });
});
