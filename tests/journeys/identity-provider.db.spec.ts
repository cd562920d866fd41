import { DEMO, IdentityScene, REAL } from './support/identity-scene';
import { OidcPeer } from './support/oidc-browser';

const ORIGIN = 'http://127.0.0.1:8199';
const SECRET = 'a secret of the client';

describe('X1 log-in by a real OpenID provider', () => {
  let scene: IdentityScene;
  let peer: OidcPeer;
  let issuerId: string;
  const people = new Map<string, string>();

  /** The browser at our own addresses: where it is sent, and the cookie it holds. */
  const visit = async (path: string, cookie = '') => {
    const { headers, statusCode } = await scene.journey.app.inject({ url: path, headers: { cookie } });
    const set = [headers['set-cookie']].flat().at(0) ?? '';
    return { statusCode, location: headers.location ?? '', cookie: set.split(';')[0] ?? '', set };
  };
  const pathOf = (address: string): string => address.slice(ORIGIN.length);
  const leave = async (subject: string) => {
    const { location, cookie } = await visit('/oidc/suining/start');
    return { cookie, back: pathOf(await peer.through(location, subject, ORIGIN)) };
  };
  const arrive = async (subject: string): Promise<string> => {
    const { back, cookie } = await leave(subject);
    return (await visit(back, cookie)).location;
  };
  const codeOf = (location: string): string => location.replace('/login#code=', '');

  beforeAll(async () => {
    scene = await IdentityScene.open();
    peer = await OidcPeer.open(`${ORIGIN}/oidc/suining/callback`);
    const { agency, hospital } = scene.organisations;
    const administrator = await scene.journey.enter({
      loginName: 'issuer-admin',
      area: DEMO,
      role: 'administrator',
      organisationId: agency,
    });
    for (const loginName of ['li', 'wang', 'zhao', 'zhou'])
      await scene.journey.enter({ loginName, area: DEMO, role: 'hospital', organisationId: hospital });
    for (const { id, login_name } of await scene.journey.db.ownerQuery<{ id: string; login_name: string }>(
      'SELECT id, login_name FROM identity.person_user',
    ))
      people.set(login_name, id);
    const wish = {
      slug: 'suining',
      name: '遂宁统一身份',
      issuerUrl: peer.issuer,
      clientId: 'huiji',
      consoleOrigin: ORIGIN,
    };
    const saved = await administrator.mutate<{ id: string }>(
      'oidcIssuerSave',
      { ...wish, clientSecret: SECRET },
      '{ id callbackUrl }',
    );
    expect(saved).toMatchObject({ callbackUrl: `${ORIGIN}/oidc/suining/callback` });
    issuerId = saved.id;
    const linkOf = (name: string, how: object) =>
      administrator.mutate('oidcLinkSet', { issuerId, personId: people.get(name), ...how });
    await linkOf('li', { subject: 'subject-1' });
    await linkOf('wang', { email: 'Wang@Example.org' });
    await linkOf('zhao', { email: 'zhao@example.org' });
    await scene.journey.db.ownerQuery(
      `INSERT INTO identity.membership (id, user_id, area, organisation_id, role, made_at)
       VALUES (gen_random_uuid(), $1, $2, $3, 'hospital', now())`,
      [people.get('li'), REAL, hospital],
    );
  }, 60_000);
  afterAll(async () => {
    peer.close();
    await scene.close();
  });

  it('is offered at the door, and its secret is kept encrypted', async () => {
    expect(await scene.journey.nobody().query('{ logInIssuers { slug name } }')).toEqual({
      logInIssuers: [{ slug: 'suining', name: '遂宁统一身份' }],
    });
    const stored = JSON.stringify([
      await scene.journey.db.ownerQuery('SELECT * FROM identity.oidc_issuer'),
      await scene.journey.db.ownerQuery('SELECT * FROM identity.oidc_link'),
    ]);
    for (const text of [SECRET, 'wang@example.org', 'Wang@Example.org']) expect(stored).not.toContain(text);
  });

  it('lets in somebody known by subject: a code behind the #, exchanged once, for that area only', async () => {
    const { location, cookie, set } = await visit('/oidc/suining/start');
    expect(location).toMatch(/code_challenge_method=S256/);
    expect(location).toMatch(/nonce=/);
    expect(set).toMatch(/HttpOnly; SameSite=Lax/);
    const back = pathOf(await peer.through(location, 'subject-1', ORIGIN));
    const arrived = await visit(back, cookie);
    expect(arrived.location).toMatch(/^\/login#code=[\w-]{43}$/);
    const code = codeOf(arrived.location);
    const session = await scene.door('logInWithCode', { code });
    expect(session).toMatchObject({ __typename: 'Session', viewer: { memberships: [{ role: 'HOSPITAL' }] } });
    expect(await scene.as(session).query('{ me { loginName membership { area { code } } } }')).toEqual({
      me: { loginName: 'li', membership: { area: { code: DEMO } } },
    });
    const other = await scene.journey.db.ownerQuery<{ id: string }>(
      'SELECT id FROM identity.membership WHERE user_id = $1 AND area = $2',
      [people.get('li'), REAL],
    );
    expect(
      await scene.door('refresh', { refreshToken: session.refreshToken, membershipId: other[0]?.id }),
    ).toMatchObject({ code: 'NO_MEMBERSHIP' });
    expect(await scene.door('logInWithCode', { code })).toMatchObject({ code: 'TICKET_OVER' });
    expect((await visit(back, cookie)).location).toBe('/login#refused=ISSUER_REFUSED');
    const seen = scene.journey.log.join('\n');
    expect(seen).toContain('/oidc/:issuer/callback');
    expect(seen).not.toContain(code);
  });

  it('lets in somebody linked by an e-mail address that the provider verified, and knows the subject from then on', async () => {
    expect(await arrive('subject-2')).toMatch(/#code=/);
    const links = await scene.journey.db.ownerQuery(
      'SELECT subject, email_index FROM identity.oidc_link WHERE user_id = $1',
      [people.get('wang')],
    );
    expect(links).toEqual([{ subject: 'subject-2', email_index: null }]);
    expect(await arrive('subject-2')).toMatch(/#code=/);
  });

  it('refuses an address that is not verified, and a subject nobody was linked to', async () => {
    expect(await arrive('subject-3')).toBe('/login#refused=ISSUER_REFUSED');
    expect(await arrive('subject-9')).toBe('/login#refused=ISSUER_REFUSED');
  });

  it('refuses another state, another browser, another nonce, another code, and a way that took too long', async () => {
    const refused = '/login#refused=ISSUER_REFUSED';
    const first = await leave('subject-1');
    const wrongState = first.back.replace(/state=[^&]+/, 'state=somebody-elses');
    expect((await visit(wrongState, first.cookie)).location).toBe(refused);
    expect((await visit(first.back, first.cookie)).location).toMatch(/#code=/);
    const second = await leave('subject-1');
    expect((await visit(second.back, 'huiji_oidc=of-a-stranger')).location).toBe(refused);
    expect((await visit(second.back, second.cookie)).location).toBe(refused);
    const third = await leave('subject-1');
    await scene.journey.db.ownerQuery(`UPDATE identity.oidc_flow SET nonce = 'another'`);
    expect((await visit(third.back, third.cookie)).location).toBe(refused);
    const fourth = await leave('subject-1');
    expect((await visit(fourth.back.replace(/code=[^&]+/, 'code=guessed'), fourth.cookie)).location).toBe(refused);
    const fifth = await leave('subject-1');
    scene.clock.pass(601);
    expect((await visit(fifth.back, fifth.cookie)).location).toBe(refused);
    expect((await visit('/oidc/unknown/start')).location).toBe(refused);
  });

  it('the code for the console is over after a minute', async () => {
    const location = await arrive('subject-1');
    scene.clock.pass(61);
    expect(await scene.door('logInWithCode', { code: codeOf(location) })).toMatchObject({ code: 'TICKET_OVER' });
  });

  it('stops when the administrator ends the provider, or the person is disabled', async () => {
    const location = await arrive('subject-2');
    await scene.journey.db.ownerQuery('UPDATE identity.person_user SET disabled_at = now() WHERE id = $1', [
      people.get('wang'),
    ]);
    expect(await scene.door('logInWithCode', { code: codeOf(location) })).toMatchObject({ code: 'TICKET_OVER' });
    const administrator = scene.as(await scene.logIn('issuer-admin'));
    await administrator.mutate('oidcIssuerEnd', { issuerId });
    expect((await visit('/oidc/suining/start')).location).toBe('/login#refused=ISSUER_REFUSED');
  });
});
