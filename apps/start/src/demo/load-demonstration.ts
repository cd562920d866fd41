import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '@huiji/platform';
import { DemoModule } from './demo.module';
import { playDemonstration } from './play';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const main = async (): Promise<void> => {
  const began = Date.now();
  const config = loadConfig();
  const app = await NestFactory.createApplicationContext(DemoModule.forRoot(config), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    await playDemonstration(app, config.bankDirectory, say);
  } finally {
    await app.close();
  }
  say(`${((Date.now() - began) / 1000).toFixed(1)} s`);
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
