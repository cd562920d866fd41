import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DATABASE_NAME, passwordsIn, ROLES, startEmbedded, type EmbeddedServer } from '@huiji/platform/embedded';
import { runMigrations } from '../run';
import type { TestRun } from './run-folder';

/** A role of test clusters only: what the owner may do, and it sees the rows of every area. */
export const TEST_ROLE = 'huiji_test';

/** The migrated database that every test database is a copy of. */
export const TEMPLATE = DATABASE_NAME;

export interface TestCluster {
  readonly port: number;
  url(role: keyof typeof ROLES | 'test', database: string): string;
}

interface Notice {
  readonly port: number;
  readonly fault: string | null;
}

const noticeFile = (folder: string): string => path.join(folder, 'notice.json');

const writeNotice = (folder: string, notice: Notice): void => {
  const draft = `${noticeFile(folder)}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(notice));
  renameSync(draft, noticeFile(folder));
};

/** Starts the server of a run; only one process of the run comes here. */
const start = async ({ folder, processId }: TestRun): Promise<EmbeddedServer> => {
  const passwords = passwordsIn(folder);
  const server = await startEmbedded({
    folder,
    disposable: true,
    guard: { by: 'process', id: processId },
    extraRoles: [TEST_ROLE],
    extraStatements: [`CREATE ROLE ${TEST_ROLE} LOGIN BYPASSRLS PASSWORD '${passwords.owner}' IN ROLE ${ROLES.owner}`],
  });
  await runMigrations(server.url('owner'));
  return server;
};

const startOnce = async (run: TestRun): Promise<void> => {
  try {
    mkdirSync(path.join(run.folder, 'starting'));
  } catch {
    return;
  }
  try {
    const server = await start(run);
    writeNotice(run.folder, { port: server.port, fault: null });
  } catch (error) {
    writeNotice(run.folder, {
      port: 0,
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
};

/** The server of a run with its migrated template; started by the first process that asks. */
export const testCluster = async (run: TestRun): Promise<TestCluster> => {
  await startOnce(run);
  for (let tries = 0; !existsSync(noticeFile(run.folder)); tries += 1) {
    if (tries > 1200) throw new Error('the test server did not come up within a minute');
    await pause(50);
  }
  const notice = JSON.parse(readFileSync(noticeFile(run.folder), 'utf8')) as Notice;
  if (notice.fault !== null) throw new Error(`the test server could not be made: ${notice.fault}`);
  const passwords = passwordsIn(run.folder);
  return {
    port: notice.port,
    url: (role, database) => {
      const name = role === 'test' ? TEST_ROLE : ROLES[role];
      const password = role === 'test' ? passwords.owner : passwords[role];
      return `postgresql://${name}:${password}@127.0.0.1:${String(notice.port)}/${database}`;
    },
  };
};
