import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ask, toyApp } from '../../libs/platform/src/graphql/testing/toy-app';
import { World } from '../journeys/bad-input/world';
import type { Operation } from './fuzz/operations';
import { fuzz, type Asker } from './fuzz/run';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Ids of rows of one area's tables. */
const IDS = `
SELECT string_agg(format('(SELECT id::text AS id FROM %s WHERE area = %%L LIMIT 400)', c.oid::regclass), ' UNION ALL ') AS sql
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND obj_description(c.oid) ~ '^tenant:'
  AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'id' AND a.atttypid = 'uuid'::regtype)`;

describe('X8 a fuzz over the whole schema', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 240_000);
  afterAll(() => world.close());

  const idsOf = async (area: string): Promise<readonly string[]> => {
    const [row] = await world.journey.db.ownerQuery<{ sql: string }>(IDS);
    const rows = await world.journey.db.ownerQuery<{ id: string }>((row?.sql ?? '').replaceAll('%L', `'${area}'`));
    return rows.map(({ id }) => id);
  };

  const askerFor = async (login: string, foreign: ReadonlySet<string>): Promise<Asker> => {
    const { token } = await world.as(login);
    const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return {
      name: login,
      foreign,
      ask: async (operation: Operation, language: string) => {
        const { statusCode, body } = await world.journey.app.inject({
          method: 'POST',
          url: '/graphql',
          headers: { ...authorization, 'content-type': 'application/json', 'accept-language': language },
          payload: operation,
        });
        return { status: statusCode, body };
      },
    };
  };

  /** The faults with what our own log says of them. */
  const explained = (error: unknown): never => {
    const lines = world.journey.log.filter((text) => text.includes('"level":50')).map((line) => line.slice(0, 900));
    throw new Error(`${String(error)}\n\n${lines.slice(0, 12).join('\n').replaceAll('\\n', '\n')}`);
  };

  it(`finds nothing that breaks, tells of the inside, or of another area (SEED=${seed.toString()})`, async () => {
    const [suining, chongqing] = [await idsOf('510900'), await idsOf('500000')];
    expect(Math.min(suining.length, chongqing.length)).toBeGreaterThan(100);
    const here = new Set(suining);
    const there = new Set(chongqing);
    const askers = [
      await askerFor('nobody', new Set([...suining, ...chongqing])),
      ...(await Promise.all(
        ['sn-clerk', 'sn-hospital', 'sn-supplier', 'sn-approval', 'sn-accounts'].map((login) => askerFor(login, there)),
      )),
      ...(await Promise.all(['cq-auditor', 'cq-assessor-1', 'cq-clerk'].map((login) => askerFor(login, here)))),
    ];
    const { schema } = world.journey.app.get(GraphQLSchemaHost, { strict: false });
    const ids = [...suining.slice(0, 300), ...chongqing.slice(0, 300)];
    const tally = await fuzz({ schema, askers, ids, small: { days: 1 }, seed, seconds: 30, runs: 4000 }).catch(
      explained,
    );
    expect(tally.operations).toBeGreaterThan(100);
    expect(tally.answered).toBeGreaterThan(tally.operations / 10);
    expect((await world.journey.app.inject('/health')).statusCode).toBe(200);
  }, 120_000);
});

describe('X8 the fuzz itself', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await toyApp();
  });
  afterAll(() => app.close());

  const toy = (body: (real: string) => string, foreign: readonly string[] = []): Promise<unknown> => {
    const { schema } = app.get(GraphQLSchemaHost);
    const asker: Asker = {
      name: 'hospital',
      foreign: new Set(foreign),
      ask: async ({ query, variables }) => {
        const heard = await ask(app, query, { as: 'hospital', variables });
        return { status: heard.status, body: body(JSON.stringify(heard.body)) };
      },
    };
    return fuzz({ schema, askers: [asker], ids: [], seed, seconds: 20, runs: 500 });
  };

  it('finds a field that throws, and says with which seed', async () => {
    await expect(toy((real) => real)).rejects.toThrow(
      new RegExp(`^SEED=${seed.toString()} hospital: INTERNAL_SERVER_ERROR`),
    );
  });

  it.each([
    ['a statement', '"message":"SELECT id FROM platform.action WHERE"'],
    ['a constraint', '"message":"violates check constraint x"'],
    ['a stack', '"message":"Error\\n    at resolve (/srv/a.js:1:2)"'],
    ['the id of another area', '"id":"0190c6a4-5c1e-7b1a-9f00-00000000abcd"'],
  ])('finds %s in an answer', async (_, leak) => {
    const leaking = toy(
      (real) =>
        real
          .replaceAll('INTERNAL_SERVER_ERROR', 'X')
          .replace(/"place":/, `${leak},"place":`)
          .replace('"r0":', `${leak},"r0":`),
      ['0190c6a4-5c1e-7b1a-9f00-00000000abcd'],
    );
    await expect(leaking).rejects.toThrow(/words of the inside|of another area/);
  });
});
