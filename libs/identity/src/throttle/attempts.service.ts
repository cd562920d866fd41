import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@huiji/kernel';
import { CLOCK, Database, FieldCipher, type Clock } from '@huiji/platform';
import { sqlOf } from '../persistence/sql';
import { AttemptRepository, type AttemptRow } from './persistence/attempt.repository';
import { limits, waitSeconds, type Counter, type CounterName } from './rules/limits';

/** Counters that a success empties; the others only get the one try back, for they count other people too. */
const OWN: ReadonlySet<string> = new Set(['name-address', 'device', 'code', 'code-device', 'change']);

/** Counts failures, so that guessing ends; the counters stand in PostgreSQL and hold for every process. */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly rows: AttemptRepository,
    private readonly cipher: FieldCipher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes one try before the work is done, so that many at once are counted too. Refuses RATE_LIMITED with the seconds
   * to wait (fact `seconds`), whoever asks.
   */
  async take(names: readonly CounterName[]): Promise<Result<void>> {
    const now = this.clock.now();
    const byKey = new Map(names.map((name) => [this.keyOf(name), name]));
    const counters = [...byKey].map(([key, { counted }]) => ({
      key,
      windowEndsAt: new Date(now.getTime() + limits[counted].minutes * 60_000),
    }));
    const rows = await this.rows.consume(sqlOf(this.database.global), counters, now);
    const seconds = waitSeconds(this.held(byKey, rows, 0), now);
    return seconds > 0 ? refuse('rule', 'RATE_LIMITED', { seconds: seconds.toString() }) : ok(undefined);
  }

  /** Whether the counters are full already; counts nothing. Refuses as `take`. */
  async look(names: readonly CounterName[]): Promise<Result<void>> {
    const now = this.clock.now();
    const byKey = new Map(names.map((name) => [this.keyOf(name), name]));
    const rows = await this.rows.find(sqlOf(this.database.global), [...byKey.keys()], now);
    const seconds = waitSeconds(this.held(byKey, rows, 1), now);
    return seconds > 0 ? refuse('rule', 'RATE_LIMITED', { seconds: seconds.toString() }) : ok(undefined);
  }

  /** The try succeeded: it counts for nothing, and the person's own counters begin anew. */
  async succeeded(names: readonly CounterName[]): Promise<void> {
    const sql = sqlOf(this.database.global);
    const shared = names.filter(({ counted }) => !OWN.has(counted)).map((name) => this.keyOf(name));
    const own = names.filter(({ counted }) => OWN.has(counted)).map((name) => this.keyOf(name));
    if (shared.length > 0) await this.rows.giveBack(sql, shared);
    await this.rows.forget(sql, own, this.clock.now());
  }

  private held(byKey: ReadonlyMap<string, CounterName>, rows: readonly AttemptRow[], more: number): readonly Counter[] {
    return rows.flatMap(({ key, failures, window_ends_at }): Counter[] => {
      const name = byKey.get(key);
      return name ? [{ ...name, failures: Number(failures) + more, windowEndsAt: window_ends_at }] : [];
    });
  }

  /** What was typed into a form never stands in a table: a name may have been a password. */
  private keyOf({ counted, of }: CounterName): string {
    return `${counted}:${this.cipher.blindIndex('attempt', counted, of)}`;
  }
}
