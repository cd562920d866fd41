import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './list';
import type { MigrationClass } from './migration';

/** Any number will do, it must only be the same in every process that migrates. */
const ONE_AT_A_TIME = 7_301_002;

export interface MigrationReport {
  /** Names of the migrations that ran now, in order. */
  readonly ran: readonly string[];
}

/** A migration was edited after it ran on this database: the database no longer is what the code thinks it is. */
export class ChangedMigration extends Error {
  override readonly name = 'ChangedMigration';
  constructor(readonly migrationName: string) {
    super(
      `Migration ${migrationName} was edited after it ran on this database. ` +
        'A demonstration database can be made anew with "npm start -- reset"; any other needs a new migration.',
    );
  }
}

const digestOf = (item: MigrationClass): string =>
  createHash('sha256').update(JSON.stringify(item.plan.up.flat())).digest('hex');

const DIGESTS = `CREATE TABLE IF NOT EXISTS public.migration_digest (
  name text PRIMARY KEY, digest text NOT NULL, ran_at timestamptz NOT NULL DEFAULT now())`;

const dataSourceFor = (ownerUrl: string, list: readonly MigrationClass[]): DataSource =>
  new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...list],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: 2,
    logging: false,
  });

const refuseChanged = async (lock: Client, list: readonly MigrationClass[]): Promise<void> => {
  const { rows } = await lock.query<{ name: string; digest: string }>(
    'SELECT name, digest FROM public.migration_digest',
  );
  const known = new Map(rows.map((row) => [row.name, row.digest]));
  for (const item of list) {
    const name = new item().name;
    const before = known.get(name);
    if (before !== undefined && before !== digestOf(item)) throw new ChangedMigration(name);
  }
};

const migrateUnderLock = async (
  lock: Client,
  ownerUrl: string,
  list: readonly MigrationClass[],
): Promise<MigrationReport> => {
  await lock.query(DIGESTS);
  await refuseChanged(lock, list);
  const source = await dataSourceFor(ownerUrl, list).initialize();
  try {
    const done = await source.runMigrations();
    const ran = done.map((item) => item.name);
    for (const item of list) {
      const name = new item().name;
      if (!ran.includes(name)) continue;
      await lock.query('INSERT INTO public.migration_digest (name, digest) VALUES ($1, $2)', [name, digestOf(item)]);
    }
    return { ran };
  } finally {
    await source.destroy();
  }
};

/**
 * Brings a database to the newest schema, each migration in a transaction of its own; two callers wait for each other.
 * Throws ChangedMigration when a migration that already ran was edited since.
 * @param ownerUrl connection of the role huiji_owner, the only one that may change the schema
 */
export const runMigrations = async (
  ownerUrl: string,
  list: readonly MigrationClass[] = migrations,
): Promise<MigrationReport> => {
  const lock = new Client({ connectionString: ownerUrl });
  // A connection that breaks shows in the next query; unheard, the event would end the process.
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [ONE_AT_A_TIME]);
    return await migrateUnderLock(lock, ownerUrl, list);
  } finally {
    await lock.end();
  }
};

/** Takes back every migration, newest first, and returns their names; what is left is an empty database. */
export const revertAll = async (
  ownerUrl: string,
  list: readonly MigrationClass[] = migrations,
): Promise<readonly string[]> => {
  const source = await dataSourceFor(ownerUrl, list).initialize();
  const reverted: string[] = [];
  try {
    for (const item of list.toReversed()) {
      await source.undoLastMigration({ transaction: 'each' });
      const name = new item().name;
      await source.query('DELETE FROM public.migration_digest WHERE name = $1', [name]);
      reverted.push(name);
    }
  } finally {
    await source.destroy();
  }
  return reverted;
};
