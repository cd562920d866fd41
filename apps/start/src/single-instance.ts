import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a launcher tells another that knocks. */
export interface RunningLauncher {
  readonly processId: number;
  /** The address of the console, once there is one. */
  readonly address: string | null;
  /** Process ids of its children by name. */
  readonly children: Readonly<Record<string, number>>;
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
  return Buffer.byteLength(near) <= 100 ? near : path.join(tmpdir(), `huiji-${name}.sock`);
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

/** Makes this launcher the one of the folder. Throws when another was faster. */
export const enter = async (folder: string, children: () => RunningLauncher['children']): Promise<Presence> => {
  const place = knockerOf(folder);
  let address: string | null = null;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(JSON.stringify({ processId: process.pid, address, children: children() } satisfies RunningLauncher));
  });
  // Nobody answered, so what lies there is left from a launcher that was killed.
  if (process.platform !== 'win32') rmSync(place, { force: true });
  await listen(server, place);
  server.unref();
  return {
    tell: (told) => {
      address = told;
    },
    leave: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
