import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries, openToAll, type Binaries } from './binaries';
import { ServerRefused } from './external-server';
import {
  clientAuthentication,
  DATABASE_NAME,
  databaseStatements,
  ownServerStatements,
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

/** The wanted port when it is free, else any free one. */
export const freePort = (wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      if (wanted === 0) reject(error);
      else resolve(freePort(0));
    });
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

/** The port of the last start, so that a server that fell comes back where its clients look for it. */
const lastPort = (folder: string): number => {
  try {
    const port = Number(readFileSync(path.join(folder, 'port'), 'utf8'));
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : 0;
  } catch {
    return 0;
  }
};

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
    ...ownServerStatements(),
    ...(options.extraStatements ?? []),
    ...databaseStatements(DATABASE_NAME),
  ];
  await singleUser(place, draft, 'postgres', cluster);
  await singleUser(place, draft, DATABASE_NAME, schemaStatements());
  renameSync(draft, place.data);
};

/** A process that has ended but was not waited for: some containers never reap, and its id looks alive. */
const isZombie = (id: number): boolean => {
  try {
    return /^\d+ \(.*\) Z/.test(readFileSync(`/proc/${String(id)}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

/** Waits out a server that is on its way down; answers the one that stays, if any. */
const livingServer = async (place: Place): Promise<{ id: number; port: number } | undefined> => {
  for (let tries = 0; tries < 150; tries += 1) {
    const status = [...place.binaries.prefix, place.binaries.pgCtl, 'status', '-D', place.data];
    const { code } = await runProgram(place.launch, status);
    if (code !== 0) return undefined;
    const postmaster = postmasterOf(place.data);
    if (postmaster !== undefined && isZombie(postmaster.id)) {
      rmSync(path.join(place.data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (postmaster?.state === 'ready') return postmaster;
    await pause(200);
  }
  throw new Error(`the PostgreSQL server of ${place.data} neither comes up nor goes down`);
};

const startServer = async (place: Place): Promise<{ id: number; port: number }> => {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort(lastPort(place.folder));
    const log = path.join(place.folder, 'postgres.log');
    const start = ['start', '-D', place.data, '-l', log, '-w', '-t', '60', '-o', `-p ${String(port)}`];
    const { code, output } = await runProgram(place.launch, [...place.binaries.prefix, place.binaries.pgCtl, ...start]);
    const postmaster = postmasterOf(place.data);
    if (code === 0 && postmaster !== undefined) {
      writeFileSync(path.join(place.folder, 'port'), String(port));
      return { id: postmaster.id, port: postmaster.port };
    }
    // Backends of a killed server may live a moment longer and hold its memory.
    if (tries < 20) await pause(250);
    else {
      const tail = existsSync(log) ? readFileSync(log, 'utf8').slice(-1500) : '';
      throw new Error(`PostgreSQL does not start:\n${output}\n${tail}`);
    }
  }
};

const placeOf = (folder: string, launch: Launch): Place => {
  const asOther = launch.options.uid !== undefined;
  const binaries = findBinaries(path.join(folder, 'lib'), asOther);
  return { folder, data: path.join(folder, 'pgdata'), binaries, launch };
};

const serverAt = (
  place: Place,
  { id, port }: { id: number; port: number },
  { reused, disposable }: { reused: boolean; disposable: boolean },
): EmbeddedServer => {
  const passwords = passwordsIn(place.folder);
  return {
    port,
    reused,
    processId: id,
    url: (role, database = DATABASE_NAME) =>
      `postgresql://${ROLES[role]}:${passwords[role]}@127.0.0.1:${String(port)}/${database}`,
    stop: async () => {
      dismissKeeper(place.folder);
      const stop = ['stop', '-D', place.data, '-m', disposable ? 'immediate' : 'fast', '-w', '-t', '60'];
      const status = await runProgram(place.launch, [...place.binaries.prefix, place.binaries.pgCtl, ...stop]);
      if (status.code !== 0 && postmasterOf(place.data) !== undefined) throw new Error(status.output);
      if (disposable) rmSync(place.folder, { recursive: true, force: true });
    },
  };
};

/**
 * Starts the PostgreSQL server that comes with the product, or finds the one that already runs on the folder.
 * The first start makes the cluster: UTF-8, data checksums, three roles with random passwords, one database; from then
 * on nothing can connect as the superuser. Stops when the guard dies.
 */
export const startEmbedded = async (
  options: EmbeddedOptions,
  launch: Launch = launchFor(),
): Promise<EmbeddedServer> => {
  const folder = path.resolve(options.folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (launch.options.uid !== undefined && !openToAll(path.dirname(folder)))
    throw new ServerRefused(
      `${folder} lies in a folder that only root may enter, and PostgreSQL does not run as root: set HUIJI_HOME to a folder that everybody may enter, or start as another user.`,
    );
  const place = placeOf(folder, launch);
  launch.own(folder);
  const passwords = passwordsIn(folder);
  dismissKeeper(folder);
  if (!existsSync(place.data)) await makeCluster(place, options, passwords);
  const living = await livingServer(place);
  const postmaster = living ?? (await startServer(place));
  const disposable = options.disposable === true;
  startKeeper(place.binaries, launch, {
    folder,
    dataFolder: place.data,
    guard: options.guard ?? { by: 'pipe' },
    removeFolder: disposable,
  });
  return serverAt(place, postmaster, { reused: living !== undefined, disposable });
};

/** The server that runs on the folder now, or undefined; starts nothing and changes nothing. */
export const findEmbedded = async (folder: string): Promise<EmbeddedServer | undefined> => {
  const place = placeOf(path.resolve(folder), launchFor());
  if (!existsSync(place.data)) return undefined;
  const living = await livingServer(place);
  return living && serverAt(place, living, { reused: true, disposable: false });
};

/** Whether the server's process is alive. */
export const isAlive = (server: EmbeddedServer): boolean => {
  try {
    process.kill(server.processId, 0);
    return !isZombie(server.processId);
  } catch {
    return false;
  }
};
