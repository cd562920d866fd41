import { testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { parseConfig, randomSecrets, type Clock, type Ids } from '@huiji/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { createApi } from '../create-api';

export interface TestApi {
  readonly app: NestFastifyApplication;
  readonly db: TestDatabase;
  /** Every line the API wrote to its log. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

export interface TestApiOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly ids?: Ids;
  readonly clock?: Clock;
}

/** The whole API on a fresh migrated database, reached by `app.inject`: no socket, no queue. */
export const testApi = async ({ environment = {}, ...ports }: TestApiOptions = {}): Promise<TestApi> => {
  const db = await testDatabase(ports);
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) });
  const config = parseConfig({
    HUIJI_PROFILE: 'test',
    HUIJI_APP_DATABASE_URL: db.url('app'),
    HUIJI_BANK_DIRECTORY: '/nowhere',
    HUIJI_DATABASE_POOL: '6',
    ...randomSecrets(),
    ...environment,
  });
  const app = await createApi({ config, logger, ...ports });
  return {
    app,
    db,
    log,
    close: async () => {
      await app.close();
      await db.close();
    },
  };
};
