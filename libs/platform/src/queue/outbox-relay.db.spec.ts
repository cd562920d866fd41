import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { OutboxRelay } from './outbox-relay';
import type { LaneQueue, QueueBackend } from './queue-backend';
import { benchOf, noteJob, NoteHandler, tell } from './testing/queue-bench';

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
