import { PASSWORD } from './support/journey-api';
import type { JourneyClient } from './support/journey-client';
import { DEMO, IdentityScene } from './support/identity-scene';

interface Account {
  readonly id: string;
  readonly loginName: string;
  readonly disabled: boolean;
  readonly roles: readonly { readonly id: string; readonly role: string; readonly endedAt: string | null }[];
}

const ACCOUNT = '{ id loginName disabled roles { id role endedAt } }';
const PROPOSALS = '{ roleProposals { id kind state mine personId role } }';

describe('X1 people and roles, delegation with dates', () => {
  let scene: IdentityScene;
  let first: JourneyClient;
  let second: JourneyClient;

  const enter = (
    loginName: string,
    role: 'administrator' | 'agency-clerk' | 'agency-recheck' | 'hospital' | 'auditor',
    area = DEMO,
  ) =>
    scene.journey.enter({
      loginName,
      area,
      role,
      organisationId: role === 'hospital' ? scene.organisations.hospital : scene.organisations.agency,
    });
  const account = async (loginName: string): Promise<Account> => {
    const { accounts } = await first.query<{ accounts: { edges: { node: Account }[] } }>(
      `{ accounts(first: 200) { edges { node ${ACCOUNT} } } }`,
    );
    const found = accounts.edges.find(({ node }) => node.loginName === loginName)?.node;
    if (!found) throw new Error(`${loginName} is not there`);
    return found;
  };
  const proposals = async (client: JourneyClient) =>
    (
      await client.query<{
        roleProposals: { id: string; kind: string; state: string; mine: boolean; personId: string }[];
      }>(PROPOSALS)
    ).roleProposals;

  beforeAll(async () => {
    scene = await IdentityScene.open();
    first = await enter('admin-1', 'administrator');
    second = await enter('admin-2', 'administrator');
  });
  afterAll(() => scene.close());

  it('a role of money needs a second administrator, by the database too; any other is given at once', async () => {
    const { agency, hospital } = scene.organisations;
    const hana = await enter('hana', 'hospital');
    const { id: personId } = await account('hana');
    const clerk = { personId, organisationId: agency, role: 'AGENCY_CLERK' };
    expect(
      (await first.mutate<Account>('roleGive', { personId, organisationId: agency, role: 'AUDITOR' }, ACCOUNT)).roles,
    ).toHaveLength(2);
    expect((await first.mutate<Account>('roleGive', clerk, ACCOUNT)).roles).toHaveLength(2);
    expect(await first.refusal('roleGive', clerk)).toMatchObject({ code: 'ROLE_PROPOSED' });
    const [waiting] = await proposals(first);
    expect(waiting).toMatchObject({ state: 'PROPOSED', mine: true, personId });
    const proposalId = waiting?.id;
    expect(await first.refusal('proposalConfirm', { proposalId })).toMatchObject({ code: 'PROPOSAL_OWN' });
    await expect(
      scene.journey.db.ownerQuery(
        `UPDATE identity.proposal SET state = 'confirmed', decided_by = proposed_by, decided_at = now() WHERE id = $1`,
        [proposalId],
      ),
    ).rejects.toThrow('proposal_two_people');
    await second.mutate('proposalConfirm', { proposalId });
    expect((await account('hana')).roles.map(({ role }) => role)).toContain('AGENCY_CLERK');
    expect(await second.refusal('proposalConfirm', { proposalId })).toMatchObject({ code: 'WRONG_STATE' });
    expect(await first.refusal('roleGive', { ...clerk, organisationId: hospital })).toMatchObject({
      code: 'ROLE_ORGANISATION',
    });
    expect(await hana.send('{ accounts { edges { cursor } } }')).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('an administrator holds no other role in the area: refused in words, and by the database', async () => {
    const { agency } = scene.organisations;
    const other = await account('admin-2');
    const auditor = { personId: other.id, organisationId: agency, role: 'AUDITOR' };
    expect(await first.refusal('roleGive', auditor)).toMatchObject({ code: 'ADMINISTRATOR_ALONE' });
    await expect(
      scene.journey.db.ownerQuery(
        `INSERT INTO identity.membership (id, user_id, area, organisation_id, role, made_at)
         VALUES (gen_random_uuid(), $1, $2, $3, 'auditor', now())`,
        [other.id, DEMO, agency],
      ),
    ).rejects.toThrow('membership_administrator_alone');
  });

  it('an ended role and a closed door stop to work at once, though the access token lasts', async () => {
    const ida = await enter('ida', 'hospital');
    await enter('colleague-of-ida', 'hospital');
    const { colleagues } = await ida.query<{ colleagues: { membershipId: string }[] }>(
      '{ colleagues { membershipId } }',
    );
    const wish = {
      delegateMembershipId: colleagues[0]?.membershipId,
      fromDate: '2020-07-01',
      untilDate: '2020-07-02',
      reason: '出差',
    };
    expect(await ida.mutate('delegationMake', wish, '{ id }')).toMatchObject({ id: expect.any(String) });
    const held = (await account('ida')).roles[0];
    await scene.journey.db.ownerQuery(`UPDATE identity.membership SET ended_at = now() WHERE id = $1`, [held?.id]);
    expect(
      await ida.refusal('delegationMake', { ...wish, fromDate: '2020-08-01', untilDate: '2020-08-02' }),
    ).toMatchObject({
      code: 'SESSION_OVER',
    });
    await scene.journey.db.ownerQuery(`UPDATE identity.membership SET ended_at = NULL WHERE id = $1`, [held?.id]);
    await first.mutate('roleEnd', { membershipId: held?.id });
    expect(await ida.send('{ me { id } }')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await first.refusal('roleEnd', { membershipId: held?.id })).toMatchObject({ code: 'WRONG_STATE' });
    const jan = await enter('jan', 'hospital');
    const { id: personId } = await account('jan');
    expect(await first.mutate('personDisable', { personId }, ACCOUNT)).toMatchObject({ disabled: true });
    expect(await jan.send('{ me { id } }')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await scene.logIn('jan')).toMatchObject({ code: 'LOG_IN_REFUSED' });
    await first.mutate('personEnable', { personId });
    expect(await scene.logIn('jan')).toMatchObject({ __typename: 'Session' });
    const me = await account('admin-1');
    expect(await first.refusal('personDisable', { personId: me.id })).toMatchObject({ code: 'OWN_ADMINISTRATION' });
  });

  it('the door of a person of two areas is not one administrator’s', async () => {
    await enter('kai', 'hospital');
    const { id: personId } = await account('kai');
    await scene.journey.db.ownerQuery(
      `INSERT INTO identity.membership (id, user_id, area, organisation_id, role, made_at)
       VALUES (gen_random_uuid(), $1, '500000', $2, 'hospital', now())`,
      [personId, scene.organisations.hospital],
    );
    for (const act of ['personDisable', 'personReset', 'secondFactorResetPropose'])
      expect(await first.refusal(act, { personId })).toMatchObject({ code: 'PERSON_OF_OTHER_AREAS' });
    expect((await account('kai')).roles).toHaveLength(1);
  });

  it('a lost second factor is taken away by two administrators', async () => {
    const lin = await enter('lin', 'hospital');
    const begun = await lin.mutate<{ secret: string; otpauthUri: string }>(
      'secondFactorEnrol',
      {},
      '{ secret otpauthUri }',
    );
    expect(begun.otpauthUri).toMatch(/^otpauth:\/\/totp\/Huiji:lin\?/);
    const confirmed = await lin.mutate<{ codes: string[] }>(
      'secondFactorConfirm',
      { code: scene.code(begun.secret) },
      '{ codes left }',
    );
    expect(confirmed.codes).toHaveLength(10);
    expect(await scene.logIn('lin')).toMatchObject({ __typename: 'SecondFactorWanted', next: 'CODE' });
    const { id: personId } = await account('lin');
    await first.mutate('secondFactorResetPropose', { personId });
    const waiting = (await proposals(second)).find(({ state }) => state === 'PROPOSED');
    expect(waiting).toMatchObject({ kind: 'SECOND_FACTOR_RESET', mine: false });
    await second.mutate('proposalConfirm', { proposalId: waiting?.id });
    expect(await scene.logIn('lin')).toMatchObject({ __typename: 'Session' });
    await first.mutate('secondFactorResetPropose', { personId });
    const again = (await proposals(first)).find(({ state }) => state === 'PROPOSED');
    expect(await first.mutate('proposalRefuse', { proposalId: again?.id }, '{ state }')).toMatchObject({
      state: 'REFUSED',
    });
  });

  it('a colleague acts in a delegated membership, under their own name and on behalf, until it ends', async () => {
    const mei = await enter('mei', 'agency-clerk');
    await enter('nan', 'auditor');
    const { colleagues } = await mei.query<{ colleagues: { membershipId: string; displayName: string }[] }>(
      '{ colleagues { membershipId displayName role } }',
    );
    expect(colleagues.map(({ displayName }) => displayName)).not.toContain('admin-1');
    const wish = {
      delegateMembershipId: colleagues.find(({ displayName }) => displayName === 'nan')?.membershipId,
      fromDate: '2020-07-01',
      untilDate: '2020-09-28',
      reason: '产假',
    };
    expect(await mei.refusal('delegationMake', { ...wish, untilDate: '2020-09-29' })).toMatchObject({
      issues: [{ code: 'DELEGATION_TOO_LONG' }],
    });
    const made = await mei.mutate<{ id: string }>('delegationMake', wish, '{ id mine role }');
    expect(made).toMatchObject({ mine: true, role: 'AGENCY_CLERK' });
    expect(await mei.refusal('delegationMake', wish)).toMatchObject({ code: 'DELEGATION_STANDS' });
    const opened = await scene.logIn('nan');
    expect(opened.viewer?.memberships).toMatchObject([
      { role: 'AUDITOR', onBehalfOf: null },
      { id: made.id, role: 'AGENCY_CLERK', onBehalfOf: 'mei' },
    ]);
    const acting = await scene.door('refresh', { refreshToken: opened.refreshToken, membershipId: made.id });
    const nan = scene.as(acting);
    expect(await nan.query('{ me { loginName membership { role onBehalfOf } } }')).toEqual({
      me: { loginName: 'nan', membership: { role: 'AGENCY_CLERK', onBehalfOf: 'mei' } },
    });
    expect(await nan.refusal('delegationMake', wish)).toMatchObject({ code: 'DELEGATION_ONWARD' });
    await nan.mutate('passwordChange', { oldPassword: PASSWORD, newPassword: 'a longer sentence of mine' });
    const [action] = await scene.journey.db.ownerQuery<{ actor: string; behalf: string }>(
      `SELECT a.login_name AS actor, b.login_name AS behalf FROM platform.action x
       JOIN identity.person_user a ON a.id = x.actor_id JOIN identity.person_user b ON b.id = x.on_behalf_of
       WHERE x.kind = 'PasswordChanged'`,
    );
    expect(action).toEqual({ actor: 'nan', behalf: 'mei' });
    await mei.mutate('delegationRevoke', { delegationId: made.id });
    expect(await nan.send('{ me { id } }')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(await scene.door('refresh', { refreshToken: acting.refreshToken })).toMatchObject({ code: 'NO_MEMBERSHIP' });
  });

  it('a delegation begins and ends with the business date, and never leaves the organisation', async () => {
    const ola = await enter('ola', 'agency-recheck');
    await enter('pia', 'auditor');
    await enter('of-a-hospital', 'hospital');
    const { colleagues } = await ola.query<{ colleagues: { membershipId: string; displayName: string }[] }>(
      '{ colleagues { membershipId displayName } }',
    );
    const to = (name: string) => colleagues.find(({ displayName }) => displayName === name)?.membershipId;
    const wish = { delegateMembershipId: to('pia'), fromDate: '2020-07-02', untilDate: '2020-07-03', reason: '休假' };
    const foreign = (await account('of-a-hospital')).roles[0]?.id;
    expect(await ola.refusal('delegationMake', { ...wish, delegateMembershipId: foreign })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await ola.mutate('delegationMake', wish);
    const offered = async () => (await scene.logIn('pia')).viewer?.memberships.map(({ role }) => role);
    const goTo = (day: string) =>
      scene.journey.db.ownerQuery('UPDATE platform.area SET business_date = $2 WHERE area = $1', [DEMO, day]);
    expect(await offered()).toEqual(['AUDITOR']);
    await goTo('2020-07-02');
    expect(await offered()).toEqual(['AUDITOR', 'AGENCY_RECHECK']);
    await goTo('2020-07-03');
    expect(await offered()).toEqual(['AUDITOR', 'AGENCY_RECHECK']);
    await goTo('2020-07-04');
    expect(await offered()).toEqual(['AUDITOR']);
    await goTo('2020-07-01');
  });
});
