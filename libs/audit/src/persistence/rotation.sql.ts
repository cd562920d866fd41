import type { PersonalColumn } from '@huiji/platform';

/** Up to $4 rows of $1 area after id $2 ('' for the first) that do not match pattern $3, locked. */
export const batchSql = ({ table, idColumn, encryptedColumn }: PersonalColumn): string => `
SELECT t.${idColumn} AS id, t.${encryptedColumn} AS stored FROM ${table} t
WHERE t.area = $1 AND ($2 = '' OR t.${idColumn} > nullif($2, '')::uuid) AND t.${encryptedColumn} !~ $3
ORDER BY t.${idColumn} LIMIT $4 FOR UPDATE`;

/** How many of $1 area do not match pattern $2. */
export const leftSql = ({ table, encryptedColumn }: PersonalColumn): string =>
  `SELECT count(*) AS count FROM ${table} t WHERE t.area = $1 AND t.${encryptedColumn} !~ $2`;

export const mayUpdateSql = `SELECT has_column_privilege($1::text, $2::text, 'UPDATE') AS may`;

/** Every column whose name says that it is encrypted, as far as the application may read it. */
export const sealedColumnsSql = `
SELECT c.table_schema || '.' || c.table_name AS table, c.column_name AS column
FROM information_schema.columns c
JOIN information_schema.tables t USING (table_schema, table_name)
WHERE t.table_type = 'BASE TABLE' AND c.data_type = 'text' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
  AND (c.column_name ~ '_(encrypted|sealed)$' OR (c.table_schema, c.table_name, c.column_name) = ('platform', 'person_key', 'wrapped_key'))
ORDER BY 1, 2`;

/** Ids of the ring's keys that a column needs; what is under a person's key needs none itself. */
export const neededKeysSql = (table: string, column: string): string =>
  `SELECT DISTINCT split_part(t.${column}, '.', 1) AS id FROM ${table} t
   WHERE t.${column} IS NOT NULL AND t.${column} ~ '^[a-z0-9]{1,16}[.]' AND t.${column} !~ '^person[.]'`;
