import 'reflect-metadata';
import { loadConfig } from '@huiji/platform';
import { pino } from 'pino';
import { createApi } from './create-api';

const start = async (): Promise<void> => {
  const config = loadConfig();
  const logger = pino({ level: config.logLevel, base: { process: 'api' } });
  const app = await createApi({ config, logger });
  const address = await app.listen(config.port, config.host);
  logger.info({ address: typeof address === 'string' ? address : undefined }, 'listening');

  let stopping: Promise<void> | undefined;
  const stop = (why: string): void => {
    logger.info({ why }, 'stopping');
    stopping ??= app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
  if (config.launched) process.stdin.once('end', () => stop('the launcher is gone')).resume();
};

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
