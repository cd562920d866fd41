import { Injectable } from '@nestjs/common';
import { areaCode, ok } from '@huiji/kernel';
import { Database } from '../database/database';
import type { Scope } from '../database/tx';
import type { ToldJob } from './job-runner';

const scopeOf = (area: string): Scope => ({ area: areaCode(area), actor: { kind: 'system', name: 'relay' } });

interface OutboxRow {
  readonly area: string;
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
}

/** Reads and marks the outbox, one scoped statement per area. */
@Injectable()
export class OutboxRows {
  constructor(private readonly database: Database) {}

  /** Codes of all areas, in order. */
  async areas(): Promise<readonly string[]> {
    const rows: { area: string }[] = await this.database.global.query('SELECT area FROM platform.area ORDER BY area');
    return rows.map((row) => row.area);
  }

  /** The oldest news of an area that was not told yet; with `names`, only of these jobs. */
  waiting(area: string, limit: number, names: readonly string[] | null = null): Promise<readonly ToldJob[]> {
    return this.database.read(scopeOf(area), (tx) =>
      tx.query<OutboxRow>(
        `SELECT area, id, job, payload FROM platform.outbox
         WHERE area = $1 AND relayed_at IS NULL AND ($3::text[] IS NULL OR job = ANY ($3)) ORDER BY seq LIMIT $2`,
        [area, limit, names],
      ),
    );
  }

  async markRelayed(area: string, ids: readonly string[]): Promise<void> {
    await this.database.inTransaction(scopeOf(area), async (tx) => {
      await tx.query(
        `UPDATE platform.outbox SET relayed_at = clock_timestamp()
         WHERE area = $1 AND id = ANY ($2::uuid[]) AND relayed_at IS NULL`,
        [area, ids],
      );
      return ok(null);
    });
  }

  /** Forgets news told, and job runs done, more than `days` days ago. */
  async forget(area: string, days: number): Promise<void> {
    await this.database.inTransaction(scopeOf(area), async (tx) => {
      const until = `now() - make_interval(days => $2)`;
      await tx.query(`DELETE FROM platform.outbox WHERE area = $1 AND relayed_at < ${until}`, [area, days]);
      await tx.query(`DELETE FROM platform.job_run WHERE area = $1 AND state = 'done' AND finished_at < ${until}`, [
        area,
        days,
      ]);
      return ok(null);
    });
  }
}
