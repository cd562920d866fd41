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

const startBare = async (db: TestDatabase): Promise<Server> => {
  const child = fork(path.join(__dirname, `graphql-page-bare${path.extname(__filename)}`), [db.url('test')]);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const headers = { 'content-type': 'application/json' };
  return { child, shot: { port, path: '/', headers, body: '{}' } };
};

const stop = async ({ child }: Server): Promise<void> => {
  child.disconnect();
  await once(child, 'exit');
};

/** Both give fifty rows, or the figures mean nothing. */
const compare = async (ours: Server, bare: Server): Promise<void> => {
  const page = JSON.parse(await shoot(ours.shot)) as { data?: { actions?: { edges?: unknown[] } } };
  const rows = JSON.parse(await shoot(bare.shot)) as { data?: unknown[] };
  if (page.data?.actions?.edges?.length !== 50 || rows.data?.length !== 51)
    throw new Error(`not a page of 50: ${JSON.stringify(page).slice(0, 400)}`);
};

interface Sizes {
  readonly rounds: number;
  readonly seconds: number;
}

const duel = async (
  name: string,
  ours: Server,
  bare: Server,
  { rounds, seconds }: Sizes,
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
    target: 0.5,
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
    target: 0.5,
    rounds,
    better: 'smaller',
    ours: replay(ours),
    reference: replay(bare),
  });
  return [throughput, processor];
};

/** A page of 50 with permissions and row level security, against node:http with the same statement and neither. */
export const bench: Bench = async ({ small }) => {
  const db = await testDatabase();
  const sizes = small ? { rounds: 2, seconds: 0.5 } : { rounds: 7, seconds: 3 };
  try {
    await seed(db, small ? 2_000 : 50_000);
    const bare = await startBare(db);
    const lines: BenchLine[] = [];
    for (const readScope of ['connection', 'transaction'] as const) {
      const ours = await startOurs(db, readScope);
      await compare(ours, bare);
      const name = readScope === 'connection' ? 'graphql-page' : 'graphql-page-distributed';
      lines.push(...(await duel(name, ours, bare, sizes)));
      await stop(ours);
    }
    await stop(bare);
    return lines;
  } finally {
    closeAgents();
    await db.close();
  }
};
