import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openPolicy } from './policy';
import { ask, toyApp, triedPasswords } from './testing/toy-app';

const nested = (levels: number): string => (levels === 0 ? 'name' : `kind ofType { ${nested(levels - 1)} }`);
const times = (count: number, part: (place: string) => string): string =>
  Array.from({ length: count }, (_, place) => part(place.toString())).join(' ');

/** toys, edges, node and `levels` times whole, with a leaf. */
const deep = (levels: number): string =>
  `{ toys(first: 1) { edges { node ${'{ whole '.repeat(levels)}{ place }${' }'.repeat(levels)} } } }`;
const withAliases = (count: number): string => `{ toys { edges { ${times(count, (n) => `a${n}: cursor`)} } } }`;
const inFragment = (count: number): string =>
  `fragment f on ToyEdge { ${times(count, (n) => `a${n}: cursor`)} } { toys { edges { ...f node { place ...g } ...f } } } fragment g on Toy { price }`;
const roots = (count: number): string => `{ ${times(count, () => 'greeting(name: "x")')} }`;
const directives = (count: number): string =>
  `{ toys { edges { ${times(count, () => 'cursor @include(if: true)')} } } }`;
/** A page of n rows of six fields and their edge: 1 + n (1 + 1 + 1 + 4). */
const rows = (pages: number, size: string): string =>
  `{ ${times(pages, (n) => `p${n}: toys(first: ${size}) { edges { cursor node { place price day name } } }`)} }`;
const lists = (depth: number): string =>
  `{ toys(first: 20) { edges { node ${'{ parts '.repeat(depth)}{ place price day name }${' }'.repeat(depth)} } } }`;
const buys = (count: number): string =>
  times(
    count,
    (n) => `a${n}: toyBuy(input: { requestId: "0190c6a4-5c1e-7b1a-9f00-1234567890ab", price: "1" }) { __typename }`,
  );
const acts = (count: number): string => `mutation { ${buys(count)} }`;
const actsInFragment = (count: number): string => `mutation { ...f } fragment f on Mutation { ${buys(count)} }`;
const actsInPieces = (count: number): string =>
  `mutation { ...f ... on Mutation { ...f } ${buys(count % 2)} } fragment f on Mutation { ${buys(Math.floor(count / 2))} }`;
const rootsInFragment = (count: number): string =>
  `{ ...f } fragment f on Query { ${times(count, () => 'greeting(name: "x")')} }`;
/** Passwords tried in one request. */
const logIns = (count: number): string => times(count, (n) => `a${n}: logIn(password: "try ${n}")`);
const repeats = (count: number): string => `{ toys { edges { ${times(count, () => 'cursor')} } } }`;
/** Twelve tokens, and numbers in a list. */
const tokens = (count: number): string => `{ greeting(name: "x" marks: [${'1 '.repeat(count - 12)}]) }`;
const long = (characters: number): string => `{ greeting(name: "x") } #${'x'.repeat(characters - 25)}`;

describe('X8 limits of the GraphQL endpoint', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await toyApp();
  });
  afterAll(() => app.close());

  it.each([
    ['depth', deep(8), deep(9), 'depth 13, at most 12'],
    ['aliases', withAliases(30), withAliases(31), 'aliases 31, at most 30'],
    ['aliases in a fragment used twice', inFragment(15), inFragment(16), 'aliases 32, at most 30'],
    ['root fields', roots(20), roots(21), 'root fields 21, at most 20'],
    ['acts of one mutation', acts(5), acts(6), 'acts 6, at most 5'],
    ['root fields in a fragment', rootsInFragment(20), rootsInFragment(21), 'root fields 21, at most 20'],
    ['acts in a fragment', actsInFragment(5), actsInFragment(6), 'acts 6, at most 5'],
    ['acts in a fragment used twice, and beside it', actsInPieces(5), actsInPieces(6), 'acts 6, at most 5'],
    ['directives', directives(50), directives(51), 'directives 51, at most 50'],
    ['rows of pages', rows(16, '178'), rows(16, '179'), 'fields 20064, at most 20000'],
    ['entries of lists without pages', lists(3), lists(4), 'fields 53161, at most 20000'],
    ['times that a word stands there', repeats(100), repeats(101), 'times cursor 101, at most 100'],
    ['tokens', tokens(4000), tokens(4001), 'tokens 4001, at most 4000'],
    ['characters', long(60_000), long(60_001), 'characters 60001, at most 60000'],
  ])('takes what is just within, and refuses what is just beyond: %s', async (_, within, beyond, words) => {
    const good = await ask(app, within, { as: 'hospital' });
    expect([good.status, good.body.errors]).toEqual([200, undefined]);
    const { status, body } = await ask(app, beyond, { as: 'hospital' });
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors).toMatchObject([
      { message: `The query is too large: ${words}.`, extensions: { code: 'QUERY_TOO_LARGE' } },
    ]);
  });

  it('counts rows hidden in fragments', async () => {
    const query = `fragment e on ToyConnection { edges { node { place price day name } } } { ${times(19, (n) => `p${n}: toys { ...on ToyConnection { ${'...e '.repeat(5)} } }`)} }`;
    expect((await ask(app, query, { as: 'hospital' })).body.errors?.[0]?.message).toContain('fields');
  });

  it.each([
    ['side by side', `mutation { ${logIns(29)} }`, 29],
    ['in one fragment', `mutation { ...f } fragment f on Mutation { ${logIns(29)} }`, 29],
    ['in an inline fragment', `mutation { ... on Mutation { ${logIns(29)} } }`, 29],
    [
      'in a fragment of a fragment',
      `mutation { ...e } fragment e on Mutation { ...f } fragment f on Mutation { ${logIns(29)} }`,
      29,
    ],
    [
      'in fragments of five',
      `mutation { ...e ...f } fragment e on Mutation { ${logIns(5)} } fragment f on Mutation { ${logIns(5)} }`,
      10,
    ],
  ])('lets nobody try many passwords in one request: %s', async (_, query, found) => {
    const { status, body } = await ask(app, query);
    expect([status, body.errors?.[0]?.message]).toEqual([
      400,
      `The query is too large: acts ${found.toString()}, at most 5.`,
    ]);
    expect(triedPasswords).toEqual([]);
  });

  it('counts the rows that a variable asks for, said or by its default', async () => {
    const query = (declared: string): string => `query (${declared}) ${rows(16, '$n')}`;
    const status = async (declared: string, variables?: object): Promise<number> =>
      (await ask(app, query(declared), { as: 'hospital', ...(variables ? { variables } : {}) })).status;
    expect(await status('$n: Int!', { n: 200 })).toBe(400);
    expect(await status('$n: Int!', { n: 10 })).toBe(200);
    expect(await status('$n: Int! = 200')).toBe(400);
    expect(await status('$n: Int! = 200', { n: 10 })).toBe(200);
  });

  it('is quick to refuse what would be slow to validate: fields of one name, compared each with each', async () => {
    const flat = `{ ${times(300, () => 'toys { edges { node { place } } }')} }`;
    const part = (n: string): string => `fragment f${n} on Toy { ${times(30, () => 'place')} }`;
    const spread = `{ toys { edges { node { ${times(90, (n) => `...f${n}`)} } } } } ${times(90, part)}`;
    await ask(app, '{ greeting(name: "warm") }');
    for (const query of [flat, spread]) {
      const began = performance.now();
      expect((await ask(app, query, { as: 'hospital' })).body.errors?.[0]?.message).toContain('101, at most 100');
      expect(performance.now() - began).toBeLessThan(250);
    }
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
    expect(openPolicy.introspection).toBe('everybody');
  });
});
