import { Injectable } from '@nestjs/common';
import { areaCode, ok } from '@huiji/kernel';
import { Database } from '../database/database';
import type { Scope } from '../database/tx';

/** One job on its way: the id is that of the outbox row it came from. */
export interface JobRunKey {
  readonly area: string;
  readonly id: string;
  readonly job: string;
}

export type JobRunState = 'running' | 'waiting' | 'done' | 'failed';

const scopeOf = (area: string): Scope => ({ area: areaCode(area), actor: { kind: 'system', name: 'queue' } });

const WORDS_KEPT = 2000;

/** What became of each job, for people to see: apart from the states of business, and apart from the queue's own. */
@Injectable()
export class JobRuns {
  constructor(private readonly database: Database) {}

  /** Notes that a try begins. Answers false when the job was done already: then nothing is to be run. */
  async begin(key: JobRunKey): Promise<boolean> {
    const rows = await this.write<{ state: JobRunState }>(
      key,
      `INSERT INTO platform.job_run AS run (area, id, job, state, attempts, started_at)
       VALUES ($1, $2, $3, 'running', 1, clock_timestamp())
       ON CONFLICT (area, id) DO UPDATE
         SET state = CASE WHEN run.state = 'done' THEN run.state ELSE 'running' END,
             finished_at = CASE WHEN run.state = 'done' THEN run.finished_at END,
             attempts = run.attempts + CASE WHEN run.state = 'done' THEN 0 ELSE 1 END
       RETURNING state`,
      [key.job],
    );
    return rows[0]?.state === 'running';
  }

  async progress(key: JobRunKey, done: bigint, total: bigint): Promise<void> {
    await this.write(key, `UPDATE platform.job_run SET done_units = $3, total_units = $4 WHERE area = $1 AND id = $2`, [
      done.toString(),
      total.toString(),
    ]);
  }

  async finish(key: JobRunKey): Promise<void> {
    await this.write(
      key,
      `UPDATE platform.job_run SET state = 'done', finished_at = clock_timestamp(), fault = NULL
       WHERE area = $1 AND id = $2`,
      [],
    );
  }

  /** Notes a try that threw; `last` when there will be no other. */
  async fail(key: JobRunKey, error: unknown, last: boolean): Promise<void> {
    const words = (error instanceof Error ? error.message : String(error)).slice(0, WORDS_KEPT);
    await this.write(
      key,
      `UPDATE platform.job_run
       SET state = $3, fault = $4, finished_at = CASE WHEN $3 = 'failed' THEN clock_timestamp() END
       WHERE area = $1 AND id = $2`,
      [last ? 'failed' : 'waiting', words],
    );
  }

  private async write<Row>({ area, id }: JobRunKey, sql: string, params: readonly unknown[]): Promise<Row[]> {
    const result = await this.database.inTransaction(scopeOf(area), async (tx) =>
      ok(await tx.query<Row>(sql, [area, id, ...params])),
    );
    return result.ok ? result.value : [];
  }
}
