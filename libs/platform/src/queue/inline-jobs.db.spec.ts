import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { InlineJobs } from './inline-jobs';
import { OutboxRelay } from './outbox-relay';
import type { LaneQueue, QueueBackend } from './queue-backend';
import { benchOf, noteJob, NoteHandler, tell } from './testing/queue-bench';

describe('jobs run in this process', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    await seedArea(db, '500000');
  });
  afterEach(() => db.close());

  const inline = (handler: NoteHandler) => {
    const bench = benchOf(db, [handler]);
    return new InlineJobs(bench.runner, bench.rows);
  };

  it('come in the order they were told, with those that they tell themselves, and only of the area', async () => {
    const handler = new NoteHandler(noteJob, async (note) => {
      if (note === 'first') await tell(db, '510900', noteJob, ['third, told by the first']);
    });
    await tell(db, '510900', noteJob, ['first', 'second']);
    await tell(db, '500000', noteJob, ['elsewhere']);
    expect(await inline(handler).drain('510900')).toBe(3);
    expect(handler.notes).toEqual(['first', 'second', 'third, told by the first']);
    expect(await inline(handler).drain('510900')).toBe(0);
  });

  it('PD-28 throw when the last try threw, and stay waiting', async () => {
    const handler = new NoteHandler(noteJob, () => Promise.reject(new Error('no ink')));
    await tell(db, '510900', noteJob, ['first', 'second']);
    await expect(inline(handler).drain('510900')).rejects.toThrow('no ink');
    expect(handler.notes).toEqual(['first', 'first', 'first']);
    const waiting = await db.ownerQuery('SELECT 1 FROM platform.outbox WHERE relayed_at IS NULL');
    expect(waiting).toHaveLength(2);
    const runs = await db.ownerQuery('SELECT state, attempts, fault FROM platform.job_run');
    expect(runs).toEqual([{ state: 'failed', attempts: 3, fault: 'no ink' }]);
  });

  it('are refused when told in another area than the one they are about', async () => {
    const handler = new NoteHandler(noteJob);
    await tell(db, '510900', noteJob, ['first']);
    await db.ownerQuery(`UPDATE platform.outbox SET payload = payload || '{"area": "500000"}'`);
    await expect(inline(handler).drain('510900')).rejects.toThrow(/told in the area/);
    expect(handler.notes).toEqual([]);
  });
});

describe('the relay', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
  });
  afterEach(() => db.close());

  /** A queue that holds what it is given and never works. */
  const heldBackend = () => {
    const held: string[] = [];
    const queue: LaneQueue = {
      add: (jobs) => {
        held.push(...jobs.map((job) => job.id));
        return Promise.resolve();
      },
      waiting: () => Promise.resolve(held.length),
      close: () => Promise.resolve(),
    };
    const backend: QueueBackend = {
      kind: 'postgres',
      queue: () => queue,
      work: () => Promise.reject(new Error('nobody works here')),
      close: () => Promise.resolve(),
    };
    return { held, backend };
  };

  it('PD-15 fills the queue to its bound and leaves the rest in the outbox, in order', async () => {
    const { held, backend } = heldBackend();
    const bench = benchOf(db, [new NoteHandler(noteJob)]);
    await tell(db, '510900', noteJob, ['1', '2', '3', '4', '5', '6', '7']);
    const relay = new OutboxRelay(bench.rows, bench.registry, backend, { batch: 2, bound: 5 });
    expect(await relay.relay('510900')).toBe(5);
    expect(await relay.relay('510900')).toBe(0);
    held.splice(0);
    expect(await relay.relayAll()).toBe(2);
  });

  it('leaves news of a job that this version does not know, and carries what comes after it', async () => {
    const { held, backend } = heldBackend();
    const bench = benchOf(db, [new NoteHandler(noteJob)]);
    await tell(db, '510900', noteJob, ['of the future', 'known']);
    await db.ownerQuery(
      `UPDATE platform.outbox SET job = 'test.of-the-future' WHERE payload->>'note' = 'of the future'`,
    );
    expect(await new OutboxRelay(bench.rows, bench.registry, backend).relay('510900')).toBe(1);
    expect(held).toHaveLength(1);
    expect(await db.ownerQuery('SELECT job FROM platform.outbox WHERE relayed_at IS NULL')).toEqual([
      { job: 'test.of-the-future' },
    ]);
  });
});
