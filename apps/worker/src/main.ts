import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig, queuePlaceOf, QueueService } from '@huiji/platform';
import { Schedule } from './schedule';
import { WorkerModule } from './worker.module';

/** Runs jobs until it is told to stop, or until the process that started it is gone. */
const main = async (): Promise<void> => {
  const config = loadConfig();
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger: config.logLevel === 'debug' ? ['fatal', 'error', 'warn', 'log', 'debug'] : ['fatal', 'error', 'warn'],
  });
  const queue = app.get(QueueService);
  const schedule = app.get(Schedule);
  await queue.start(queuePlaceOf(config), config.appDatabaseUrl);
  schedule.start();

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await schedule.stop();
    await queue.stop();
    await app.close();
    process.exit(0);
  };
  const stopNow = (): void => {
    void stop().catch(() => process.exit(1));
  };
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(event, stopNow);
  process.send?.({ kind: 'ready' });
};

main().catch((error: unknown) => {
  new Logger('worker').fatal(error instanceof Error ? error.stack : String(error));
  process.exit(1);
});
