import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { AccessTokens } from '@huiji/identity';
import { areaCode, present } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { machineClock, parseConfig, randomSecrets } from '@huiji/platform';
import { interleaved, type Bench, type BenchLine } from './bench-line';
import { answersPerSecond, closeAgents, shoot, type Shot } from './http-load';
import { processorSeconds } from './processor';

const PERSON = '0190c6a4-5c1e-7b1a-9f00-000000000001';
const AREA = '510900';

const QUERY = `query Page { actions(first: 50) { edges { node {
  id kind subjectType subjectId fromState toState reason bySystem actorName businessDate at } }
  pageInfo { hasNextPage endCursor } } }`;

interface Server {
  readonly child: ChildProcess;
  readonly shot: Shot;
}

const seed = async (db: TestDatabase, rows: number): Promise<void> => {
  await seedArea(db, AREA);
  await seedArea(db, '500000');
  await db.ownerQuery(
    `INSERT INTO identity.person_user (id, login_name, display_name, password_hash, made_at)
     VALUES ($1, 'auditor', '稽核 王', '$argon2id$bench', now())`,
    [PERSON],
  );
  await db.ownerQuery(
    `WITH o AS (INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care)
                VALUES ($1, 'agency', '经办', 'Agency', false) RETURNING id),
          m AS (INSERT INTO identity.membership (id, user_id, area, organisation_id, role, made_at)
                SELECT $1, $1, $2, id, 'auditor', now() FROM o RETURNING id)
     INSERT INTO identity.session (id, user_id, membership_id, made_at, expires_at)
     SELECT $1, $1, id, now(), now() + interval '12 hours' FROM m`,
    [PERSON, AREA],
  );
  await db.ownerQuery(
    `INSERT INTO platform.action (area, id, subject_type, subject_id, kind, from_state, to_state, reason, payload,
                                  actor_kind, actor_id, business_date, at)
     SELECT area, gen_random_uuid(), 'volume-report', gen_random_uuid(), 'ReportAccepted', 'submitted', 'accepted',
            '复核无误', '{}', 'person', $1, '2020-07-01', now()
     FROM unnest(ARRAY['510900', '500000']) AS areas(area), generate_series(1, $2::int)`,
    [PERSON, rows],
  );
  await db.ownerQuery('ANALYZE');
};

const tokenOf = async (secret: string): Promise<string> => {
  const tokens = new AccessTokens({ tokenSecret: Buffer.from(secret, 'base64') }, machineClock);
  const { token } = await tokens.sign({
    userId: PERSON,
    area: areaCode(AREA),
    organisationId: PERSON,
    role: 'auditor',
    membershipId: PERSON,
    sessionId: PERSON,
  });
  return token;
};

