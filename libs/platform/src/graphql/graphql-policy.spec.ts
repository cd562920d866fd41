import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { knownOperations } from './known-operations';
import { openPolicy, type GraphqlPolicy } from './policy';
import { ask, logLines, toyApp } from './testing/toy-app';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('X8 what the GraphQL endpoint tells of itself', () => {
  const apps = new Map<GraphqlPolicy['introspection'], NestFastifyApplication>();
  beforeAll(async () => {
    for (const introspection of ['everybody', 'people', 'nobody'] as const)
      apps.set(introspection, await toyApp({ ...openPolicy, introspection }));
  });
  afterAll(() => Promise.all([...apps.values()].map((app) => app.close())));

  const asked = async (introspection: GraphqlPolicy['introspection'], query: string, as?: 'hospital') => {
    const app = apps.get(introspection);
    if (!app) throw new Error('no app');
    const { status, body } = await ask(app, query, as ? { as } : {});
    return body.errors ? [status, body.errors[0]?.extensions['code']] : [status];
  };
  const closed = [400, 'INTROSPECTION_CLOSED'];

  it.each([
    ['everybody', [200], [200]],
    ['people', closed, [200]],
    ['nobody', closed, closed],
  ] as const)('the schema is for %s', async (introspection, stranger, person) => {
    for (const query of [getIntrospectionQuery(), '{ __type(name: "Toy") { name } }']) {
      expect(await asked(introspection, query)).toEqual(stranger);
      expect(await asked(introspection, query, 'hospital')).toEqual(person);
    }
    const hidden = 'fragment f on Query { __schema { queryType { name } } } { __typename ...f }';
    expect(await asked(introspection, hidden)).toEqual(stranger);
    expect(await asked(introspection, '{ __typename greeting(name: "x") }')).toEqual([200]);
  });

  it.each([
    ['a field', '{ greetin(name: "x") }'],
    ['an argument', '{ greeting(nam: "x") }'],
    ['a type', '{ toys { ... on ToyConnectio { __typename } } }'],
  ])('a person who mistypes %s is helped to its name, a stranger is not', async (_, query) => {
    const app = apps.get('everybody');
    if (!app) throw new Error('no app');
    const said = async (as?: 'hospital'): Promise<string> =>
      (await ask(app, query, as ? { as } : {})).body.errors?.map(({ message }) => message).join('\n') ?? '';
    expect(await said('hospital')).toContain('Did you mean');
    expect(await said()).not.toContain('Did you mean');
    expect(await said()).not.toBe('');
  });

  it("logs a caller's fault as information and ours as an error", async () => {
    const app = apps.get('everybody');
    if (!app) throw new Error('no app');
    const levels = async (query: string): Promise<readonly number[]> => {
      logLines.length = 0;
      await ask(app, query);
      return logLines.map((line) => (JSON.parse(line) as { level: number }).level);
    };
    expect(await levels('{ nothing }')).toEqual([30]);
    expect(await levels('{ toys { pageInfo { hasNextPage } } }')).toEqual([30]);
    expect(await levels('{ broken }')).toEqual([50]);
  });
});

describe('X8 known operations only', () => {
  const greeting = 'query Greet($name: String!) { greeting(name: $name) }';
  let folder: string;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'huiji-operations-'));
    writeFileSync(join(folder, 'operations.json'), JSON.stringify([{ name: 'Greet', sha256: sha256(greeting) }]));
    const known = knownOperations({ operations: 'known', operationsFiles: [], consoleDirectory: folder });
    app = await toyApp({ ...openPolicy, known });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it('run with any variables; anything else is refused before it is parsed, by POST and by GET', async () => {
    for (const name of ['a', '惠济']) {
      const { body } = await ask(app, greeting, { variables: { name } });
      expect(body.data).toEqual({ greeting: `hello ${name}` });
    }
    for (const query of [`${greeting} `, '{ greeting(name: "x") }', '{ not even GraphQL'])
      expect(await ask(app, query)).toMatchObject({
        status: 403,
        body: { errors: [{ extensions: { code: 'UNKNOWN_OPERATION' } }] },
      });
    const get = await app.inject({
      url: `/graphql?query=${encodeURIComponent('{ greeting(name: "x") }')}`,
      headers: { 'apollo-require-preflight': '1' },
    });
    expect([get.statusCode, get.body]).toEqual([403, expect.stringContaining('UNKNOWN_OPERATION')]);
  });

  it('a missing or broken list stops the start, in words', () => {
    const of = (files: readonly string[], consoleDirectory?: string) =>
      knownOperations({ operations: 'known', operationsFiles: files, consoleDirectory });
    expect(() => of([])).toThrow('no list of operations is there');
    expect(() => of([], join(folder, 'absent'))).toThrow('operations.json is no list of operations');
    writeFileSync(join(folder, 'broken.json'), '[{"name":"x","sha256":"short"}]');
    expect(() => of([join(folder, 'broken.json')])).toThrow('broken.json is no list of operations');
    expect(knownOperations({ operations: 'any', operationsFiles: [], consoleDirectory: undefined })).toBeUndefined();
  });
});
