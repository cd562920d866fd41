import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { Bank } from './bank';
import { lockDirectory } from './single';

const ROUND_MS = 150;
const PATIENCE_MS = 10_000;

/**
 * node main.js <directory> [--with-launcher]
 * With --with-launcher the bank leaves when its standard input closes, so that a launcher killed with -9 leaves nothing
 * behind.
 */
const main = async (): Promise<void> => {
  const [directory] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  if (directory === undefined) throw new Error('usage: main.js <directory> [--with-launcher]');
  const root = resolve(directory);
  mkdirSync(join(root, 'bank'), { recursive: true });
  const unlock = await lockDirectory(root, PATIENCE_MS);
  const stop = new AbortController();
  const leave = () => {
    stop.abort();
  };
  process.once('SIGTERM', leave);
  process.once('SIGINT', leave);
  if (process.argv.includes('--with-launcher')) process.stdin.resume().once('end', leave).once('error', leave);
  const bank = new Bank(
    root,
    () => new Date(),
    (words) => process.stderr.write(`${words}\n`),
  );
  process.stdout.write('bank is open\n');
  try {
    while (!stop.signal.aborted) {
      const taken = await bank.round();
      if (taken === 0) await pause(ROUND_MS, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  } finally {
    bank.close();
    unlock();
  }
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  },
);
