import 'reflect-metadata';
import { testApi } from '@huiji/api/testing';
import type { Result } from '@huiji/kernel';
import { seedArea, type TestDatabase } from '@huiji/migrations/testing';
import { Database, type Scope, type Tx } from '@huiji/platform';
import { serverProcessorSeconds } from './processor';

/** The product wired as it ships, on a database of its own, with one open area. */
export interface BenchApi {
  readonly db: TestDatabase;
  /** Processor seconds of this process and of PostgreSQL so far. */
  readonly processor: () => number;
  service<T>(type: new (...parts: never[]) => T): T;
  /** One committed transaction of the area by a clerk; throws what is refused. */
  done<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<T>;
  readonly scope: Scope;
  readonly close: () => Promise<void>;
}

export const CLERK = '0190c6a4-5c1e-7b1a-9f00-000000000001';

export const benchApi = async (area: string, businessDate: string): Promise<BenchApi> => {
  const api = await testApi({ environment: { HUIJI_DATABASE_POOL: '10' } });
  const { app, db } = api;
  await seedArea(db, area, { businessDate });
  const [row] = await db.ownerQuery<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const scope = db.scope(area, CLERK);
  const database = app.get(Database, { strict: false });
  return {
    db,
    scope,
    close: () => api.close(),
    processor: () => serverProcessorSeconds(row?.pid ?? 0),
    service: <T>(type: new (...parts: never[]) => T) => app.get<T>(type, { strict: false }),
    done: async (work) => {
      const result = await database.inTransaction(scope, work);
      if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
      return result.value;
    },
  };
};
