import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ask, toyApp } from './testing/toy-app';

const nested = (levels: number): string => (levels === 0 ? 'name' : `kind ofType { ${nested(levels - 1)} }`);

describe('X8 limits of the GraphQL endpoint', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await toyApp();
  });
  afterAll(() => app.close());

  const aliases = (count: number): string =>
    Array.from({ length: count }, (_, index) => `a${index.toString()}: greeting(name: "x")`).join(' ');

  it.each([
    [
      '31 aliases',
      `{ toys { edges { ${Array.from({ length: 31 }, (_, i) => `a${i.toString()}: cursor`).join(' ')} } } }`,
      'aliases 31',
    ],
    [
      'aliases hidden in a fragment used twice',
      `fragment f on ToyEdge { ${Array.from({ length: 16 }, (_, i) => `a${i.toString()}: cursor`).join(' ')} } { toys { edges { ...f node { place } ...f } } }`,
      'aliases 32',
    ],
    ['21 root fields', `{ ${Array.from({ length: 21 }, () => 'greeting(name: "x")').join(' ')} }`, 'root fields 21'],
    [
      'rows hidden in fragments',
      `fragment e on ToyConnection { edges { node { place price day name } } } { ${Array.from({ length: 20 }, (_, i) => `p${i.toString()}: toys { ...on ToyConnection { ${'...e '.repeat(5)} } }`).join(' ')} }`,
      'fields',
    ],
    [
      'many rows of many fields',
      `{ ${Array.from({ length: 16 }, (_, i) => `p${i.toString()}: toys(first: 200) { edges { cursor node { place price day name } } }`).join(' ')} }`,
      'fields',
    ],
  ])('refuses %s before anything runs', async (_, query, found) => {
    const { status, body } = await ask(app, query, { as: 'hospital' });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'QUERY_TOO_LARGE' });
    expect(body.errors?.[0]?.message).toContain(found);
  });

  it('counts the rows that a variable asks for', async () => {
    const query = `query ($n: Int!) { ${Array.from({ length: 16 }, (_, i) => `p${i.toString()}: toys(first: $n) { edges { cursor node { place price day name } } }`).join(' ')} }`;
    expect((await ask(app, query, { as: 'hospital', variables: { n: 200 } })).status).toBe(400);
    expect((await ask(app, query, { as: 'hospital', variables: { n: 10 } })).status).toBe(200);
  });

  it('refuses 480 aliases and a query of more than 4,000 tokens', async () => {
    expect((await ask(app, `{ ${aliases(480)} }`)).body.errors?.[0]?.extensions).toEqual({ code: 'QUERY_TOO_LARGE' });
    const { status, body } = await ask(app, `{ ${aliases(1000)} }`);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' });
  });

  it('refuses a batch of operations', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: [{ query: '{ greeting(name: "x") }' }, { query: '{ greeting(name: "y") }' }],
    });
    expect(response.statusCode).toBe(400);
    expect(response.body).toContain('batching disabled');
  });

  it('lets tools read the whole schema', async () => {
    const { status, body } = await ask(app, `{ __schema { types { name fields { type { ${nested(7)} } } } } }`);
    expect(status).toBe(200);
    expect(JSON.stringify(body.data)).toContain('ToyConnection');
  });
});
