import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { areaCode, plainDate, type Result } from '@huiji/kernel';
import { DataSource, type QueryRunner } from 'typeorm';
import type { PoolClient } from 'pg';
import { CLOCK, IDS, type Clock, type Ids } from './ports';
import type { Scope, Tx } from './tx';

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';
const ATTEMPTS = 4;
/** Those who met in a deadlock come back one after another: 20…40 ms after the first, 80…160 ms after the third. */
const BACK_OFF_MS = 20;

/** The SQLSTATE of a driver error, or undefined for anything else. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** The name of the constraint that a driver error speaks of. */
export const violatedConstraint = (error: unknown): string | undefined =>
  error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined;

/** The door to the database: every read and write of an area goes through a scoped transaction. */
@Injectable()
export class Database {
  constructor(
    /** For global tables only (users, sessions, catalogue). */
    readonly global: DataSource,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in one transaction of one area, with row level security set to it.
   * Rolls back on a throw and on a refusal. Tries again when PostgreSQL chose it as the victim of a deadlock,
   * so `work` must call nothing outside the database.
   */
  async inTransaction<T>(scope: Scope, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(scope, 'READ WRITE', work, (result) => result.ok);
      } catch (error) {
        const state = sqlState(error);
        if (attempt >= ATTEMPTS || (state !== SERIALIZATION_FAILURE && state !== DEADLOCK_DETECTED)) throw error;
        await pause(BACK_OFF_MS * 2 ** (attempt - 1) * (1 + Math.random()));
      }
    }
  }

  /** A read-only transaction of one area: one snapshot per statement, no locks, no writes. */
  async read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.attempt(scope, 'READ ONLY', work, () => true);
  }

  private async attempt<T>(
    scope: Scope,
    access: 'READ WRITE' | 'READ ONLY',
    work: (tx: Tx) => Promise<T>,
    keep: (result: T) => boolean,
  ): Promise<T> {
    const runner = this.global.createQueryRunner();
    try {
      const tx = await this.begin(runner, scope, access);
      const result = await work(tx);
      if (keep(result)) await runner.commitTransaction();
      else await runner.rollbackTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private async begin(runner: QueryRunner, scope: Scope, access: 'READ WRITE' | 'READ ONLY'): Promise<Tx> {
    const area = areaCode(scope.area);
    const client = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    if (access === 'READ ONLY') await runner.query('SET TRANSACTION READ ONLY');
    await runner.query(`SET LOCAL app.area = '${area}'`);
    const rows = (await runner.query('SELECT business_date FROM platform.area WHERE area = $1', [area])) as {
      business_date: string;
    }[];
    const row = rows[0];
    if (!row) throw new Error(`area ${area} is not open`);
    return {
      area,
      actor: scope.actor,
      requestId: scope.requestId ?? null,
      clientAddress: scope.client ?? null,
      businessDate: plainDate(row.business_date),
      now: this.clock.now(),
      manager: runner.manager,
      client,
      newId: () => this.ids.next(),
      query: async <Row>(sql: string, params: readonly unknown[] = []) =>
        rowsOf(await runner.query(sql, [...params])) as Row[],
    };
  }
}

/** TypeORM answers UPDATE and DELETE as [rows, count]; everything else as rows. */
const rowsOf = (answer: unknown): unknown[] => {
  if (!Array.isArray(answer)) return [];
  const [first, second] = answer as unknown[];
  return answer.length === 2 && Array.isArray(first) && typeof second === 'number' ? first : (answer as unknown[]);
};
