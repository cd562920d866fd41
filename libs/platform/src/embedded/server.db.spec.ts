import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { findEmbedded, isAlive, startEmbedded } from './server';

const freshFolder = (): string => mkdtempSync(path.join(tmpdir(), 'huiji-embedded-'));

const rows = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
};

describe('the embedded server', () => {
  it('is made once, found again while it lives, and stops on demand', async () => {
    const folder = freshFolder();
    const first = await startEmbedded({ folder, disposable: true });
    const second = await startEmbedded({ folder, disposable: true });
    try {
      expect(first.reused).toBe(false);
      expect(second.reused).toBe(true);
      expect(second.port).toBe(first.port);
      expect(second.processId).toBe(first.processId);
      expect(await rows(second.url('app'), 'SELECT current_user AS me')).toEqual([{ me: 'huiji_app' }]);
    } finally {
      await second.stop();
    }
    await expect(rows(first.url('app'), 'SELECT 1')).rejects.toThrow();
  });
});

describe('the embedded server after kill -9', () => {
  it('comes up again on the same port with what was committed', async () => {
    const folder = freshFolder();
    const first = await startEmbedded({ folder });
    await rows(first.url('owner'), 'CREATE TABLE kept AS SELECT 1 AS a');
    process.kill(first.processId, 'SIGKILL');
    while (isAlive(first)) await pause(20);
    expect(await findEmbedded(folder)).toBeUndefined();
    const second = await startEmbedded({ folder });
    try {
      expect(second.reused).toBe(false);
      expect(second.port).toBe(first.port);
      expect(await rows(second.url('owner'), 'SELECT a FROM kept')).toEqual([{ a: 1 }]);
    } finally {
      await second.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('starts from nothing when the making of the cluster was killed half-way', async () => {
    const folder = freshFolder();
    mkdirSync(path.join(folder, 'pgdata.draft', 'base'), { recursive: true });
    const server = await startEmbedded({ folder, disposable: true });
    expect(await rows(server.url('app'), 'SELECT 1 AS a')).toEqual([{ a: 1 }]);
    await server.stop();
  });
});

describe('a cluster of ours', () => {
  const folder = freshFolder();
  let server: Awaited<ReturnType<typeof startEmbedded>>;
  beforeAll(async () => {
    server = await startEmbedded({ folder, disposable: true });
  });
  afterAll(() => server.stop());

  it('lets nobody in as the superuser, from the socket or from the network', async () => {
    const url = new URL(server.url('owner'));
    url.username = 'postgres';
    await expect(rows(url.href, 'SELECT 1')).rejects.toThrow(/reject/);
    const socket = `postgresql://postgres@/huiji?host=${encodeURIComponent(folder)}&port=${String(server.port)}`;
    await expect(rows(socket, 'SELECT 1')).rejects.toThrow();
  });

  it('keeps passwords where only the owner of the folder can read them', () => {
    const file = path.join(folder, 'credentials.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const hba = readFileSync(path.join(folder, 'pgdata', 'pg_hba.conf'), 'utf8');
    expect(hba).not.toMatch(/trust/);
  });

  it('has checksums, UTF-8 and the built-in locale, and no role that may pass row security', async () => {
    expect(
      await rows(
        server.url('app'),
        `SELECT current_setting('data_checksums') AS checksums, pg_encoding_to_char(encoding) AS encoding,
                datlocprovider AS provider, datlocale AS locale FROM pg_database WHERE datname = 'huiji'`,
      ),
    ).toEqual([{ checksums: 'on', encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }]);
    expect(
      await rows(
        server.url('app'),
        `SELECT rolname FROM pg_roles WHERE rolname LIKE 'huiji%' AND (rolbypassrls OR rolsuper OR rolcreaterole)`,
      ),
    ).toEqual([]);
  });

  it('gives the application no way to make a table', async () => {
    await expect(rows(server.url('app'), 'CREATE TABLE public.x (a int)')).rejects.toThrow(/permission denied/);
    await expect(rows(server.url('app'), 'CREATE SCHEMA x')).rejects.toThrow(/permission denied/);
    await expect(rows(server.url('app'), 'CREATE TABLE bullmq.x (a int)')).rejects.toThrow(/permission denied/);
  });

  it('wrong passwords are refused', async () => {
    const url = new URL(server.url('app'));
    url.password = 'wrong';
    await expect(rows(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  });
});
