import { PASSWORD } from './support/journey-api';
import { DEMO, IdentityScene } from './support/identity-scene';

const KEY = '{ id text name lastUsedAt revokedAt organisation { id } scopes }';

interface Key {
  readonly id: string;
  readonly text: string | null;
}

describe('X1 keys of other systems, and one’s own log-ins', () => {
  let scene: IdentityScene;
  const enter = (loginName: string, role: 'administrator' | 'hospital' | 'agency-clerk', organisationId: string) =>
    scene.journey.enter({ loginName, area: DEMO, role, organisationId });

  beforeAll(async () => {
    scene = await IdentityScene.open();
  });
  afterAll(() => scene.close());

  it('a key is shown once, acts as an account of its own, and does what its scopes say and nothing else', async () => {
    const { hospital, other } = scene.organisations;
    const hana = await enter('hana', 'hospital', hospital);
    const wish = {
      name: '医院信息系统',
      scopes: ['ORDERS_READ', 'REPORTS_WRITE'],
      days: 30,
      requestId: '0190c6a4-5c1e-7b1a-9f00-0000000000b1',
    };
    const made = await hana.mutate<Key>('apiKeyMake', wish, KEY);
    expect(made.text).toMatch(/^huiji_[0-9a-f]{32}_[\w-]{43}$/);
    expect(await hana.mutate<Key>('apiKeyMake', wish, KEY)).toEqual(made);
    expect(await hana.query('{ apiKeys { id text } }')).toEqual({ apiKeys: [{ id: made.id, text: null }] });
    const stored = JSON.stringify(await scene.journey.db.ownerQuery('SELECT * FROM identity.api_key'));
    expect(stored).not.toContain(made.text?.split('_').at(-1));
    const system = scene.as({ accessToken: made.text ?? '' });
    expect(await system.send('{ purchaseOrders { edges { cursor } } }')).toMatchObject({
      data: { purchaseOrders: { edges: [] } },
    });
    for (const forbidden of ['{ invoices { edges { cursor } } }', '{ apiKeys { id } }', '{ myAccount { id } }'])
      expect(await system.send(forbidden)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    await expect(system.upload('a.csv', 'a,b', 'text/csv')).rejects.toThrow('401');
    const refused = await system.refusal('volumeReportSubmit', { reportId: made.id });
    expect(refused.code).toBe('NOT_FOUND');
    expect(
      await hana.refusal('apiKeyMake', { name: 'x', scopes: ['FILES'], days: 1, organisationId: other }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    const { apiKeys } = await hana.query<{ apiKeys: { id: string; lastUsedAt: string | null }[] }>(
      '{ apiKeys { id lastUsedAt } }',
    );
    expect(apiKeys).toEqual([{ id: made.id, lastUsedAt: expect.any(String) }]);
    expect(await scene.logIn(`key-${made.id}`)).toMatchObject({ code: 'LOG_IN_REFUSED' });
  });

  it('its acts name it; it ends when revoked, when its days are over, and with any letter changed', async () => {
    const { agency, hospital, supplier } = scene.organisations;
    const administrator = await enter('key-admin', 'administrator', agency);
    const wish = { name: '临时系统', scopes: ['FILES'], days: 1, organisationId: hospital };
    const made = await administrator.mutate<Key>('apiKeyMake', wish, KEY);
    const text = made.text ?? '';
    const system = scene.as({ accessToken: text });
    const fileId = await system.upload('a.csv', 'a,b\n1,2', 'text/csv');
    const [file] = await scene.journey.db.ownerQuery<{ display_name: string }>(
      'SELECT u.display_name FROM platform.file f JOIN identity.person_user u ON u.id = f.made_by WHERE f.id = $1',
      [fileId],
    );
    expect(file).toEqual({ display_name: '临时系统' });
    expect(await system.send('{ me { loginName } }')).toMatchObject({
      data: { me: { loginName: expect.stringMatching(/^key-/) } },
    });
    const wrong = scene.as({ accessToken: `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}` });
    expect(await wrong.send('{ me { loginName } }')).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await administrator.refusal('apiKeyMake', { ...wish, organisationId: agency })).toMatchObject({
      code: 'KEY_ORGANISATION',
    });
    const another = await administrator.mutate<Key>('apiKeyMake', { ...wish, organisationId: supplier }, KEY);
    await administrator.mutate('apiKeyRevoke', { apiKeyId: another.id });
    expect(await scene.as({ accessToken: another.text ?? '' }).send('{ me { id } }')).toMatchObject({ errors: [{}] });
    expect(await administrator.refusal('apiKeyRevoke', { apiKeyId: another.id })).toMatchObject({
      code: 'WRONG_STATE',
    });
    scene.clock.pass(24 * 3600);
    expect(await system.send('{ me { loginName } }')).toMatchObject({ errors: [{}] });
  });

  it('people see their log-ins and end one, whose token moves nothing from then on', async () => {
    await enter('mia', 'hospital', scene.organisations.hospital);
    const [here, there] = [
      await scene.logIn('mia', { deviceWords: 'Firefox on Windows' }),
      await scene.logIn('mia', { deviceWords: 'a phone' }, '10.0.0.9'),
    ];
    const mine = scene.as(here);
    const { myAccount } = await mine.query<{
      myAccount: { logIns: { id: string; current: boolean; deviceWords: string | null }[] };
    }>('{ myAccount { secondFactor secondFactorDemanded logIns { id current deviceWords clientAddress } } }');
    expect(myAccount).toMatchObject({ secondFactor: false, secondFactorDemanded: false });
    expect(myAccount.logIns.filter(({ current }) => current)).toMatchObject([{ deviceWords: 'Firefox on Windows' }]);
    const phone = myAccount.logIns.find(({ deviceWords }) => deviceWords === 'a phone');
    expect(phone).toMatchObject({ clientAddress: '10.0.0.9', current: false });
    await enter('somebody', 'hospital', scene.organisations.hospital);
    const stranger = scene.as(await scene.logIn('somebody'));
    expect(await stranger.refusal('logInEnd', { logInId: phone?.id })).toMatchObject({ code: 'NOT_FOUND' });
    const theirs = scene.as(there);
    expect(await theirs.send('{ me { id } }')).toMatchObject({ data: { me: { id: expect.any(String) } } });
    await mine.mutate('logInEnd', { logInId: phone?.id });
    expect(await theirs.send('{ me { id } }')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await scene.door('refresh', { refreshToken: there.refreshToken })).toMatchObject({ code: 'SESSION_OVER' });
  });

  it('a mutation asks at once whether its log-in stands, even in a process that has not heard', async () => {
    await enter('noa', 'hospital', scene.organisations.hospital);
    const session = await scene.logIn('noa');
    const noa = scene.as(session);
    const wish = { name: 'k', scopes: ['FILES'], days: 1 };
    await noa.mutate('apiKeyMake', wish);
    // Ended by another process: this one believes its readers for some seconds, but lets nothing move.
    await scene.journey.db.ownerQuery(
      `UPDATE identity.session SET ended_at = now(), ended_why = 'signed-out'
       WHERE user_id = (SELECT id FROM identity.person_user WHERE login_name = 'noa')`,
    );
    expect(await noa.send('{ me { id } }')).toMatchObject({ data: { me: {} } });
    expect(await noa.refusal('apiKeyMake', wish)).toMatchObject({ code: 'SESSION_OVER' });
  });

  it('sign-out everywhere ends all; a new password ends all others, and is not found in any table', async () => {
    await enter('ora', 'hospital', scene.organisations.hospital);
    const [one, two, three] = [await scene.logIn('ora'), await scene.logIn('ora'), await scene.logIn('ora')];
    const ora = scene.as(one);
    expect(
      await ora.refusal('passwordChange', { oldPassword: 'not it', newPassword: 'a whole new sentence' }),
    ).toMatchObject({ code: 'OLD_PASSWORD_WRONG' });
    expect(await ora.refusal('passwordChange', { oldPassword: PASSWORD, newPassword: 'short' })).toMatchObject({
      issues: [{ field: 'newPassword', code: 'PASSWORD_LENGTH' }],
    });
    const requestId = '0190c6a4-5c1e-7b1a-9f00-0000000000c1';
    await ora.mutate('passwordChange', { requestId, oldPassword: PASSWORD, newPassword: 'a whole new sentence' });
    const [request] = await scene.journey.db.ownerQuery<{ input_hash: string }>(
      'SELECT input_hash FROM platform.request WHERE request_id = $1',
      [requestId],
    );
    expect(request?.input_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await scene.door('refresh', { refreshToken: two.refreshToken })).toMatchObject({ code: 'SESSION_OVER' });
    const renewed = await scene.door('refresh', { refreshToken: one.refreshToken });
    expect(renewed).toMatchObject({ __typename: 'Session' });
    const fourth = await scene.logIn('ora', { password: 'a whole new sentence' });
    await scene.journey.nobody().mutate('signOut', { refreshToken: three.refreshToken, everywhere: true });
    expect(await scene.door('refresh', { refreshToken: fourth.refreshToken })).toMatchObject({ __typename: 'Session' });
    await scene.journey.nobody().mutate('signOut', { refreshToken: renewed.refreshToken, everywhere: true });
    const living = await scene.journey.db.ownerQuery(
      `SELECT s.id FROM identity.session s JOIN identity.person_user u ON u.id = s.user_id WHERE u.login_name = 'ora' AND s.ended_at IS NULL`,
    );
    expect(living).toEqual([]);
    expect(await ora.send('{ me { id } }')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('the old password is not guessed at leisure', async () => {
    await enter('pat', 'hospital', scene.organisations.hospital);
    const pat = scene.as(await scene.logIn('pat'));
    const codes: string[] = [];
    for (let tries = 0; tries < 11; tries += 1)
      codes.push(
        (
          await pat.refusal('passwordChange', {
            oldPassword: `guess ${tries.toString()}`,
            newPassword: 'a whole new sentence',
          })
        ).code,
      );
    expect(codes).toEqual([...Array<string>(10).fill('OLD_PASSWORD_WRONG'), 'RATE_LIMITED']);
  });

  it('recovery codes are renewed by a code of the phone; those before are worth nothing', async () => {
    await enter('quin', 'hospital', scene.organisations.hospital);
    const quin = scene.as(await scene.logIn('quin'));
    const { secret } = await quin.mutate<{ secret: string }>('secondFactorEnrol', {}, '{ secret }');
    expect(await quin.refusal('secondFactorConfirm', { code: '123456' })).toMatchObject({ code: 'CODE_WRONG' });
    const old = await quin.mutate<{ codes: string[] }>(
      'secondFactorConfirm',
      { code: scene.code(secret) },
      '{ codes }',
    );
    scene.clock.pass(60);
    const next = await quin.mutate<{ codes: string[]; left: number }>(
      'recoveryCodesRenew',
      { code: scene.code(secret) },
      '{ codes left }',
    );
    expect(next.left).toBe(10);
    const { ticket } = await scene.logIn('quin');
    expect(await scene.door('logInSecondFactor', { ticket, code: old.codes[0] })).toMatchObject({ code: 'CODE_WRONG' });
    expect(await scene.door('logInSecondFactor', { ticket, code: next.codes[0] })).toMatchObject({
      __typename: 'Session',
    });
    expect(await quin.refusal('secondFactorEnrol', {})).toMatchObject({ code: 'SECOND_FACTOR_STANDS' });
  });
});
