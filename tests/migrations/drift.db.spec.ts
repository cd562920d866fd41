import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registeredEntities } from '@huiji/platform';
import { testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { ColumnType } from 'typeorm';

const root = join(__dirname, '..', '..');

/** INSERT INTO schema.table (a, b, c): what a statement of a repository names. */
const WRITES = /\bINSERT INTO ([a-z_]+\.[a-z_]+)\s*\(([a-z_,\s]+)\)/g;

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

const COLUMNS = `
SELECT n.nspname || '.' || c.relname AS table, a.attname AS name, NOT a.attnotnull AS nullable,
       coalesce((SELECT format_type(t.typbasetype, t.typtypmod) FROM pg_type t WHERE t.oid = a.atttypid AND t.typtype = 'd'), format_type(a.atttypid, a.atttypmod)) AS type
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v')
  AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'`;

/** What an entity calls a type and what PostgreSQL calls it. */
const same: Readonly<Record<string, string>> = {
  string: 'text',
  'character varying': 'text',
  varchar: 'text',
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  number: 'integer',
  bool: 'boolean',
  timestamptz: 'timestamp with time zone',
  'timestamp with time zone': 'timestamp with time zone',
  'character(6)': 'text',
};

const typeName = (type: ColumnType): string => {
  const name = typeof type === 'function' ? type.name.toLowerCase() : String(type);
  return same[name] ?? name;
};

describe('entities and migrations say the same', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    for (const library of readdirSync(join(root, 'libs'))) jest.requireActual(`@huiji/${library}`);
    db = await testDatabase({ entities: registeredEntities() });
  });
  afterAll(() => db.close());

  it('each entity has its table, and each of them the same columns, types and nullability', async () => {
    const stored = await db.ownerQuery<Column>(COLUMNS);
    const described: string[] = [];
    const found: string[] = [];
    for (const entity of db.dataSource.entityMetadatas) {
      const table = entity.tablePath;
      for (const column of entity.columns) {
        const array = column.isArray ? '[]' : '';
        described.push(
          `${table}.${column.databaseName} ${typeName(column.type)}${array} ${column.isNullable ? 'null' : 'not null'}`,
        );
      }
      for (const column of stored.filter((one) => one.table === table)) {
        found.push(
          `${table}.${column.name} ${typeName(column.type.replace(/\[\]$/, '') as ColumnType)}${column.type.endsWith('[]') ? '[]' : ''} ${column.nullable ? 'null' : 'not null'}`,
        );
      }
    }
    expect(db.dataSource.entityMetadatas.length).toBeGreaterThan(0);
    expect(described.sort()).toEqual(found.sort());
  });

  it('each table and column that SQL of the libraries writes to is in the schema', async () => {
    const columns = new Map<string, Set<string>>();
    for (const { table, name } of await db.ownerQuery<Column>(COLUMNS)) {
      columns.set(table, (columns.get(table) ?? new Set()).add(name));
    }
    const writes = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'libs/*.ts'], {
      cwd: root,
    })
      .toString()
      .split('\n')
      .filter((path) => path !== '' && !path.endsWith('.spec.ts') && existsSync(join(root, path)))
      .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(WRITES)])
      .filter(([, table = '']) => !table.startsWith('pg_temp.'))
      .map(([, table = '', list = '']) => ({ table, written: list.split(',').map((name) => name.trim()) }));
    const unknown = writes.flatMap(({ table, written }) =>
      columns.has(table)
        ? written
            .filter((name) => /^[a-z_]+$/.test(name) && !columns.get(table)?.has(name))
            .map((name) => `${table}.${name}`)
        : [table],
    );
    expect(writes.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });
});
