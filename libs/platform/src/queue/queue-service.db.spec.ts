import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { QueuePlace } from './queue-backend';
import type { QueueService } from './queue-service';
import { redisWanted, startRedis, type TestRedis } from './testing/places';
import { benchOf, bulkJob, noteJob, NoteHandler, startService, tell, until } from './testing/queue-bench';

interface RunRow {
  readonly state: string;
  readonly attempts: number;
  readonly fault: string | null;
  readonly done_units: bigint | null;
}

const kinds: readonly QueuePlace['kind'][] = redisWanted(process.env) ? ['postgres', 'redis'] : ['postgres'];

describe.each(kinds)('the queue on %s', (kind) => {
  let db: TestDatabase;
  let redis: TestRedis | undefined;
  const services: QueueService[] = [];

  const place = (): QueuePlace =>
    redis === undefined ? { kind: 'postgres', url: db.url('queue') } : { kind: 'redis', url: redis.url };
  const run = async (handlers: readonly NoteHandler[]) => {
    const bench = benchOf(db, handlers);
    services.push(await startService(bench, db, place()));
    return bench;
  };
  const runsOf = (job: string) =>
    db.ownerQuery<RunRow>(
      'SELECT state, attempts, fault, done_units FROM platform.job_run WHERE job = $1 ORDER BY started_at',
      [job],
    );

  /** Rows the relay has not marked yet; it marks after it adds, so a job may be done before its row is. */
  const unrelayed = async () => (await db.ownerQuery('SELECT 1 FROM platform.outbox WHERE relayed_at IS NULL')).length;

  beforeEach(async () => {
    if (kind === 'redis') redis = await startRedis(process.env);
    db = await testDatabase();
    await seedArea(db, '510900');
    await seedArea(db, '500000');
  });
  afterEach(async () => {
    for (const service of services.splice(0)) await service.stop();
    await db.close();
    await redis?.stop();
    redis = undefined;
  });

  it('runs what a committed transaction announced, in every area, and nothing of one that was refused', async () => {
    const handler = new NoteHandler(noteJob);
    await tell(db, '510900', noteJob, ['before the start']);
    await run([handler]);
    await tell(db, '500000', noteJob, ['heard']);
    await tell(db, '500000', noteJob, ['refused'], false);
    await until(() => handler.notes.length === 2);
    await until(async () => (await runsOf(noteJob.name)).every((row) => row.state === 'done'));
    await until(async () => (await unrelayed()) === 0);
    expect([...handler.notes].sort()).toEqual(['before the start', 'heard']);
  });

  it('PD-28 tries again what threw, and stores the last fault when no try is left', async () => {
    const handler = new NoteHandler(noteJob, (note, tries) =>
      note === 'never' || tries < 3 ? Promise.reject(new Error(`no ink, try ${String(tries)}`)) : Promise.resolve(),
    );
    await run([handler]);
    await tell(db, '510900', noteJob, ['third time']);
    await tell(db, '510900', noteJob, ['never']);
    await until(async () => (await runsOf(noteJob.name)).filter((row) => /done|failed/.test(row.state)).length === 2);
    const rows = await runsOf(noteJob.name);
    expect(rows.map((row) => [row.state, row.attempts, row.fault]).sort()).toEqual([
      ['done', 3, null],
      ['failed', 3, 'no ink, try 3'],
    ]);
  });

  it('runs a job once when the relay dies between adding and marking', async () => {
    const handler = new NoteHandler(noteJob);
    await run([handler]);
    await tell(db, '510900', noteJob, ['once']);
    await until(async () => (await runsOf(noteJob.name))[0]?.state === 'done');
    await db.ownerQuery('UPDATE platform.outbox SET relayed_at = NULL');
    await until(async () => (await unrelayed()) === 0);
    await tell(db, '510900', noteJob, ['after']);
    await until(() => handler.notes.includes('after'));
    expect(handler.notes).toEqual(['once', 'after']);
  });

  it('stores progress while a long job runs, and short jobs pass it', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const long = new NoteHandler(bulkJob, async (_note, _tries, telling) => {
      await telling.progress(40n, 100n);
      await held;
    });
    const short = new NoteHandler(noteJob);
    await run([long, short]);
    await tell(db, '510900', bulkJob, ['a million rows', 'another million']);
    await until(async () => (await runsOf(bulkJob.name))[0]?.done_units === 40n);
    await tell(db, '510900', noteJob, ['quick']);
    await until(() => short.notes.length === 1);
    expect(long.notes).toEqual(['a million rows']);
    release();
    await until(async () => (await runsOf(bulkJob.name)).filter((row) => row.state === 'done').length === 2);
  });

  it('lets one worker lead, and the next when that one goes', async () => {
    const handler = new NoteHandler(noteJob);
    await run([handler]);
    await until(() => services[0]?.isLeading === true);
    await run([handler]);
    expect(services.map((service) => service.isLeading)).toEqual([true, false]);
    await services.shift()?.stop();
    await until(() => services[0]?.isLeading === true);
    await tell(db, '510900', noteJob, ['to the second']);
    await until(() => handler.notes.length === 1);
  });
});
