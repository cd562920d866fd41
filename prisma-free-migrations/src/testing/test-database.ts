import { randomBytes } from 'node:crypto';
import { areaCode } from '@huiji/kernel';
import {
  createDataSource,
  Database,
  exactPoolTypes,
  machineClock,
  randomIds,
  sqlState,
  registeredEntities,
  type Clock,
  type DataSourceSettings,
  type Ids,
  type Scope,
} from '@huiji/platform';
import { databaseGrants } from '@huiji/platform/embedded';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { TEMPLATE, testCluster, type TestCluster } from './cluster';
import { currentRun } from './run-folder';

export interface TestDatabaseOptions {
  /** Entity classes for `tx.manager`; default: all that the spec has imported. */
  readonly entities?: DataSourceSettings['entities'];
  readonly ids?: Ids;
  readonly clock?: Clock;
}

export interface TestDatabase {
  readonly name: string;
  readonly database: Database;
  /** Pool of the application role: row level security applies. */
  readonly dataSource: DataSource;
  /** The rights of the owner, and the rows of all areas; bigint and dates are read as everywhere else. */
  ownerQuery<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Connections by role; `test` is the owner that sees all areas. */
  url(role: 'owner' | 'app' | 'queue' | 'test'): string;
  /** A person's scope; without a user id, the scope of a part of the system named "test". */
  scope(area: string, userId?: string): Scope;
  /** Keeps a copy of the database as it is now. Whoever else is connected has closed first; pools open again by use. */
  keep(): Promise<void>;
  /** Brings back what was kept, however often. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

const onTemplate = async (cluster: TestCluster, sql: string): Promise<void> => {
  const client = new Client({ connectionString: cluster.url('owner', 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

const copyDatabase = async (cluster: TestCluster, from: string, name: string): Promise<void> => {
  await onTemplate(cluster, `CREATE DATABASE ${name} TEMPLATE ${from}`);
  for (const grant of databaseGrants(name)) await onTemplate(cluster, grant);
};

/**
 * Drops a test database with whatever is still connected. FORCE is refused while autovacuum, which belongs to the
 * cluster, works in it; a plain DROP ends autovacuum by itself.
 */
const dropDatabase = async (cluster: TestCluster, name: string): Promise<void> => {
  try {
    await onTemplate(cluster, `DROP DATABASE ${name} WITH (FORCE)`);
  } catch (error) {
    if (sqlState(error) !== '42501') throw error;
    await onTemplate(cluster, `DROP DATABASE ${name}`);
  }
};

/**
 * A fresh migrated database of its own on the server of this jest run, for one spec file. `close` drops it.
 */
export const testDatabase = async (options: TestDatabaseOptions = {}): Promise<TestDatabase> => {
  const cluster = await testCluster(currentRun());
  const name = `t_${randomBytes(6).toString('hex')}`;
  await copyDatabase(cluster, TEMPLATE, name);
  const url: TestDatabase['url'] = (role) => cluster.url(role, name);
  const dataSource = await createDataSource({
    url: url('app'),
    pool: 8,
    entities: options.entities ?? registeredEntities(),
    applicationName: 'huiji-test',
  }).initialize();
  const ownerClient = async (): Promise<Client> => {
    const client = new Client({ connectionString: url('test'), types: exactPoolTypes });
    await client.connect();
    return client;
  };
  let owner = await ownerClient();
  const kept = `${name}_kept`;
  let keeps = false;
  /** Copies are made of a database that nobody is connected to. */
  const apart = async (work: () => Promise<void>): Promise<void> => {
    await owner.end();
    await dataSource.driver.disconnect();
    await work();
    await dataSource.driver.connect();
    owner = await ownerClient();
  };
  return {
    name,
    database: new Database(dataSource, options.ids ?? randomIds, options.clock ?? machineClock),
    dataSource,
    ownerQuery: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await owner.query(sql, [...params])).rows as Row[],
    url,
    scope: (area, userId) => ({
      area: areaCode(area),
      actor: userId === undefined ? { kind: 'system', name: 'test' } : { kind: 'person', userId },
    }),
    keep: () =>
      apart(async () => {
        if (keeps) await dropDatabase(cluster, kept);
        await copyDatabase(cluster, name, kept);
        keeps = true;
      }),
    restore: () =>
      apart(async () => {
        await dropDatabase(cluster, name);
        await copyDatabase(cluster, kept, name);
      }),
    close: async () => {
      await owner.end();
      await dataSource.destroy();
      await dropDatabase(cluster, name);
      if (keeps) await dropDatabase(cluster, kept);
    },
  };
};

const KNOWN: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  '510900': ['遂宁', 'Suining'],
  '500000': ['重庆', 'Chongqing'],
  '440300': ['深圳', 'Shenzhen'],
  '370200': ['青岛', 'Qingdao'],
};

/** Opens a demonstration area; its business date is 2020-07-01 unless said otherwise. */
export const seedArea = async (
  db: TestDatabase,
  code: string,
  { businessDate = '2020-07-01', demonstration = true }: { businessDate?: string; demonstration?: boolean } = {},
): Promise<void> => {
  const [zh, en] = KNOWN[code] ?? [`统筹区${code}`, `Area ${code}`];
  await db.ownerQuery(
    `INSERT INTO platform.area (area, name_zh, name_en, demonstration, business_date, opened_on)
     VALUES ($1, $2, $3, $4, $5, LEAST($5::date, DATE '2019-01-01'))`,
    [code, zh, en, demonstration, businessDate],
  );
};
