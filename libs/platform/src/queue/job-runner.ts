import { assert } from '@huiji/kernel';
import type { AreaPayload, JobDefinition } from './job';
import type { JobRegistry } from './job-registry';
import type { JobRunKey, JobRuns } from './job-runs';

/** A job as the outbox tells it. */
export interface ToldJob extends JobRunKey {
  readonly payload: unknown;
}

/** Runs one try of one job, whoever asks: a worker of the queue, a test, the demonstration. */
export class JobRunner {
  constructor(
    private readonly registry: JobRegistry,
    private readonly runs: JobRuns,
  ) {}

  /** Tries the job of that name may have in all. */
  attemptsOf(name: string): number {
    return this.registry.find(name).definition.attempts;
  }

  /**
   * One try. Does nothing when the job was done before. Throws what the handler threw, after it was noted.
   * @param lastTry no other try will follow
   */
  async run(told: ToldJob, lastTry: boolean): Promise<void> {
    const { definition, run } = this.registry.find(told.job);
    const key = { area: told.area, id: told.id, job: told.job };
    if (!(await this.runs.begin(key))) return;
    try {
      const payload = definition.payload.parse(told.payload);
      assert(payload.area === told.area, `job ${told.job} is told in the area it is about`);
      await run(payload, { progress: (done, total) => this.runs.progress(key, done, total) });
    } catch (error) {
      await this.runs.fail(key, error, lastTry);
      throw error;
    }
    await this.runs.finish(key);
  }

  /**
   * One turn of a job that time starts again and again. No run is stored and nothing is tried again: a throw is the
   * caller's to tell, and the next turn comes anyway.
   */
  async turn<Payload extends AreaPayload>(job: JobDefinition<Payload>, payload: Payload): Promise<void> {
    await this.registry.find(job.name).run(job.payload.parse(payload), { progress: () => Promise.resolve() });
  }
}
