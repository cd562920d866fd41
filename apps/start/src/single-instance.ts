import { createHash, randomUUID } from 'node:crypto';
import { linkSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a launcher tells another that knocks. */
export interface RunningLauncher {
  readonly processId: number;
  /** The address of the console, once there is one. */
  readonly address: string | null;
  /** Process ids of its children by name. */
  readonly children: Readonly<Record<string, number>>;
  /** Its own, also among launchers of one process. */
  readonly mark: string;
}

export interface Presence {
  /** Everything runs: from now on a second launcher is told where. */
  tell(address: string): void;
  leave(): Promise<void>;
}

/** A socket in the folder, or one named after it where its path would be too long for a socket. */
export const knockerOf = (folder: string): string => {
  const near = path.join(folder, 'launcher.sock');
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 20);
  if (process.platform === 'win32') return `\\\\.\\pipe\\huiji-${name}`;
  return Buffer.byteLength(near) <= 90 ? near : path.join(tmpdir(), `huiji-${name}.sock`);
};

/** The launcher that is there already, or undefined when nobody answers. */
export const knock = (folder: string): Promise<RunningLauncher | undefined> =>
  new Promise((resolve) => {
    const socket = connect(knockerOf(folder));
    let said = '';
    const end = (found: RunningLauncher | undefined): void => {
      socket.destroy();
      resolve(found);
    };
    socket.setTimeout(5000, () => end(undefined));
    socket.on('error', () => end(undefined));
    socket.on('data', (part) => (said += part.toString('utf8')));
    socket.on('end', () => {
      try {
        end(JSON.parse(said) as RunningLauncher);
      } catch {
        end(undefined);
      }
    });
  });

const listen = (server: Server, place: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(place, () => resolve());
  });

/** Two that start in the same moment see each other this much later. */
const SECOND_LOOK_MS = 100;

/** Another launcher was faster. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  constructor() {
    super('another start was faster; it is the one that runs');
  }
}

const serve = (answer: () => RunningLauncher): Server =>
  createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(JSON.stringify(answer()));
  });

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

/**
 * Listens at a name of its own and links that to the place, which fails when something is there: closing a server
 * removes the name it listened at, and the loser must not remove the winner's.
 */
const take = async (server: Server, place: string, own: string): Promise<void> => {
  try {
    if (process.platform === 'win32') {
      await listen(server, place);
      return;
    }
    await listen(server, own);
    linkSync(own, place);
    rmSync(own);
  } catch (error) {
    throw isTaken(error) ? new AlreadyRunning() : error;
  }
};

/** Makes this launcher the one of the folder. Throws AlreadyRunning when another was faster. */
export const enter = async (folder: string, children: () => RunningLauncher['children']): Promise<Presence> => {
  const place = knockerOf(folder);
  const mark = randomUUID();
  let address: string | null = null;
  const server = serve(() => ({ processId: process.pid, address, children: children(), mark }));
  if ((await knock(folder)) !== undefined) throw new AlreadyRunning();
  // Nobody answered, so what lies there is left from a launcher that was killed.
  if (process.platform !== 'win32') rmSync(place, { force: true });
  try {
    await take(server, place, `${place}.${mark.slice(0, 8)}`);
    await pause(SECOND_LOOK_MS);
    if ((await knock(folder))?.mark !== mark) throw new AlreadyRunning();
  } catch (error) {
    if (server.listening) await closed(server);
    throw error;
  }
  server.unref();
  return {
    tell: (told) => {
      address = told;
    },
    leave: async () => {
      if (process.platform !== 'win32') rmSync(place, { force: true });
      await closed(server);
    },
  };
};

const TAKEN: readonly unknown[] = ['EADDRINUSE', 'EEXIST'];

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && TAKEN.includes(error.code);
