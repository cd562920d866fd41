import { Injectable } from '@nestjs/common';
import type { Sql } from '../../persistence/sql';

export interface AttemptRow {
  readonly key: string;
  readonly failures: bigint;
  readonly window_ends_at: Date;
}

/** Counters of failures: one row each, shared by every process of the API. */
@Injectable()
export class AttemptRepository {
  /** Adds one to every counter, or begins it anew when its window is over; answers what each holds now. */
  consume(sql: Sql, counters: readonly { key: string; windowEndsAt: Date }[], now: Date): Promise<AttemptRow[]> {
    return sql.query<AttemptRow>(
      `INSERT INTO identity.attempt AS a (key, failures, window_ends_at)
       SELECT x.key, 1, x.ends FROM unnest($1::text[], $2::timestamptz[]) AS x(key, ends) ORDER BY x.key
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN a.window_ends_at <= $3 THEN 1 ELSE a.failures + 1 END,
         window_ends_at = CASE WHEN a.window_ends_at <= $3 THEN EXCLUDED.window_ends_at ELSE a.window_ends_at END
       RETURNING key, failures, window_ends_at`,
      [counters.map(({ key }) => key), counters.map(({ windowEndsAt }) => windowEndsAt), now],
    );
  }

  /** What these counters hold within their windows. */
  find(sql: Sql, keys: readonly string[], now: Date): Promise<AttemptRow[]> {
    return sql.query<AttemptRow>(
      `SELECT key, failures, window_ends_at FROM identity.attempt WHERE key = ANY($1::text[]) AND window_ends_at > $2`,
      [keys, now],
    );
  }

  /** Takes back one try from these counters. */
  async giveBack(sql: Sql, keys: readonly string[]): Promise<void> {
    await sql.query(`UPDATE identity.attempt SET failures = greatest(failures - 1, 0) WHERE key = ANY($1::text[])`, [
      keys,
    ]);
  }

  /** Forgets these counters, and some whose window is over. */
  async forget(sql: Sql, keys: readonly string[], now: Date): Promise<void> {
    await sql.query(
      `DELETE FROM identity.attempt WHERE key = ANY($1::text[]) OR key IN (
         SELECT key FROM identity.attempt WHERE window_ends_at <= $2 LIMIT 50 FOR UPDATE SKIP LOCKED)`,
      [keys, now],
    );
  }
}
