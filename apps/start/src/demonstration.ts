import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

/** How far the demonstration of a database is. `foreign`: areas are there that no demonstration made. */
export type DemonstrationState = 'absent' | 'loading' | 'loaded' | 'foreign';

const LOADING = 'demonstration: loading';
const LOADED = 'demonstration: loaded';

const asOwner = async <T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** The mark lies in the comment of the database, so that it comes and goes with it. */
export const demonstrationState = (ownerUrl: string): Promise<DemonstrationState> =>
  asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ mark: string | null; areas: boolean }>(
      `SELECT shobj_description(oid, 'pg_database') AS mark, EXISTS (SELECT 1 FROM platform.area) AS areas
       FROM pg_database WHERE datname = current_database()`,
    );
    const [row] = rows;
    if (row?.mark === LOADED) return 'loaded';
    if (row?.mark === LOADING) return 'loading';
    return row?.areas === true ? 'foreign' : 'absent';
  });

/**
 * Why a database may not be erased, in words; undefined when it is empty or holds a demonstration and nothing else.
 * Reads the marks only, so that it also answers about a schema that is older or newer than this program.
 */
export const whyKept = (ownerUrl: string): Promise<string | undefined> =>
  asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ mark: string | null; migrated: boolean }>(
      `SELECT shobj_description(oid, 'pg_database') AS mark, to_regclass('platform.area') IS NOT NULL AS migrated
       FROM pg_database WHERE datname = current_database()`,
    );
    const [row] = rows;
    if (row?.migrated !== true) return undefined;
    const areas = await client.query<{ area: string; demonstration: boolean }>(
      'SELECT area, demonstration FROM platform.area ORDER BY area',
    );
    const real = areas.rows.filter(({ demonstration }) => !demonstration).map(({ area }) => area);
    if (real.length > 0) return `areas that are no demonstration live in this database (${real.join(', ')})`;
    const marked = row.mark === LOADED || row.mark === LOADING;
    return marked || areas.rows.length === 0 ? undefined : 'this database holds areas that no demonstration made';
  });

const mark = (ownerUrl: string, words: string): Promise<void> =>
  asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT quote_ident(current_database()) AS name');
    await client.query(`COMMENT ON DATABASE ${rows[0]?.name ?? ''} IS '${words}'`);
  });

/** The program that loads the demonstration through the services; prints a line of progress at a time. */
export const loaderFile = (): string => path.join(__dirname, 'demo', `load-demonstration${path.extname(__filename)}`);

const runLoader = (environment: Readonly<Record<string, string>>, say: (line: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const guard = path.join(__dirname, `child-guard${path.extname(__filename)}`);
    const child = spawn(process.execPath, ['--enable-source-maps', '--require', guard, loaderFile()], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...environment },
    });
    let faults = '';
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => say(`  ${line}`));
    child.stderr?.on('data', (part: Buffer) => (faults = (faults + part.toString('utf8')).slice(-4000)));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the demonstration could not be loaded:\n${faults}`));
    });
  });

/** Loads the demonstration into an empty database; a database that holds part of one must be made anew before. */
export const loadDemonstration = async (
  ownerUrl: string,
  environment: Readonly<Record<string, string>>,
  say: (line: string) => void,
): Promise<void> => {
  if (!existsSync(loaderFile())) {
    say('no demonstration is in this build');
    return;
  }
  await mark(ownerUrl, LOADING);
  await runLoader(environment, say);
  await asOwner(ownerUrl, (client) => client.query('ANALYZE'));
  await mark(ownerUrl, LOADED);
};