/** The API as it ships: its own process, its own log, its token, its guard, row level security. */
const startOurs = async (db: TestDatabase, readScope: 'connection' | 'transaction'): Promise<Server> => {
  const secrets = randomSecrets();
  const environment = {
    ...secrets,
    HUIJI_PROFILE: 'test',
    HUIJI_APP_DATABASE_URL: db.url('app'),
    HUIJI_BANK_DIRECTORY: path.join(__dirname, 'no-bank'),
    HUIJI_READ_SCOPE: readScope,
    HUIJI_DATABASE_POOL: '10',
    PORT: '0',
    LOG_LEVEL: 'info',
  };
  parseConfig(environment);
  const main = path.join(path.dirname(require.resolve('@huiji/api/domains')), 'main.js');
  const child = spawn(process.execPath, [main], {
    env: { ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  for await (const line of createInterface({ input: present(child.stdout, 'the log of the API') })) {
    const { address } = JSON.parse(line) as { address?: string };
    if (address === undefined) continue;
    child.stdout?.resume();
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${await tokenOf(secrets.HUIJI_TOKEN_SECRET)}`,
    };
    const body = JSON.stringify({ query: QUERY });
    return { child, shot: { port: Number(new URL(address).port), path: '/graphql', headers, body } };
  }
  throw new Error('the API ended before it listened');
};

/** The same statement as a view, for a server that makes its API of tables. */
const VIEW = [
  'CREATE SCHEMA bench',
  `CREATE VIEW bench.happening AS
   SELECT a.area::text AS area, a.seq, a.id AS action_id, a.kind, a.subject_type, a.subject_id, a.from_state,
          a.to_state, a.reason, a.actor_kind = 'system' AS by_system,
          coalesce(u.display_name, a.actor_name, '') AS actor_name, a.business_date, a.at
   FROM platform.action a LEFT JOIN identity.person_user u ON u.id = a.actor_id`,
  `COMMENT ON VIEW bench.happening IS E'@primaryKey area,seq'`,
];

const POSTGRAPHILE_QUERY = `query Page { allHappenings(first: 50, orderBy: SEQ_DESC, condition: { area: "${AREA}" }) {
  edges { node { actionId kind subjectType subjectId fromState toState reason bySystem actorName businessDate at } }
  pageInfo { hasNextPage endCursor } } }`;

const startPostgraphile = async (db: TestDatabase): Promise<Server> => {
  for (const statement of VIEW) await db.ownerQuery(statement);
  const file = path.join(__dirname, `graphql-page-postgraphile${path.extname(__filename)}`);
  const child = fork(file, [db.url('test')], {
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return { child, shot: { port, path: '/graphql', headers, body: JSON.stringify({ query: POSTGRAPHILE_QUERY }) } };
};

const startBare = async (db: TestDatabase): Promise<Server> => {
  const child = fork(path.join(__dirname, `graphql-page-bare${path.extname(__filename)}`), [db.url('test')]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const headers = { 'content-type': 'application/json' };
  return { child, shot: { port, path: '/', headers, body: '{}' } };
};

const stop = async ({ child }: Pick<Server, 'child'>): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
};

/** All give fifty rows, or the figures mean nothing. */
const expectPage = async ({ shot }: Server): Promise<void> => {
  const answer = JSON.parse(await shoot(shot)) as {
    data?: Readonly<Record<string, { edges?: unknown[] }>> | unknown[];
  };
  const [first] = Object.values(answer.data ?? {}) as { edges?: unknown[] }[];
  const rows = Array.isArray(answer.data) ? answer.data.length - 1 : first?.edges?.length;
  if (rows !== 50) throw new Error(`not a page of 50: ${JSON.stringify(answer).slice(0, 400)}`);
};

interface Sizes {
  readonly rounds: number;
  readonly target: number;
  readonly seconds: number;
}

const duel = async (
  name: string,
  ours: Server,
  bare: Server,
  { rounds, seconds, target }: Sizes,
): Promise<readonly BenchLine[]> => {
  const work = new Map<Server, number[]>();
  const measure = (server: Server) => async (): Promise<number> => {
    const processId = present(server.child.pid, 'a running server');
    const before = processorSeconds(processId);
    const { rate, answers } = await answersPerSecond(server.shot, seconds);
    const perAnswer = ((processorSeconds(processId) - before) * 1000) / answers;
    work.set(server, [...(work.get(server) ?? []), perAnswer]);
    return rate;
  };
  const throughput = await interleaved({
    bench: name,
    unit: 'answers/s',
    target,
    rounds,
    better: 'larger',
    ours: measure(ours),
    reference: measure(bare),
  });
  // What was measured beside the throughput, told again in the same order.
  const replay = (server: Server): (() => Promise<number>) => {
    const measured = (work.get(server) ?? []).values();
    return () => Promise.resolve(measured.next().value ?? Number.NaN);
  };
  const processor = await interleaved({
    bench: `${name}-processor`,
    unit: 'ms/answer',
    target,
    rounds,
    better: 'smaller',
    ours: replay(ours),
    reference: replay(bare),
  });
  return [throughput, processor];
};

/**
 * A page of 50 with permissions, row level security and a log-in that is asked for: against node:http with the same
 * statement and none of it (target 0.5), and against PostGraphile 5 without permissions (target 1.5).
 */
export const bench: Bench = async ({ small }) => {
  const db = await testDatabase();
  const sizes = small ? { rounds: 2, seconds: 0.5 } : { rounds: 7, seconds: 3 };
  const started: Server[] = [];
  const start = async (server: Promise<Server>): Promise<Server> => {
    const one = await server;
    started.push(one);
    await expectPage(one);
    return one;
  };
  try {
    await seed(db, small ? 2_000 : 50_000);
    const bare = await start(startBare(db));
    const lines: BenchLine[] = [];
    for (const readScope of ['connection', 'transaction'] as const) {
      const ours = await start(startOurs(db, readScope));
      const name = readScope === 'connection' ? 'graphql-page' : 'graphql-page-distributed';
      lines.push(...(await duel(name, ours, bare, { ...sizes, target: 0.5 })));
      if (readScope === 'connection') {
        const other = await start(startPostgraphile(db));
        lines.push(...(await duel('graphql-page-postgraphile', ours, other, { ...sizes, target: 1.5 })));
        await stop(other);
      }
      await stop(ours);
    }
    return lines;
  } finally {
    closeAgents();
    for (const one of started) await stop(one);
    await db.close();
  }
};
