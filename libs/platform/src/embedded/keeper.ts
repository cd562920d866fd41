import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';
import type { Binaries } from './binaries';
import type { Launch } from './unprivileged';

/** Whose life the server depends on: the pipe of the process that started it, or a process by its id. */
export type Guard = { readonly by: 'pipe' } | { readonly by: 'process'; readonly id: number };

/**
 * A process of its own that stops the server when its guard dies, also by kill -9. Plain text, because it must run
 * the same from sources and from compiled files.
 */
const PROGRAM = `
const { spawnSync } = require('node:child_process');
const { existsSync, rmSync } = require('node:fs');
const [watched, removeAfter, program, ...words] = process.argv.slice(1);
const stop = () => {
  spawnSync(program, words, { stdio: 'ignore', cwd: '/' });
  if (removeAfter !== '') rmSync(removeAfter, { recursive: true, force: true });
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
if (watched === 'pipe') {
  process.stdin.on('end', stop).on('error', stop).resume();
} else {
  setInterval(() => {
    try { process.kill(Number(watched), 0); } catch (error) { if (error.code === 'ESRCH') stop(); }
    if (removeAfter !== '' && !existsSync(removeAfter)) process.exit(0);
  }, 400);
}
`;

export interface KeeperOptions {
  readonly folder: string;
  readonly dataFolder: string;
  readonly guard: Guard;
  /** Remove the whole folder afterwards (tests). */
  readonly removeFolder: boolean;
}

const pidFile = (folder: string): string => path.join(folder, 'keeper.pid');

/** Ends the keeper of a former start, so that it cannot stop the server under us. */
export const dismissKeeper = (folder: string): void => {
  let id: number;
  try {
    id = Number(readFileSync(pidFile(folder), 'utf8'));
  } catch {
    return;
  }
  rmSync(pidFile(folder), { force: true });
  if (!Number.isInteger(id) || id <= 1 || !isKeeper(id, folder)) return;
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It had ended by itself.
  }
};

/** A process id may have been given to somebody else since: look at its command line where the system shows it. */
const isKeeper = (id: number, folder: string): boolean => {
  try {
    return readFileSync(`/proc/${String(id)}/cmdline`, 'utf8').includes(folder);
  } catch {
    return process.platform !== 'linux';
  }
};

/** Starts the keeper of a running server. */
export const startKeeper = (binaries: Binaries, launch: Launch, options: KeeperOptions): void => {
  const stop = [
    ...launch.prefix,
    ...binaries.prefix,
    binaries.pgCtl,
    'stop',
    '-D',
    options.dataFolder,
    '-m',
    'fast',
    '-w',
    '-t',
    '30',
  ];
  const watched = options.guard.by === 'pipe' ? 'pipe' : String(options.guard.id);
  const child = spawn(
    process.execPath,
    ['-e', PROGRAM, '--', watched, options.removeFolder ? options.folder : '', ...stop],
    {
      ...launch.options,
      cwd: '/',
      detached: true,
      stdio: [options.guard.by === 'pipe' ? 'pipe' : 'ignore', 'ignore', 'ignore'],
    },
  );
  child.unref();
  // An open pipe would keep our own event loop alive.
  if (child.stdin instanceof Socket) child.stdin.unref();
  if (child.pid !== undefined) writeFileSync(pidFile(options.folder), String(child.pid));
};
