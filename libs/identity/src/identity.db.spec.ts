import { decodeJwt } from 'jose';
import { ACCESS_MINUTES, AccessTokens } from './access-token.service';
import { REUSE_GRACE_MS } from './rules/refresh';
import { SESSION_HOURS } from './session.service';
import { AGENCY, HOSPITAL, IdentityStage, PASSWORD } from './testing/identity-stage';

describe('log-ins', () => {
  let stage: IdentityStage;
  const logIn = (loginName: string) => stage.logIn(loginName);

  beforeAll(async () => {
    stage = await IdentityStage.open();
    await stage.enter('both', ['agency-clerk', 'hospital']);
  });
  afterAll(() => stage.db.close());

  it('opens with the name in any case and says who calls, in one membership', async () => {
    const session = await logIn(' BOTH ');
    expect(session.person).toMatchObject({ loginName: 'both', displayName: '张 三' });
    expect(session.memberships.map(({ role }) => role)).toEqual(['agency-clerk', 'hospital']);
    expect(session.accessExpiresAt.getTime() - stage.now.getTime()).toBe(ACCESS_MINUTES * 60_000);
    expect(await stage.callerOf(session)).toMatchObject({
      userId: session.person.id,
      area: '510900',
      organisationId: AGENCY,
      role: 'agency-clerk',
      membershipId: session.membership.id,
      scope: { area: '510900', actor: { kind: 'person', userId: session.person.id }, client: '10.0.0.1' },
    });
  });

  it('keeps neither the password nor a refresh token as it is', async () => {
    const { refreshToken } = await logIn('both');
    const stored = JSON.stringify([
      await stage.db.ownerQuery('SELECT password_hash FROM identity.person_user'),
      await stage.db.ownerQuery('SELECT token_hash FROM identity.refresh_token'),
    ]);
    expect(stored).toContain('$argon2id$');
    expect(stored).not.toContain(PASSWORD);
    expect(stored).not.toContain(refreshToken);
  });

  it('gives an unknown name, a wrong password and a disabled person the same answer', async () => {
    const gone = await stage.enter('gone', ['hospital']);
    await stage.db.ownerQuery('UPDATE identity.person_user SET disabled_at = now() WHERE id = $1', [gone]);
    const answers = await Promise.all([stage.knock('nobody'), stage.knock('both', 'wrong horse'), stage.knock('gone')]);
    for (const answer of answers)
      expect(answer).toEqual({ ok: false, refusal: { kind: 'rule', code: 'LOG_IN_REFUSED', facts: {}, issues: [] } });
  });

  it('does the same work for an unknown name as for a wrong password', async () => {
    const time = async (name: string): Promise<number> => {
      const rounds: number[] = [];
      for (let round = 0; round < 5; round += 1) {
        const begun = performance.now();
        await stage.knock(name, 'wrong horse', `10.9.${round.toString()}.1`);
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
    const next = await stage.sessions.refresh(first.refreshToken, hospital?.id);
    if (!next.ok) throw new Error(next.refusal.code);
    expect(next.value.refreshToken).not.toBe(first.refreshToken);
    expect(decodeJwt(next.value.accessToken)).toMatchObject({ role: 'hospital', org: HOSPITAL });
    const again = await stage.sessions.refresh(next.value.refreshToken);
    expect(again).toMatchObject({ ok: true, value: { membership: { role: 'hospital' } } });
  });

  it('refuses a membership of somebody else', async () => {
    await stage.enter('other', ['hospital']);
    const other = await logIn('other');
    const mine = await logIn('both');
    expect(await stage.sessions.refresh(mine.refreshToken, other.membership.id)).toMatchObject({
      ok: false,
      refusal: { code: 'NO_MEMBERSHIP' },
    });
    const wished = await stage.knock('both', PASSWORD, '10.0.0.1', undefined, other.membership.id);
    expect(wished).toMatchObject({ ok: false, refusal: { code: 'NO_MEMBERSHIP' } });
  });

  it('lets two tabs refresh at once, and ends the log-in when a token comes back later', async () => {
    const first = await logIn('both');
    const { sessions } = stage;
    const tabs = await Promise.all([sessions.refresh(first.refreshToken), sessions.refresh(first.refreshToken)]);
    expect(tabs.map(({ ok }) => ok)).toEqual([true, true]);
    stage.pass(REUSE_GRACE_MS + 1);
    expect(await sessions.refresh(first.refreshToken)).toMatchObject({ ok: false, refusal: { code: 'SESSION_OVER' } });
    for (const tab of tabs)
      expect(tab.ok && (await sessions.refresh(tab.value.refreshToken))).toMatchObject({
        ok: false,
        refusal: { code: 'SESSION_OVER' },
      });
    const ended = await stage.db.ownerQuery(`SELECT ended_why FROM identity.session WHERE ended_why IS NOT NULL`);
    expect(ended).toEqual([{ ended_why: 'refresh-token-reused' }]);
  });

  it('ends at sign-out and after twelve hours, whatever was refreshed', async () => {
    const signedOut = await logIn('both');
    await stage.sessions.signOut(signedOut.refreshToken);
    expect(await stage.sessions.refresh(signedOut.refreshToken)).toMatchObject({ ok: false });
    const old = await logIn('both');
    stage.pass(SESSION_HOURS * 3_600_000);
    expect(await stage.sessions.refresh(old.refreshToken)).toMatchObject({
      ok: false,
      refusal: { code: 'SESSION_OVER' },
    });
  });

  it('reads no access token that has expired, was changed, or was signed with another key', async () => {
    const { accessToken } = await logIn('both');
    const read = (bearer: string | undefined) => stage.callers.read(bearer, '');
    expect(await read(`Bearer ${accessToken}`)).toBeDefined();
    const [head, body, sign] = accessToken.split('.');
    const changed = Buffer.from(JSON.stringify({ ...decodeJwt(accessToken), role: 'auditor' })).toString('base64url');
    expect(await read(`Bearer ${[head, changed, sign].join('.')}`)).toBeUndefined();
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await read(`Bearer ${none}.${body ?? ''}.`)).toBeUndefined();
    const others = new AccessTokens({ tokenSecret: Buffer.alloc(32, 8) }, { now: () => stage.now });
    expect(await others.verify(accessToken)).toBeUndefined();
    expect(await read(accessToken)).toBeUndefined();
    expect(await read(undefined)).toBeUndefined();
    stage.pass(ACCESS_MINUTES * 60_000);
    expect(await read(`Bearer ${accessToken}`)).toBeUndefined();
  });

  it('refuses a log-in name that is taken and leaves nothing behind', async () => {
    const before = await stage.db.ownerQuery('SELECT count(*) AS n FROM identity.person_user');
    await expect(stage.enter('Both', [])).rejects.toThrow('LOGIN_NAME_TAKEN');
    expect(await stage.db.ownerQuery('SELECT count(*) AS n FROM identity.person_user')).toEqual(before);
  });
});
