import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A table's digest: rows and the hash over what is the same every time. */
export interface TableDigest {
  readonly rows: number;
  readonly sha256: string;
}

/** Schemas whose rows are business; the queue, staging and the platform's machinery are not. */
const SCHEMAS = [
  'approval',
  'calendar',
  'catalog',
  'flows',
  'fund',
  'identity',
  'ledger',
  'long_term_care',
  'procurement',
  'savings',
  'settlement',
];

/** Ids, days, amounts, counts and states. Texts, instants, secrets, JSON and bytes are left out. */
const TYPES = ['uuid', 'date', 'bigint', 'integer', 'smallint', 'boolean', 'numeric'];

interface Column {
  readonly table: string;
  readonly column: string;
}

const columnsOf = (source: DataSource): Promise<readonly Column[]> =>
  source.query(
    `SELECT c.table_schema || '.' || c.table_name AS "table", c.column_name AS "column"
     FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema = ANY ($1)
       AND (c.data_type = ANY ($2) OR c.column_name = 'state')
     ORDER BY 1, 2`,
    [SCHEMAS, TYPES],
  );

const rowsText = (columns: readonly string[]): string =>
  `concat_ws('|', ${columns.map((column) => `COALESCE(${column}::text, '-')`).join(', ')})`;

/**
 * The digest of a demonstration, table by table: equal for equal ids, days, amounts and states. Reads with the rights
 * of a role that sees every area.
 */
export const demonstrationDigest = async (source: DataSource): Promise<Readonly<Record<string, TableDigest>>> => {
  const tables = new Map<string, string[]>();
  for (const { table, column } of await columnsOf(source)) tables.set(table, [...(tables.get(table) ?? []), column]);
  const digests: Record<string, TableDigest> = {};
  for (const [table, columns] of tables) {
    const rows: readonly { line: string }[] = await source.query(
      `SELECT ${rowsText(columns)} AS line FROM ${table} ORDER BY 1`,
    );
    const text = rows.map(({ line }) => line).join('\n');
    digests[table] = { rows: rows.length, sha256: createHash('sha256').update(text).digest('hex') };
  }
  return digests;
};

/** One hash over all tables that have rows. */
export const wholeDigest = (digests: Readonly<Record<string, TableDigest>>): string =>
  createHash('sha256')
    .update(
      Object.entries(digests)
        .filter(([, { rows }]) => rows > 0)
        .map(([table, { rows, sha256 }]) => `${table} ${rows.toString()} ${sha256}`)
        .join('\n'),
    )
    .digest('hex');
