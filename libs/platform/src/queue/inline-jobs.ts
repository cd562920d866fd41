import type { JobRunner, ToldJob } from './job-runner';
import type { OutboxRows } from './outbox-rows';

/**
 * Runs the waiting jobs of an area in this process, in the order they were told, until none is left: for the
 * demonstration and for tests, where the same input must give the same result. No queue and no relay take part.
 */
export class InlineJobs {
  constructor(
    private readonly runner: JobRunner,
    private readonly outbox: OutboxRows,
  ) {}

  /** Answers how many jobs were run. Throws what the last try of a job threw; that job stays waiting. */
  async drain(area: string): Promise<number> {
    let run = 0;
    for (;;) {
      const waiting = await this.outbox.waiting(area, 100);
      if (waiting.length === 0) return run;
      for (const told of waiting) {
        await this.runToEnd(told);
        await this.outbox.markRelayed(area, [told.id]);
        run += 1;
      }
    }
  }

  private async runToEnd(told: ToldJob): Promise<void> {
    const attempts = this.runner.attemptsOf(told.job);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.runner.run(told, attempt >= attempts);
        return;
      } catch (error) {
        if (attempt >= attempts) throw error;
      }
    }
  }
}
