import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { toyApp } from './testing/toy-app';

const NEW = 'application/graphql-response+json';
const OLD = 'application/json';

describe('X8 GraphQL over HTTP', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await toyApp();
  });
  afterAll(() => app.close());

  const post = (payload: string | object | undefined, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': OLD, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });

  it.each([
    [NEW, NEW],
    [OLD, OLD],
    ['*/*', OLD],
  ])('answers what is accepted: %s', async (accept, type) => {
    const answer = await post({ query: '{ __typename }' }, { accept });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
    expect(answer.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('takes UTF-8 said or unsaid, and map variables (the audits BF61, 78D5 and 28B9)', async () => {
    const query = 'query Greet($name: String!) { greeting(name: $name) __type(name: $name) { name } }';
    for (const type of [OLD, `${OLD}; charset=utf-8`]) {
      const answer = await post({ query, variables: { name: '惠济' } }, { 'content-type': type, accept: OLD });
      expect([answer.statusCode, answer.json()]).toEqual([200, { data: { greeting: 'hello 惠济', __type: null } }]);
    }
  });

  it('takes null for variables, operation name and extensions', async () => {
    const answer = await post({ query: '{ __typename }', variables: null, operationName: null, extensions: null });
    expect([answer.statusCode, answer.json()]).toEqual([200, { data: { __typename: 'Query' } }]);
  });

  it('takes queries by GET from programs, refuses mutations by GET, and what a page of another site can send', async () => {
    const get = (query: string, headers: Record<string, string> = { 'apollo-require-preflight': '1' }) =>
      app.inject({ url: `/graphql?query=${encodeURIComponent(query)}`, headers });
    expect((await get('{ __typename }')).json()).toEqual({ data: { __typename: 'Query' } });
    expect((await get('mutation { __typename }')).statusCode).toBe(405);
    const simple = await get('{ __typename }', {});
    expect(simple.statusCode).toBe(400);
    expect(simple.body).toContain('CSRF');
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded']) {
      const { statusCode } = await post('{"query":"{ __typename }"}', { 'content-type': type });
      expect(statusCode).toBeGreaterThanOrEqual(400);
      expect(statusCode).toBeLessThan(500);
    }
  });

  it.each([
    ['a document that cannot be parsed', { query: '{' }],
    ['a document that does not fit the schema', { query: '{ nothing }' }],
    ['variables that do not fit', { query: 'query ($n: Int!) { toys(first: $n) { __typename } }', variables: {} }],
  ])('answers %s with 400, and with 200 to who asks for application/json', async (_, body) => {
    expect((await post(body, { accept: NEW })).statusCode).toBe(400);
    expect((await post(body)).statusCode).toBe(400);
    const old = await post(body, { accept: OLD });
    expect(old.statusCode).toBe(200);
    expect(old.json()).toMatchObject({ errors: [{}] });
    expect(old.json()).not.toHaveProperty('data');
  });

  it.each([
    ['no body', undefined],
    ['a body that is no JSON', '{ "not a JSON'],
    ['no query', { qeury: '{ __typename }' }],
    ['a list for the query', { query: ['{ __typename }'] }],
    ['text for the variables', { query: '{ __typename }', variables: 'name' }],
    ['a list for the extensions', { query: '{ __typename }', extensions: ['x'] }],
  ])('refuses %s with 400', async (_, body) => {
    expect((await post(body, { accept: NEW })).statusCode).toBe(400);
  });

  it('refuses a post of another kind of content', async () => {
    const answer = await post('query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});
