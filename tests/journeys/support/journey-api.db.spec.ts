import { seedArea } from '@huiji/migrations/testing';
import { journeyApi, PASSWORD, type JourneyApi } from './journey-api';

const HOSPITAL = '0190c6a4-5c1e-7b1a-9f00-000000000001';

describe('the client of the journeys', () => {
  let journey: JourneyApi;
  beforeAll(async () => {
    journey = await journeyApi();
    await seedArea(journey.db, '510900');
    await journey.db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care)
       VALUES ($1, 'hospital', '甲', 'A', false)`,
      [HOSPITAL],
    );
  });
  afterAll(() => journey.close());

  it('enters people, asks as them, and throws on every error', async () => {
    const hospital = await journey.enter({
      loginName: 'hospital',
      area: '510900',
      organisationId: HOSPITAL,
      role: 'hospital',
    });
    expect(await hospital.query('{ me { loginName } }')).toEqual({ me: { loginName: 'hospital' } });
    await expect(hospital.query('{ nothing }')).rejects.toThrow('Cannot query field');
    await expect(journey.nobody().query('{ me { loginName } }')).rejects.toThrow('UNAUTHENTICATED');
  });

  it('tells payloads from refusals', async () => {
    const nobody = journey.nobody();
    const opened = { loginName: 'hospital', password: PASSWORD };
    // logIn takes no request id: its text is sent as it is.
    const text =
      'mutation ($input: LogInInput!) { logIn(input: $input) { __typename ... on Refusal { code message } } }';
    expect((await nobody.send(text, { input: opened })).data).toEqual({ logIn: { __typename: 'Session' } });
    expect((await nobody.send(text, { input: { ...opened, password: 'wrong horse' } }, 'en')).data).toEqual({
      logIn: {
        __typename: 'RuleRefusal',
        code: 'LOG_IN_REFUSED',
        message: 'the log-in name or the password is wrong',
      },
    });
  });

  it('brings files up and down', async () => {
    const hospital = await journey.client('hospital');
    const id = await hospital.upload('报量.csv', 'a,b', 'text/csv');
    expect((await hospital.download(id))?.toString()).toBe('a,b');
    expect(await hospital.download(HOSPITAL)).toBeUndefined();
  });

  it('runs the jobs of an area to the end', async () => {
    expect(await journey.drain('510900')).toBe(0);
  });
});
