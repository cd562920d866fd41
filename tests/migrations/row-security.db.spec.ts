import { testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { Client } from 'pg';

describe('X1 row level security of every table and view of an area, by raw SQL in the application role', () => {
  let db: TestDatabase;
  let client: Client;
  let relations: { name: string; readable: boolean }[];
  beforeAll(async () => {
    db = await testDatabase();
    client = new Client({ connectionString: db.url('app') });
    await client.connect();
    relations = await db.ownerQuery(
      `SELECT n.nspname || '.' || c.relname AS name, has_table_privilege('huiji_app', c.oid, 'SELECT') AS readable
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE (c.relkind IN ('r', 'p') AND obj_description(c.oid) LIKE 'tenant:%')
          OR (c.relkind = 'v' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'bullmq')
              AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'area'))`,
    );
  });
  afterAll(async () => {
    await client.end();
    await db.close();
  });

  it('an unset area is an error for every one of them', async () => {
    expect(relations.length).toBeGreaterThan(3);
    for (const { name, readable } of relations) {
      if (!readable) continue;
      await expect(client.query(`SELECT count(*) FROM ${name}`)).rejects.toThrow(/app\.area|type integer/);
    }
  });
});
