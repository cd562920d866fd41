import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { domainJobs } from '@huiji/api/domains';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { JobRegistry, parseConfig, queuePlaceOf, QueueService, randomSecrets, type Config } from '@huiji/platform';
import { WorkerModule } from './worker.module';

describe('a worker', () => {
  let db: TestDatabase;
  let folder: string;
  let config: Config;

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, '510900');
    folder = mkdtempSync(path.join(tmpdir(), 'huiji-bank-'));
    config = parseConfig({
      ...randomSecrets(),
      HUIJI_PROFILE: 'test',
      HUIJI_APP_DATABASE_URL: db.url('app'),
      HUIJI_QUEUE_DATABASE_URL: db.url('queue'),
      HUIJI_BANK_DIRECTORY: folder,
    });
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has a handler for every job of every library, and leads when it is alone', async () => {
    const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
      logger: ['error'],
      abortOnError: false,
    });
    try {
      expect([...app.get(JobRegistry).names].sort()).toEqual(domainJobs.definitions.map((job) => job.name).sort());
      const queue = app.get(QueueService);
      await queue.start(queuePlaceOf(config), config.appDatabaseUrl);
      const end = Date.now() + 10_000;
      while (!queue.isLeading && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(queue.isLeading).toBe(true);
      await queue.stop();
    } finally {
      await app.close();
    }
  });
});
