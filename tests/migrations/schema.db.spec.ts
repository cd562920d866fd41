import { testDatabase, type TestDatabase } from '@huiji/migrations/testing';

type Kind = 'global' | 'tenant' | 'staging' | 'infrastructure';

interface Table {
  readonly name: string;
  readonly kind: Kind;
  readonly columns: readonly string[];
  readonly secured: boolean;
  readonly forced: boolean;
  readonly policies: number;
  readonly unlogged: boolean;
}

interface Key {
  readonly table: string;
  readonly name: string;
  readonly type: 'p' | 'u' | 'f' | 'x';
  readonly columns: readonly string[];
  readonly target: string | null;
}

const OURS = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'public', 'bullmq')`;

const TABLES = `
SELECT n.nspname || '.' || c.relname AS name,
       split_part(obj_description(c.oid), ':', 1) AS kind,
       ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
       c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
       (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive) AS policies,
       c.relpersistence = 'u' AS unlogged
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND ${OURS}
ORDER BY 1`;

const KEYS = `
SELECT n.nspname || '.' || c.relname AS table, k.conname AS name, k.contype::text AS type,
       ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, o) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.o) AS columns,
       CASE WHEN k.confrelid <> 0 THEN (SELECT fn.nspname || '.' || fc.relname FROM pg_class fc JOIN pg_namespace fn ON fn.oid = fc.relnamespace WHERE fc.oid = k.confrelid) END AS target
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE k.contype IN ('p', 'u', 'f', 'x') AND NOT c.relispartition AND ${OURS}
ORDER BY 1, 2`;

const UNIQUE_INDEXES = `
SELECT n.nspname || '.' || c.relname AS table, ic.relname AS name, 'u' AS type,
       ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY u(n, o) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.n ORDER BY u.o) AS columns,
       NULL AS target
FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class ic ON ic.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE i.indisunique AND NOT c.relispartition AND ${OURS} ORDER BY 1, 2`;

describe('X13 every table and every key of the schema', () => {
  let db: TestDatabase;
  let tables: Map<string, Table>;
  let keys: Key[];
  beforeAll(async () => {
    db = await testDatabase();
    tables = new Map((await db.ownerQuery<Table>(TABLES)).map((table) => [table.name, table]));
    keys = [...(await db.ownerQuery<Key>(KEYS)), ...(await db.ownerQuery<Key>(UNIQUE_INDEXES))];
  });
  afterAll(() => db.close());

  const ofKind = (kind: Kind): Table[] => [...tables.values()].filter((table) => table.kind === kind);
  const ofTenants = (types: readonly Key['type'][]): Key[] =>
    keys.filter((key) => types.includes(key.type) && tables.get(key.table)?.kind === 'tenant');

  it('each table says in its comment which kind it is, and what a row is', () => {
    const kinds: readonly string[] = ['global', 'tenant', 'staging', 'infrastructure'];
    expect(tables.size).toBeGreaterThan(5);
    expect([...tables.values()].filter((table) => !kinds.includes(table.kind)).map((table) => table.name)).toEqual([]);
  });

  it("an area's table begins with the area, and row security is forced on it by one policy that permits", () => {
    const wrong = ofKind('tenant').filter(
      (table) => table.columns[0] !== 'area' || !table.secured || !table.forced || table.policies !== 1,
    );
    expect(ofKind('tenant').length).toBeGreaterThan(3);
    expect(wrong.map((table) => table.name)).toEqual([]);
  });

  it("every primary, unique and exclusion key of an area's table carries the area first", () => {
    const wrong = ofTenants(['p', 'u', 'x']).filter((key) => key.columns[0] !== 'area');
    expect(wrong.map((key) => `${key.table} ${key.name}`)).toEqual([]);
  });

  it("every foreign key between areas' tables carries the area; one to a global table needs none", () => {
    const wrong = ofTenants(['f']).filter(
      (key) => tables.get(key.target ?? '')?.kind === 'tenant' && !key.columns.includes('area'),
    );
    expect(wrong.map((key) => `${key.table} ${key.name}`)).toEqual([]);
  });

  it('no global table leans on the table of an area', () => {
    const wrong = keys.filter(
      (key) =>
        key.type === 'f' && tables.get(key.table)?.kind === 'global' && tables.get(key.target ?? '')?.kind === 'tenant',
    );
    expect(wrong.map((key) => `${key.table} ${key.name}`)).toEqual([]);
  });

  it('every table has a primary key, except staging, which is unlogged', () => {
    const keyed = new Set(keys.filter((key) => key.type === 'p').map((key) => key.table));
    expect(
      [...tables.values()].filter((table) => table.kind !== 'staging' && !keyed.has(table.name)).map((t) => t.name),
    ).toEqual([]);
    expect(
      ofKind('staging')
        .filter((table) => !table.unlogged)
        .map((table) => table.name),
    ).toEqual([]);
  });

  it('no trigger and no stored function holds law (an aggregate of plain arithmetic is allowed)', async () => {
    const triggers = await db.ownerQuery(
      `SELECT t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE NOT t.tgisinternal AND ${OURS}`,
    );
    const functions = await db.ownerQuery(
      `SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind <> 'a' AND ${OURS}`,
    );
    expect(triggers).toEqual([]);
    expect(functions).toEqual([]);
  });

  it('every view reads with the rights of its reader', async () => {
    const leaking = await db.ownerQuery(
      `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'v' AND ${OURS} AND NOT coalesce(c.reloptions @> ARRAY['security_invoker=true'], false)`,
    );
    expect(leaking).toEqual([]);
  });

  it('PD-10 no column of money or quantity is a float, and PD-09 no count is small', async () => {
    const wrong = await db.ownerQuery(
      `SELECT n.nspname || '.' || c.relname || '.' || a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v') AND ${OURS}
         AND (format_type(a.atttypid, a.atttypmod) IN ('real', 'double precision', 'money')
              OR (a.attname ~ '_fen$|quantity|_count$' AND a.attname <> 'winner_count' AND format_type(a.atttypid, a.atttypmod) NOT IN ('bigint', 'numeric')))`,
    );
    expect(wrong).toEqual([]);
  });

  it('the application role owns nothing, makes nothing and goes round no row security', async () => {
    const [role] = await db.ownerQuery(
      `SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = 'huiji_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
    const made = await db.ownerQuery(
      `SELECT n.nspname FROM pg_namespace n WHERE ${OURS} AND has_schema_privilege('huiji_app', n.oid, 'CREATE')`,
    );
    expect(made).toEqual([]);
  });
});
