import { existsSync, rmSync } from 'node:fs';
import { ServerRefused } from '@huiji/platform/embedded';
import { openDatabase, type ProductDatabase } from './database';
import { whyKept } from './demonstration';
import type { Home } from './home';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Refuses to erase what is no demonstration: a production profile, a server of somebody's own, areas that do real work.
 * @throws ServerRefused, with what to do instead.
 */
export const assertErasable = async (database: ProductDatabase, environment: Environment): Promise<void> => {
  const why = await whyKept(database.url('owner'));
  const kept = (words: string): ServerRefused => new ServerRefused(`${words}: nothing was erased`);
  if (environment['HUIJI_PROFILE'] === 'production') throw kept('HUIJI_PROFILE is production');
  if (database.kind !== 'embedded')
    throw kept('the database is on the server of DATABASE_URL; drop it there and create it empty');
  if (why !== undefined) throw kept(why);
};

/** Removes what a demonstration made: the embedded database and the letters to and from the bank. */
export const eraseDemonstration = (home: Home): void => {
  rmSync(home.database, { recursive: true, force: true });
  rmSync(home.bank, { recursive: true, force: true });
};

/** Erases the demonstration of a home that is not running; a server that a killed launcher left is stopped before. */
export const reset = async (home: Home, environment: Environment, say: (line: string) => void): Promise<void> => {
  const url = environment['DATABASE_URL'];
  if (url === undefined && !existsSync(home.database)) return;
  const database = await openDatabase(home, url, say);
  try {
    await assertErasable(database, environment);
  } finally {
    await database.stop();
  }
  eraseDemonstration(home);
  say('the demonstration is erased');
};
