import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { Client } from 'pg';
import { fillTenantTables, insertOf, type TenantTable } from './generic-rows';

const MINE = '510900';
const OTHER = '500000';

type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

describe('X1 row level security of every table of areas, by raw SQL in the application role', () => {
  let db: TestDatabase;
  let client: Client;
  let tables: readonly TenantTable[];
  const rights = new Map<string, ReadonlySet<Right>>();
  /** A column that the application may change, where there is one: the area itself where all may be. */
  const changeable = new Map<string, string>();

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, MINE);
    await seedArea(db, OTHER);
    tables = await fillTenantTables(db, [MINE, OTHER]);
    for (const { name } of tables) {
      const rows = await db.ownerQuery<{ right: Right }>(
        `SELECT r AS right FROM unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) r WHERE has_table_privilege('huiji_app', $1, r)`,
        [name],
      );
      rights.set(name, new Set(rows.map(({ right }) => right)));
      const [column] = await db.ownerQuery<{ name: string }>(
        `SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0
         AND NOT attisdropped AND has_column_privilege('huiji_app', $1, attname, 'UPDATE')
         ORDER BY attname <> 'area', attnum LIMIT 1`,
        [name],
      );
      if (column) changeable.set(name, column.name);
    }
    client = new Client({ connectionString: db.url('app') });
    await client.connect();
  }, 60_000);
  afterAll(async () => {
    await client.end();
    await db.close();
  });

  const having = (right: Right): readonly TenantTable[] => tables.filter(({ name }) => rights.get(name)?.has(right));

  /** In a transaction of an area that is rolled back; answers the rows that a statement touched. */
  const inArea = async (area: string, sql: string): Promise<number> => {
    await client.query('BEGIN');
    try {
      await client.query(`SET LOCAL app.area = '${area}'`);
      return (await client.query(sql)).rowCount ?? 0;
    } finally {
      await client.query('ROLLBACK');
    }
  };
  const count = async (name: string, area: string): Promise<number> => {
    const [row] = await db.ownerQuery<{ n: bigint }>(`SELECT count(*) AS n FROM ${name} WHERE area = $1`, [area]);
    return Number(row?.n);
  };

  it('looks at every one of them, with rows of both areas in each', async () => {
    expect(tables.length).toBeGreaterThan(70);
    for (const { name } of tables)
      expect([name, await count(name, MINE), await count(name, OTHER)]).toEqual([name, 2, 2]);
  });

  it('forces it on every one of them', async () => {
    const loose = await db.ownerQuery<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c
       WHERE c.oid = ANY ($1::regclass[]) AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
      [tables.map(({ name }) => name)],
    );
    expect(loose).toEqual([]);
  });

  it('takes an unset area for an error, for every right there is', async () => {
    for (const { name } of having('SELECT'))
      await expect(client.query(`SELECT count(*) FROM ${name}`)).rejects.toThrow(/app\.area|type integer/);
    for (const table of having('INSERT'))
      await expect(client.query(insertOf(table, MINE))).rejects.toThrow(/app\.area|type integer/);
    for (const [name, column] of changeable)
      await expect(client.query(`UPDATE ${name} SET ${column} = ${column}`)).rejects.toThrow(/app\.area|type integer/);
    for (const { name } of having('DELETE'))
      await expect(client.query(`DELETE FROM ${name}`)).rejects.toThrow(/app\.area|type integer/);
  });

  it('SELECT finds the rows of the area and no other', async () => {
    expect(having('SELECT').length).toBeGreaterThan(70);
    for (const { name } of having('SELECT')) {
      expect([name, await inArea(MINE, `SELECT FROM ${name}`)]).toEqual([name, 2]);
      expect([name, await inArea(OTHER, `SELECT FROM ${name}`)]).toEqual([name, 2]);
      expect([name, await inArea(MINE, `SELECT FROM ${name} WHERE area = '${OTHER}'`)]).toEqual([name, 0]);
    }
  });

  it('INSERT adds a row of the area and no other', async () => {
    expect(having('INSERT').length).toBeGreaterThan(60);
    for (const table of having('INSERT')) {
      expect([table.name, await inArea(MINE, insertOf(table, MINE))]).toEqual([table.name, 1]);
      await expect(inArea(MINE, insertOf(table, OTHER))).rejects.toThrow('row-level security');
    }
  });

  it('UPDATE changes rows of the area, none of another, and moves none into another', async () => {
    expect(changeable.size).toBeGreaterThan(30);
    for (const [name, column] of changeable) {
      const change = `UPDATE ${name} SET ${column} = ${column}`;
      expect([name, await inArea(MINE, change)]).toEqual([name, 2]);
      expect([name, await inArea(MINE, `${change} WHERE area = '${OTHER}'`)]).toEqual([name, 0]);
      if (column === 'area')
        await expect(inArea(MINE, `UPDATE ${name} SET area = '${OTHER}'`)).rejects.toThrow('row-level security');
    }
  });

  it('DELETE takes rows of the area away and no other', async () => {
    expect(having('DELETE').length).toBeGreaterThan(1);
    const stricter = await db.ownerQuery<{ name: string }>(
      `SELECT polrelid::regclass::text AS name FROM pg_policy WHERE polcmd = 'd' AND NOT polpermissive`,
    );
    /** A second policy lets go only of what it names (rows of a discarded run), and these rows are of none. */
    const held = new Set(stricter.map(({ name }) => name));
    for (const { name } of having('DELETE')) {
      expect([name, await inArea(MINE, `DELETE FROM ${name}`)]).toEqual([name, held.has(name) ? 0 : 2]);
      expect([name, await inArea(MINE, `DELETE FROM ${name} WHERE area = '${OTHER}'`)]).toEqual([name, 0]);
    }
  });

  it('every view asks as the one who reads it', async () => {
    const views = await db.ownerQuery<{ name: string; invoker: boolean }>(
      `SELECT c.oid::regclass::text AS name, coalesce('security_invoker=true' = ANY (c.reloptions), false) AS invoker
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'bullmq')`,
    );
    expect(views.length).toBeGreaterThan(5);
    expect(views.filter(({ invoker }) => !invoker)).toEqual([]);
  });

  it('would find a table whose policy is gone', async () => {
    const [first] = having('SELECT');
    const name = first?.name ?? '';
    await db.ownerQuery(`CREATE POLICY open ON ${name} USING (true)`);
    expect(await inArea(MINE, `SELECT FROM ${name}`)).toBe(4);
    await db.ownerQuery(`DROP POLICY open ON ${name}`);
  });
});
