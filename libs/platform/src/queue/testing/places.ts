import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A Redis or Valkey for one spec file: the one that QUEUE_TEST_REDIS_URL names, or one started for it. */
export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PROGRAMS = ['redis-server', 'valkey-server'];

const programHere = (): string | undefined =>
  PROGRAMS.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);

/** Whether the specs on Redis can run. Where CI is set they must: a missing server is a failure, not a skip. */
export const redisWanted = (environment: Environment): boolean =>
  environment['QUEUE_TEST_REDIS_URL'] !== undefined || environment['CI'] !== undefined || programHere() !== undefined;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const answers = async (url: string): Promise<boolean> => {
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
};

export const startRedis = async (environment: Environment): Promise<TestRedis> => {
  const given = environment['QUEUE_TEST_REDIS_URL'];
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  const program = programHere();
  if (program === undefined) throw new Error('no redis-server here: install it or set QUEUE_TEST_REDIS_URL');
  const folder = mkdtempSync(path.join(tmpdir(), 'huiji-redis-'));
  const port = await freePort();
  const url = `redis://127.0.0.1:${String(port)}`;
  const words = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const child = spawn(program, [...words, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  const killed = (): void => void child.kill('SIGKILL');
  process.once('exit', killed);
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (tries > 100) throw new Error('redis-server does not answer');
    await pause(50);
  }
  return {
    url,
    stop: async () => {
      process.removeListener('exit', killed);
      const gone = new Promise((resolve) => child.once('exit', resolve));
      killed();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
