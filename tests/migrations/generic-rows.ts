import type { TestDatabase } from '@huiji/migrations/testing';

/** A table of areas, and the columns that a row of it has to be given. */
export interface TenantTable {
  readonly name: string;
  /** Columns to write, the area first, and their types. */
  readonly columns: readonly string[];
  readonly types: readonly string[];
}

const TABLES = `
SELECT n.nspname || '.' || c.relname AS name,
  array_agg(quote_ident(a.attname) ORDER BY (a.attname <> 'area'), a.attnum) AS columns,
  array_agg(format_type(coalesce(nullif(t.typbasetype, 0), t.oid), NULL) ORDER BY (a.attname <> 'area'), a.attnum) AS types
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity <> 'a'
JOIN pg_type t ON t.oid = a.atttypid
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND obj_description(c.oid) LIKE 'tenant:%'
GROUP BY 1 ORDER BY 1`;

let made = 0;
/** A number that no row has yet, small enough for every type. */
const next = (): string => {
  made += 1;
  return made.toString();
};

/** A value of a type, as SQL; ids and texts are new ones every time. */
const valueOf = (type: string): string => {
  if (type.endsWith('[]')) return `'{}'::${type}`;
  const known: Readonly<Record<string, string>> = {
    uuid: 'gen_random_uuid()',
    text: `left(md5(random()::text), 4)`,
    'character varying': `left(md5(random()::text), 4)`,
    boolean: 'false',
    date: `'2020-07-01'::date`,
    'timestamp with time zone': 'clock_timestamp()',
    jsonb: `'{}'::jsonb`,
    bytea: `'\\x00'::bytea`,
    inet: `'127.0.0.1'::inet`,
    daterange: `'[2020-07-01,2020-07-02)'::daterange`,
  };
  return known[type] ?? `${next()}::${type}`;
};

/** Constraints other than keys: they tie rows to other rows and say what a value may be; row security knows nothing of them. */
const RULES = `
SELECT format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', c.conrelid::regclass, c.conname) AS sql
FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
WHERE c.contype IN ('f', 'c', 'x') AND NOT t.relispartition AND c.coninhcount = 0
  AND t.relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'bullmq')`;

/** Two rows of each area in every table of areas, in a database whose rules of content were taken away for it. */
export const fillTenantTables = async (db: TestDatabase, areas: readonly string[]): Promise<readonly TenantTable[]> => {
  for (const { sql } of await db.ownerQuery<{ sql: string }>(RULES)) await db.ownerQuery(sql);
  const tables = await db.ownerQuery<TenantTable>(TABLES);
  for (const table of tables) for (const area of [...areas, ...areas]) await db.ownerQuery(insertOf(table, area));
  return tables;
};

/** The statement that adds one row of an area. */
export const insertOf = ({ name, columns, types }: TenantTable, area: string): string =>
  `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${[`'${area}'`, ...types.slice(1).map(valueOf)].join(', ')})`;
