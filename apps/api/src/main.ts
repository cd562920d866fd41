import 'reflect-metadata';
import { loadConfig } from '@huiji/platform';
import { pino } from 'pino';
import { createApi } from './create-api';
import { refuseDemonstration } from './refuse-demonstration';

const start = async (): Promise<void> => {
  const config = loadConfig();
  const logger = pino({ level: config.logLevel, base: { process: 'api' } });
  const app = await createApi({ config, logger });
  if (config.profile === 'production') await refuseDemonstration(app);
  await app.listen(config.port, config.host);
  logger.info({ address: await app.getUrl() }, 'listening');

  let stopping: Promise<void> | undefined;
  const stop = (why: string): void => {
    logger.info({ why }, 'stopping');
    stopping ??= app.close().then(() => process.exit(0));
  };
  // 'disconnect': the launcher is gone, and nothing outlives it.
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, () => stop(event));
  process.send?.({ kind: 'ready' });
};

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
