import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { domainJobs } from '@huiji/api/domains';
import { AreaClockFlow } from '@huiji/flows';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import {
  Database,
  JobRegistry,
  parseConfig,
  queuePlaceOf,
  QueueService,
  randomSecrets,
  type Config,
} from '@huiji/platform';
import { bringToToday } from './scheduled-acts';
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

  it('X11 begins the days of a real area up to today, and none of a demonstration', async () => {
    await seedArea(db, '440300', { businessDate: '2026-02-26', demonstration: false });
    const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
      logger: ['error'],
      abortOnError: false,
    });
    try {
      const begin = bringToToday(app.get(Database), app.get(AreaClockFlow, { strict: false }));
      // 16:30 in London is half past midnight of the next day in Shanghai.
      const now = new Date('2026-02-28T16:30:00Z');
      for (const area of ['510900', '440300']) await begin(area, now);
      await begin('440300', new Date('2026-02-27T00:00:00Z'));
      expect(await db.ownerQuery('SELECT area, business_date FROM platform.area ORDER BY area')).toEqual([
        { area: '440300', business_date: '2026-03-01' },
        { area: '510900', business_date: '2020-07-01' },
      ]);
    } finally {
      await app.close();
    }
  });
});
