import { types, type PoolClient } from 'pg';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';

const INT8 = 20;
const DATE = 1082;

/** int8 arrives as bigint and date as 'YYYY-MM-DD': exact, and only on our own pools. */
const exactTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown => {
    if (format !== 'binary' && oid === INT8) return BigInt;
    if (format !== 'binary' && oid === DATE) return (text: string) => text;
    return types.getTypeParser(oid, format ?? 'text');
  },
};

/** Settings of a raw pg pool that reads values the way the rest of the product does. */
export const exactPoolTypes = exactTypes;

export interface DataSourceSettings {
  readonly url: string;
  readonly pool: number;
  // TypeORM itself types entity classes as bare functions.
  readonly entities: MixedList<
    Parameters<DataSource['getRepository']>[0] & (string | EntitySchema | (new () => object))
  >;
  readonly applicationName: string;
  /** Seconds after which the server ends a transaction of this pool; absent: never. */
  readonly longestTransactionSeconds?: number;
}

/** Also a transaction that waits for its client ends: nothing may be added to the trail later than that. */
const limitOf = (seconds: number | undefined): { readonly options?: string } =>
  seconds === undefined ? {} : { options: `-c transaction_timeout=${(seconds * 1000).toString()}` };

export const createDataSource = ({
  url,
  pool,
  entities,
  applicationName,
  longestTransactionSeconds,
}: DataSourceSettings): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    applicationName,
    extra: { max: pool, types: exactTypes, idleTimeoutMillis: 30_000, ...limitOf(longestTransactionSeconds) },
  });

/** Column options of money, quantities and counts: bigint on both sides. */
export const bigintColumn = {
  type: 'bigint',
  transformer: {
    from: (value: bigint | string | null): bigint | null => (value === null ? null : BigInt(value)),
    to: (value: bigint | null | undefined): string | null | undefined =>
      value === null || value === undefined ? value : value.toString(),
  },
} as const;

/** Column options of a calendar day, as text 'YYYY-MM-DD'. */
export const dateColumn = { type: 'date' } as const;

export type { PoolClient };
