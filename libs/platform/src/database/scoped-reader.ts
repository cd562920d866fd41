import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { areaCode, type AreaCode } from '@huiji/kernel';
import { Pool, type PoolClient } from 'pg';
import { CONFIG, type Config } from '../config/config';
import { exactPoolTypes } from './data-source';

export interface ReadOptions {
  /** Whether a replica may answer, some seconds behind. */
  readonly stale?: boolean;
}

type ReaderConfig = Pick<Config, 'appDatabaseUrl' | 'replicaDatabaseUrl' | 'databasePool' | 'readScope'>;

/** What would change the state of a connection, or leave the one statement that was asked for. */
const FORBIDDEN = /\b(set_config|set|reset|begin|commit|rollback|discard|listen|copy|prepare)\b|;\s*\S/i;

interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads hot lists with prepared SQL under row level security, for one area at a time.
 * Two strategies by configuration. 'connection' (one node): a connection remembers its area, so that a read is one
 * round trip; it is checked when it comes back, and set anew, with the answer compared, before it serves another
 * area. 'transaction' (distributed): BEGIN, SET LOCAL, the query, COMMIT.
 */
@Injectable()
export class ScopedReader implements OnApplicationShutdown {
  private readonly areas = new WeakMap<PoolClient, AreaCode>();
  private readonly statements = new Map<string, Statement>();
  private readonly pools = new Map<string, Pool>();

  constructor(@Inject(CONFIG) private readonly config: ReaderConfig) {}

  /**
   * Runs one SELECT of the code (never text of a user) for an area; int8 as bigint, date as text. The SQL should name
   * its area as well, so that a distributed database asks one node only.
   */
  async read<Row>(
    area: string,
    sql: string,
    params: readonly unknown[] = [],
    { stale = false }: ReadOptions = {},
  ): Promise<Row[]> {
    const scope = areaCode(area);
    const statement = this.statementOf(sql);
    const pool = this.poolFor(stale);
    const client = await pool.connect();
    try {
      const rows =
        this.config.readScope === 'connection'
          ? await this.onConnection<Row>(client, scope, statement, params)
          : await inTransaction<Row>(client, scope, statement, params);
      this.giveBack(client);
      return rows;
    } catch (error) {
      // Whatever state it is in, nobody gets this connection again.
      client.release(true);
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
    this.pools.clear();
  }

  private async onConnection<Row>(
    client: PoolClient,
    area: AreaCode,
    { name, text }: Statement,
    params: readonly unknown[],
  ): Promise<Row[]> {
    if (this.areas.get(client) !== area) {
      this.areas.delete(client);
      const set = await client.query<{ area: string }>({
        name: 'scope',
        text: `SELECT set_config('app.area', $1, false) AS area`,
        values: [area],
      });
      if (set.rows[0]?.area !== area) throw new Error('the connection did not take its area');
      this.areas.set(client, area);
    }
    const { rows } = await client.query<Row & object>({ name, text, values: [...params] });
    return rows;
  }

  /** A connection goes back outside any transaction, or not at all. */
  private giveBack(client: PoolClient): void {
    client.release(client.getTransactionStatus() !== 'I');
  }

  private statementOf(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    if (!/^\s*(select|with)\b/i.test(sql) || FORBIDDEN.test(sql)) throw new Error('a scoped read is one SELECT');
    const name = `read_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
    const statement = { name, text: sql };
    this.statements.set(sql, statement);
    return statement;
  }

  private poolFor(stale: boolean): Pool {
    const url = (stale ? this.config.replicaDatabaseUrl : undefined) ?? this.config.appDatabaseUrl;
    const known = this.pools.get(url);
    if (known) return known;
    const pool = new Pool({
      connectionString: url,
      max: this.config.databasePool,
      types: exactPoolTypes,
      application_name: 'huiji-reader',
      options: '-c default_transaction_read_only=on',
      idleTimeoutMillis: 30_000,
    });
    // A connection that breaks while it is idle leaves the pool; the next read opens another.
    pool.on('error', () => undefined);
    this.pools.set(url, pool);
    return pool;
  }
}

const inTransaction = async <Row>(
  client: PoolClient,
  area: AreaCode,
  { name, text }: Statement,
  params: readonly unknown[],
): Promise<Row[]> => {
  await client.query('BEGIN READ ONLY');
  // The area was checked: six digits. SET LOCAL takes no parameter.
  await client.query(`SET LOCAL app.area = '${area}'`);
  const { rows } = await client.query<Row & object>({ name, text, values: [...params] });
  await client.query('COMMIT');
  return rows;
};
