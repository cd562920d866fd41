import { serverAudits } from 'graphql-http';
import { seedArea } from '@huiji/migrations/testing';
import { journeyApi, type JourneyApi } from '../journeys/support/journey-api';

interface Heard {
  readonly id: string;
  readonly name: string;
  readonly status: 'ok' | 'notice' | 'warn' | 'error';
}

/** The audits that a server may fail; the three are left out, and say why. */
const LEFT_OUT = {
  '5A70': 'a GET needs a header of its own, so that no page of another site can send one',
  D6D5: 'the same',
  '6A70': 'the same',
};

describe('X8 the audit of GraphQL over HTTP', () => {
  let journey: JourneyApi;
  let url: string;
  beforeAll(async () => {
    journey = await journeyApi();
    await seedArea(journey.db, '510900');
    await journey.app.listen(0, '127.0.0.1');
    url = `${await journey.app.getUrl()}/graphql`;
  }, 120_000);
  afterAll(() => journey.close());

  const run = async (fetchFn: typeof fetch): Promise<readonly Heard[]> => {
    const heard: Heard[] = [];
    for (const audit of serverAudits({ url, fetchFn })) {
      const { id, name, status } = await audit.fn();
      heard.push({ id, name, status });
    }
    return heard;
  };

  it('passes every MUST and every SHOULD; of what a server MAY do, only GET without a header is left out', async () => {
    const heard = await run(fetch);
    const of = (word: RegExp): readonly Heard[] => heard.filter(({ name }) => word.test(name));
    expect(of(/^MUST/).length).toBeGreaterThan(10);
    expect(of(/^SHOULD/).length).toBeGreaterThan(10);
    expect(of(/^(MUST|SHOULD)/).filter(({ status }) => status !== 'ok')).toEqual([]);
    const may = of(/^MAY/);
    expect(
      may
        .filter(({ status }) => status !== 'ok')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(Object.keys(LEFT_OUT).sort());
    expect(heard.length).toBe(of(/^(MUST|SHOULD|MAY)/).length);
  });

  it('passes all of them for a program that sends the header', async () => {
    const withHeader: typeof fetch = (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('apollo-require-preflight', '1');
      return fetch(input, { ...init, headers });
    };
    expect((await run(withHeader)).filter(({ status }) => status !== 'ok')).toEqual([]);
  });
});
