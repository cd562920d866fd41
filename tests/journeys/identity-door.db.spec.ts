import { PASSWORD } from './support/journey-api';
import { DEMO, IdentityScene, REAL } from './support/identity-scene';

const link = '{ linkToken person { id invited } }';

describe('X1 the door: invitation, second factor, devices', () => {
  let scene: IdentityScene;

  const enter = (
    loginName: string,
    area: string,
    role: 'administrator' | 'agency-clerk' | 'hospital' | 'agency-recheck',
  ) => {
    const { agency, hospital } = scene.organisations;
    return scene.journey.enter({ loginName, area, role, organisationId: role === 'hospital' ? hospital : agency });
  };

  beforeAll(async () => {
    scene = await IdentityScene.open();
  });
  afterAll(() => scene.close());

  it('an invited person sets a password by a link that works once, and only then logs in', async () => {
    const administrator = await enter('door-admin', DEMO, 'administrator');
    const { hospital: organisationId } = scene.organisations;
    const wish = { loginName: 'invited', displayName: '受邀 人', roles: [{ organisationId, role: 'HOSPITAL' }] };
    const requestId = '0190c6a4-5c1e-7b1a-9f00-0000000000a1';
    const first = await administrator.mutate<{ linkToken: string | null }>(
      'personInvite',
      { ...wish, requestId },
      link,
    );
    const again = await administrator.mutate<{ linkToken: string | null }>(
      'personInvite',
      { ...wish, requestId },
      link,
    );
    expect(first).toMatchObject({ person: { invited: true }, linkToken: expect.any(String) });
    expect(again).toEqual(first);
    scene.clock.pass(601);
    const afterwards = scene.as(await scene.logIn('door-admin'));
    expect(await afterwards.mutate('personInvite', { ...wish, requestId }, link)).toEqual({
      ...first,
      linkToken: null,
    });
    expect(await scene.logIn('invited')).toMatchObject({ code: 'LOG_IN_REFUSED' });
    const nobody = scene.journey.nobody();
    const set = (password: string) => ({ linkToken: first.linkToken, password });
    expect(await nobody.refusal('passwordSet', set('short'))).toMatchObject({ issues: [{ code: 'PASSWORD_LENGTH' }] });
    expect(await nobody.refusal('passwordSet', set('password12345'))).toMatchObject({
      issues: [{ code: 'PASSWORD_COMMON' }],
    });
    expect(await nobody.refusal('passwordSet', set('invited or what'))).toMatchObject({
      issues: [{ code: 'PASSWORD_HAS_NAME' }],
    });
    expect(await nobody.mutate('passwordSet', set(PASSWORD), '{ loginName }')).toMatchObject({ loginName: 'invited' });
    expect(await nobody.refusal('passwordSet', set(PASSWORD))).toMatchObject({ code: 'LINK_OVER' });
    expect(await scene.logIn('invited')).toMatchObject({ __typename: 'Session' });
    expect(JSON.stringify(await scene.journey.db.ownerQuery('SELECT * FROM identity.link_token'))).not.toContain(
      first.linkToken,
    );
  });

  it('a link is over after 72 hours, and after the next one', async () => {
    const administrator = await enter('link-admin', DEMO, 'administrator');
    await enter('forgetful', DEMO, 'hospital');
    const accounts = await administrator.query<{ accounts: { edges: { node: { id: string; loginName: string } }[] } }>(
      '{ accounts { edges { node { id loginName resetAskedAt } } } }',
    );
    const personId = accounts.accounts.edges.find(({ node }) => node.loginName === 'forgetful')?.node.id;
    const reset = () => administrator.mutate<{ linkToken: string }>('personReset', { personId }, link);
    const [one, two] = [await reset(), await reset()];
    const nobody = scene.journey.nobody();
    const by = ({ linkToken }: { linkToken: string }) => ({ linkToken, password: 'another good horse' });
    expect(await nobody.refusal('passwordSet', by(one))).toMatchObject({ code: 'LINK_OVER' });
    const old = await scene.logIn('forgetful');
    scene.clock.pass(72 * 3600);
    expect(await nobody.refusal('passwordSet', by(two))).toMatchObject({ code: 'LINK_OVER' });
    const admin = scene.as(await scene.logIn('link-admin'));
    const three = await admin.mutate<{ linkToken: string }>('personReset', { personId }, link);
    const living = await scene.logIn('forgetful');
    await nobody.mutate('passwordSet', by(three));
    expect(await scene.door('refresh', { refreshToken: living.refreshToken })).toMatchObject({ code: 'SESSION_OVER' });
    expect(await scene.door('refresh', { refreshToken: old.refreshToken })).toMatchObject({ code: 'SESSION_OVER' });
    expect(await scene.logIn('forgetful')).toMatchObject({ code: 'LOG_IN_REFUSED' });
    expect(await scene.logIn('forgetful', { password: 'another good horse' })).toMatchObject({ __typename: 'Session' });
  });

  it('a forgotten password is told to the administrator, with one answer for every name', async () => {
    await enter('asks', DEMO, 'hospital');
    const nobody = scene.journey.nobody();
    for (const loginName of ['asks', 'nobody-of-us'])
      expect(await nobody.mutate('passwordResetAsk', { loginName }, '{ done }')).toMatchObject({ done: true });
    const asked = await scene.journey.db.ownerQuery(
      'SELECT login_name FROM identity.person_user WHERE reset_asked_at IS NOT NULL',
    );
    expect(asked).toEqual([{ login_name: 'asks' }]);
  });

  it('where money moves, nobody gets in without a second factor; in a demonstration it is free', async () => {
    await enter('demo-clerk', DEMO, 'agency-clerk');
    expect(await scene.logIn('demo-clerk')).toMatchObject({ __typename: 'Session' });
    await scene.journey.enter({
      loginName: 'real-hospital',
      area: REAL,
      role: 'hospital',
      organisationId: scene.organisations.hospital,
    });
    expect(await scene.logIn('real-hospital')).toMatchObject({ __typename: 'Session' });
    await expect(enter('real-clerk', REAL, 'agency-clerk')).rejects.toThrow('SecondFactorWanted');
    const wanted = await scene.logIn('real-clerk');
    expect(wanted).toMatchObject({ __typename: 'SecondFactorWanted', next: 'ENROLMENT' });
    expect(wanted.accessToken).toBeUndefined();
    const { secret, session } = await scene.enrolled('real-clerk');
    expect(session.recoveryCodes).toHaveLength(10);
    expect(await scene.as(session).query('{ me { loginName } }')).toMatchObject({ me: { loginName: 'real-clerk' } });
    const stored = JSON.stringify(
      await scene.journey.db.ownerQuery(
        'SELECT f.*, array_agg(c.code_hash) FROM identity.second_factor f JOIN identity.recovery_code c USING (user_id) GROUP BY f.user_id',
      ),
      (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    );
    for (const text of [secret, ...(session.recoveryCodes ?? [])]) expect(stored).not.toContain(text);
  });

  it('a code works once, within one step; a recovery code works once; five wrong ones end the try', async () => {
    await expect(enter('real-recheck', REAL, 'agency-recheck')).rejects.toThrow('SecondFactorWanted');
    const { secret, session } = await scene.enrolled('real-recheck');
    const second = async (code: string) => {
      const { ticket } = await scene.logIn('real-recheck');
      return scene.door('logInSecondFactor', { ticket, code });
    };
    const code = scene.code(secret);
    expect(await second(code)).toMatchObject({ __typename: 'Session', recoveryCodes: null });
    expect(await second(code)).toMatchObject({ code: 'CODE_WRONG' });
    expect(await second(scene.code(secret, 2))).toMatchObject({ code: 'CODE_WRONG' });
    expect(await second(scene.code(secret, 1))).toMatchObject({ __typename: 'Session' });
    const [recovery = ''] = session.recoveryCodes ?? [];
    expect(await second(recovery.toUpperCase())).toMatchObject({ __typename: 'Session' });
    expect(await second(recovery)).toMatchObject({ code: 'CODE_WRONG' });
    const { ticket } = await scene.logIn('real-recheck');
    for (let tries = 0; tries < 5; tries += 1) await scene.door('logInSecondFactor', { ticket, code: '000000' });
    scene.clock.pass(120);
    expect(await scene.door('logInSecondFactor', { ticket, code: scene.code(secret) })).toMatchObject({
      code: 'TICKET_OVER',
    });
    const used = await scene.logIn('real-recheck');
    expect(await scene.door('logInSecondFactor', { ticket: used.ticket, code: scene.code(secret) })).toMatchObject({
      __typename: 'Session',
    });
    scene.clock.pass(60);
    expect(await scene.door('logInSecondFactor', { ticket: used.ticket, code: scene.code(secret) })).toMatchObject({
      code: 'TICKET_OVER',
    });
  });

  it('no stranger locks the owner out: 200 guesses from other addresses, and the known device still opens', async () => {
    await enter('target', DEMO, 'hospital');
    const { deviceToken } = await scene.logIn('target');
    expect(deviceToken).toEqual(expect.any(String));
    const codes = new Map<string, number>();
    for (let guess = 0; guess < 200; guess += 1) {
      const address = `10.${(guess % 5).toString()}.${(guess >> 4).toString()}.${guess.toString()}`;
      const { code = 'in' } = await scene.logIn('target', { password: `guess ${guess.toString()}` }, address);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(Object.fromEntries(codes)).toEqual({ LOG_IN_REFUSED: 100, RATE_LIMITED: 100 });
    const stranger = await scene.logIn('target', {}, '10.77.0.1');
    expect(stranger).toMatchObject({ code: 'RATE_LIMITED', facts: [{ name: 'seconds', value: expect.any(String) }] });
    const owner = await scene.logIn('target', { deviceToken }, '10.0.0.1');
    expect(owner).toMatchObject({ __typename: 'Session', deviceToken: null });
  }, 120_000);

  it('limits a guesser at one address alike for known and unknown names, over every process, until the window ends', async () => {
    await enter('guessed', DEMO, 'hospital');
    const guess = async (loginName: string) => {
      const answers: string[] = [];
      for (let tries = 0; tries < 12; tries += 1)
        answers.push((await scene.logIn(loginName, { password: 'wrong' }, '10.50.0.1')).code ?? 'in');
      return answers;
    };
    const known = await guess('guessed');
    expect(known).toEqual([...Array<string>(10).fill('LOG_IN_REFUSED'), 'RATE_LIMITED', 'RATE_LIMITED']);
    expect(await guess('never-was')).toEqual(known);
    expect(await scene.logIn('guessed', {}, '10.50.0.1')).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await scene.logIn('guessed', {}, '10.50.0.2')).toMatchObject({ __typename: 'Session' });
    scene.clock.pass(15 * 60 + 1);
    expect(await scene.logIn('guessed', {}, '10.50.0.1')).toMatchObject({ __typename: 'Session' });
    const stored = JSON.stringify(await scene.journey.db.ownerQuery('SELECT key FROM identity.attempt'));
    expect(stored).not.toContain('guessed');
  });

  it('a device of somebody else counts as none, and has a limit of its own', async () => {
    await enter('device-a', DEMO, 'hospital');
    await enter('device-b', DEMO, 'hospital');
    const { deviceToken } = await scene.logIn('device-a');
    const guesses = async (loginName: string) => {
      const answers: string[] = [];
      for (let tries = 0; tries < 11; tries += 1)
        answers.push((await scene.logIn(loginName, { password: 'wrong', deviceToken }, '10.60.0.1')).code ?? 'in');
      return answers.at(-1);
    };
    expect(await guesses('device-b')).toBe('RATE_LIMITED');
    expect(await scene.logIn('device-b', { deviceToken }, '10.60.0.1')).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await guesses('device-a')).toBe('RATE_LIMITED');
    expect(await scene.logIn('device-a', { deviceToken }, '10.61.0.1')).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await scene.logIn('device-a', {}, '10.61.0.1')).toMatchObject({ __typename: 'Session' });
  });
});
