import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries';
import {
  clientAuthentication,
  DATABASE_NAME,
  databaseStatements,
  ROLES,
  roleStatements,
  schemaStatements,
} from './bootstrap';
import { passwordsIn, type Passwords } from './credentials';
import { dismissKeeper, startKeeper, type Guard } from './keeper';
import { launchFor, runProgram, type Launch } from './unprivileged';

export interface EmbeddedOptions {
  /** Absolute folder of our own; holds the cluster, the passwords (mode 0600) and the server's log. */
  readonly folder: string;
  /** The server stops when this one dies; default: a pipe to the calling process. */
  readonly guard?: Guard;
  /** Tests only: no fsync, the folder goes when the server stops. */
  readonly disposable?: boolean;
  /** Statements run once at the making of the cluster, beside the roles (tests add one). */
  readonly extraStatements?: readonly string[];
  readonly extraRoles?: readonly string[];
}

export interface EmbeddedServer {
  readonly port: number;
  /** True when a server that was alive already is used. */
  readonly reused: boolean;
  /** Process id of the postmaster. */
  readonly processId: number;
  /** Connection of each role to the product's database, or to another one of the cluster. */
  url(role: keyof typeof ROLES, database?: string): string;
  stop(): Promise<void>;
}

interface Place {
  readonly folder: string;
  readonly data: string;
  readonly binaries: Binaries;
  readonly launch: Launch;
}

/** What postmaster.pid says: process id, port and state of a server that runs on a data folder. */
const postmasterOf = (data: string): { id: number; port: number; state: string } | undefined => {
  let lines: string[];
  try {
    lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const id = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(id) && id > 1 ? { id, port, state: (lines[7] ?? '').trim() } : undefined;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

const must = async (what: string, outcome: ReturnType<typeof runProgram>): Promise<string> => {
  const { code, output } = await outcome;
  if (code !== 0) throw new Error(`${what} failed (code ${String(code)}):\n${output.slice(-2000)}`);
  return output;
};

/** Statements to a server in single-user mode: no port is open, nobody connects. One statement a line. */
const singleUser = async (place: Place, data: string, database: string, statements: readonly string[]) => {
  const command = [...place.binaries.prefix, place.binaries.postgres, '--single', '-D', data, database];
  const input = `${statements.map((statement) => statement.replaceAll(/\s+/g, ' ')).join('\n')}\n`;
  const output = await must('making the database', runProgram(place.launch, command, input));
  const fault = /(?:ERROR|FATAL|PANIC):.*/.exec(output);
  if (fault) throw new Error(`making the database failed: ${fault[0]}`);
};

const SETTINGS = [
  "listen_addresses = '127.0.0.1'",
  'max_connections = 120',
  "timezone = 'UTC'",
  "log_timezone = 'UTC'",
  'jit = off',
];
const DISPOSABLE = ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off', 'max_wal_size = 4GB'];

/** A socket path may have 107 bytes; a folder deeper than that gets none. */
const socketSetting = (folder: string): string =>
  Buffer.byteLength(folder) > 80 ? "unix_socket_directories = ''" : `unix_socket_directories = '${folder}'`;

/** initdb and everything after it happens in a draft folder: a kill half-way leaves nothing that looks whole. */
const makeCluster = async (place: Place, options: EmbeddedOptions, passwords: Passwords): Promise<void> => {
  const draft = `${place.data}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  place.launch.own(draft);
  const words = ['-D', draft, '-U', 'postgres', '-A', 'reject', '-E', 'UTF8', '--locale=C', '--data-checksums'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const nosync = options.disposable === true ? ['--no-sync'] : [];
  const command = [...place.binaries.prefix, place.binaries.initdb, ...words, ...locale, ...nosync];
  await must('initdb', runProgram(place.launch, command));
  const settings = [...SETTINGS, socketSetting(place.folder), ...(options.disposable === true ? DISPOSABLE : [])];
  writeFileSync(path.join(draft, 'postgresql.auto.conf'), `${settings.join('\n')}\n`);
  writeFileSync(path.join(draft, 'pg_hba.conf'), clientAuthentication(options.extraRoles));
  const cluster = [
    ...roleStatements(passwords),
    ...(options.extraStatements ?? []),
    ...databaseStatements(DATABASE_NAME),
  ];
  await singleUser(place, draft, 'postgres', cluster);
  await singleUser(place, draft, DATABASE_NAME, schemaStatements());
  renameSync(draft, place.data);
};

/** Waits out a server that is on its way down; answers the one that stays, if any. */
const livingServer = async (place: Place): Promise<{ id: number; port: number } | undefined> => {
  for (let tries = 0; tries < 150; tries += 1) {
    const status = [...place.binaries.prefix, place.binaries.pgCtl, 'status', '-D', place.data];
    const { code } = await runProgram(place.launch, status);
    if (code !== 0) return undefined;
    const postmaster = postmasterOf(place.data);
    if (postmaster?.state === 'ready') return postmaster;
    await pause(200);
  }
  throw new Error(`the PostgreSQL server of ${place.data} neither comes up nor goes down`);
};

const startServer = async (place: Place): Promise<{ id: number; port: number }> => {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const log = path.join(place.folder, 'postgres.log');
    const start = ['start', '-D', place.data, '-l', log, '-w', '-t', '60', '-o', `-p ${String(port)}`];
    const { code, output } = await runProgram(place.launch, [...place.binaries.prefix, place.binaries.pgCtl, ...start]);
    const postmaster = postmasterOf(place.data);
    if (code === 0 && postmaster !== undefined) return { id: postmaster.id, port: postmaster.port };
    if (tries >= 3) {
      const tail = existsSync(log) ? readFileSync(log, 'utf8').slice(-1500) : '';
      throw new Error(`PostgreSQL does not start:\n${output}\n${tail}`);
    }
  }
};

/**
 * Starts the PostgreSQL server that comes with the product, or finds the one that already runs on the folder.
 * The first start makes the cluster: UTF-8, data checksums, three roles with random passwords, one database; from then
 * on nothing can connect as the superuser. Stops when the guard dies.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedServer> => {
  const folder = path.resolve(options.folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const launch = launchFor();
  launch.own(folder);
  const data = path.join(folder, 'pgdata');
  const place: Place = { folder, data, binaries: findBinaries(path.join(folder, 'lib')), launch };
  const passwords = passwordsIn(folder);
  dismissKeeper(folder);
  if (!existsSync(data)) await makeCluster(place, options, passwords);
  const living = await livingServer(place);
  const { id, port } = living ?? (await startServer(place));
  startKeeper(place.binaries, launch, {
    folder,
    dataFolder: data,
    guard: options.guard ?? { by: 'pipe' },
    removeFolder: options.disposable === true,
  });
  return {
    port,
    reused: living !== undefined,
    processId: id,
    url: (role, database = DATABASE_NAME) =>
      `postgresql://${ROLES[role]}:${passwords[role]}@127.0.0.1:${String(port)}/${database}`,
    stop: async () => {
      dismissKeeper(folder);
      const mode = options.disposable === true ? 'immediate' : 'fast';
      const stop = ['stop', '-D', data, '-m', mode, '-w', '-t', '60'];
      const status = await runProgram(launch, [...place.binaries.prefix, place.binaries.pgCtl, ...stop]);
      if (status.code !== 0 && postmasterOf(data) !== undefined) throw new Error(status.output);
      if (options.disposable === true) rmSync(folder, { recursive: true, force: true });
    },
  };
};
