import { mkdirSync } from 'node:fs';
import {
  isAlive,
  passwordsIn,
  prepareExternal,
  startEmbedded,
  type EmbeddedServer,
  type ExternalServer,
} from '@huiji/platform/embedded';
import type { Home } from './home';

/** The database of the product: the one that comes with it, or the one that DATABASE_URL names. */
export interface ProductDatabase {
  readonly kind: 'embedded' | 'external';
  url: ExternalServer['url'];
  /** Of the embedded server. */
  processId(): number | undefined;
  /** For people. */
  readonly words: string;
  stop(): Promise<void>;
}

const WATCH_MS = 1000;

/** Starts the embedded server and starts it again, on the same port, when it dies. */
const openEmbedded = async (home: Home, say: (line: string) => void): Promise<ProductDatabase> => {
  let server: EmbeddedServer = await startEmbedded({ folder: home.database });
  let busy = false;
  const mend = async (): Promise<void> => {
    if (busy || isAlive(server)) return;
    busy = true;
    try {
      say('PostgreSQL stopped and is started again');
      server = await startEmbedded({ folder: home.database });
    } catch (error) {
      say(`PostgreSQL does not start: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      busy = false;
    }
  };
  const watch = setInterval(() => void mend(), WATCH_MS);
  return {
    kind: 'embedded',
    url: (role) => server.url(role),
    processId: () => server.processId,
    words: `embedded PostgreSQL on port ${String(server.port)}${server.reused ? ' (was running already)' : ''}`,
    stop: async () => {
      clearInterval(watch);
      await server.stop();
    },
  };
};

const openExternal = async (home: Home, url: string): Promise<ProductDatabase> => {
  mkdirSync(home.folder, { recursive: true, mode: 0o700 });
  const server = await prepareExternal(url, passwordsIn(home.folder));
  return {
    kind: 'external',
    url: (role) => server.url(role),
    processId: () => undefined,
    words: 'the server of DATABASE_URL',
    stop: () => Promise.resolve(),
  };
};

export const openDatabase = (
  home: Home,
  databaseUrl: string | undefined,
  say: (line: string) => void,
): Promise<ProductDatabase> =>
  databaseUrl === undefined || databaseUrl === '' ? openEmbedded(home, say) : openExternal(home, databaseUrl);
