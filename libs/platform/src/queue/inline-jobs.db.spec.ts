import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { InlineJobs } from './inline-jobs';
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
