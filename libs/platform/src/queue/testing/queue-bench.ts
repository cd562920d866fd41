import { setTimeout as pause } from 'node:timers/promises';
import { ok, refuse } from '@huiji/kernel';
import type { TestDatabase } from '@huiji/migrations/testing';
import { z } from 'zod';
import { announce } from '../../outbox/outbox';
import { defineJob, JobHandler, type JobDefinition, type JobTelling } from '../job';
import { JobRegistry } from '../job-registry';
import { JobRunner } from '../job-runner';
import { JobRuns } from '../job-runs';
import { OutboxRows } from '../outbox-rows';
import type { QueuePlace } from '../queue-backend';
import { QueueService, timingDefaults } from '../queue-service';

export const notePayload = z.object({ area: z.string(), note: z.string() });
export type Note = z.infer<typeof notePayload>;

export const noteJob = defineJob({ name: 'test.write-a-note', payload: notePayload, attempts: 3, backoffMs: 20 });
export const bulkJob = defineJob({ name: 'test.write-at-length', payload: notePayload, attempts: 1, lane: 'bulk' });

/** A handler that does what the spec says, and remembers. */
export class NoteHandler extends JobHandler<JobDefinition<Note>> {
  readonly notes: string[] = [];
  constructor(
    readonly job: JobDefinition<Note>,
    private readonly act: (note: string, tries: number, telling: JobTelling) => Promise<void> = () => Promise.resolve(),
  ) {
    super();
  }
  async handle({ note }: Note, telling: JobTelling): Promise<void> {
    this.notes.push(note);
    await this.act(note, this.notes.filter((earlier) => earlier === note).length, telling);
  }
}

export interface Bench {
  readonly registry: JobRegistry;
  readonly runner: JobRunner;
  readonly rows: OutboxRows;
  readonly faults: Error[];
  service(): QueueService;
}

/** What a worker process is made of, without Nest. */
export const benchOf = (db: TestDatabase, handlers: readonly NoteHandler[]): Bench => {
  const registry = new JobRegistry(
    handlers.map((handler) => handler.job),
    () => handlers,
  );
  const runner = new JobRunner(registry, new JobRuns(db.database));
  const rows = new OutboxRows(db.database);
  const faults: Error[] = [];
  return {
    registry,
    runner,
    rows,
    faults,
    service: () => new QueueService(registry, runner, rows, (e) => faults.push(e)),
  };
};

export const timing = { ...timingDefaults, pollMs: 200, retryMs: 100, lockMs: 2000 };

export const startService = async (bench: Bench, db: TestDatabase, place: QueuePlace): Promise<QueueService> => {
  const service = bench.service();
  await service.start(place, db.url('app'), timing);
  return service;
};

/** Announces notes in one transaction, which is refused in the end when `keep` is false. */
export const tell = async (
  db: TestDatabase,
  area: string,
  job: JobDefinition<Note>,
  notes: readonly string[],
  keep = true,
): Promise<void> => {
  await db.database.inTransaction(db.scope(area), async (tx) => {
    for (const note of notes) await announce(tx, job, { area, note });
    return keep ? ok(null) : refuse('rule', 'NO');
  });
};

/** Waits until `met` answers true; throws after `ms`. */
export const until = async (met: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> => {
  const end = Date.now() + ms;
  while (!(await met())) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await pause(25);
  }
};
