import { testDatabase, type TestDatabase } from './testing';
import { migrations } from './list';
import { globalTable, migration, type MigrationClass } from './migration';
import { ChangedMigration, revertAll, runMigrations } from './run';

const plan = (column: string): MigrationClass =>
  migration({
    number: 9001,
    name: 'of-a-test',
    reason: 'A test.',
    up: [
      `CREATE TABLE platform.of_a_test (${column} bigint PRIMARY KEY)`,
      globalTable('platform.of_a_test', { comment: `a test's table`, grant: 'append' }),
    ],
    down: ['DROP TABLE platform.of_a_test'],
  });

describe('migrations', () => {
  let db: TestDatabase;
  beforeEach(async () => {
    db = await testDatabase();
  });
  afterEach(() => db.close());

  const schemas = async (): Promise<string[]> => {
    const rows = await db.ownerQuery<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY 1`,
    );
    return rows.map((row) => row.name);
  };

  it('have numbers of their own, in the order of the list, and say why', () => {
    const numbers = migrations.map((item) => item.plan.number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    for (const { plan: item } of migrations) expect(item.reason.length).toBeGreaterThan(20);
  });

  it('run once: a second run finds nothing to do', async () => {
    expect((await runMigrations(db.url('owner'), [...migrations, plan('a')])).ran).toEqual(['of-a-test-0000000009001']);
    expect((await runMigrations(db.url('owner'), [...migrations, plan('a')])).ran).toEqual([]);
  });

  it('two runs at once make one migration', async () => {
    const list = [...migrations, plan('a')];
    const reports = await Promise.all([runMigrations(db.url('owner'), list), runMigrations(db.url('owner'), list)]);
    expect(reports.flatMap((report) => report.ran)).toHaveLength(1);
  });

  it('one that was edited after it ran is refused by name', async () => {
    await runMigrations(db.url('owner'), [...migrations, plan('a')]);
    const again = runMigrations(db.url('owner'), [...migrations, plan('b')]);
    await expect(again).rejects.toThrow(ChangedMigration);
    await expect(again).rejects.toThrow(/of-a-test/);
  });

  it('one that fails says which statement, and leaves nothing of itself', async () => {
    const broken = migration({
      number: 9002,
      name: 'broken',
      reason: 'A test.',
      up: ['CREATE TABLE platform.half (a bigint)', 'CREATE TABLE platform.half (a bigint)'],
      down: [],
    });
    await expect(runMigrations(db.url('owner'), [...migrations, broken])).rejects.toThrow(/9002-broken, statement 2/);
    expect(await db.ownerQuery(`SELECT to_regclass('platform.half') AS it`)).toEqual([{ it: null }]);
  });

  it('are taken back to an empty database, newest first, and run again', async () => {
    const reverted = await revertAll(db.url('owner'));
    expect(reverted).toHaveLength(migrations.length);
    expect(await schemas()).toEqual(['bullmq', 'public']);
    const left = await db.ownerQuery(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
      AND relkind IN ('r', 'v') AND relname NOT IN ('migration', 'migration_digest')`);
    expect(left).toEqual([]);
    expect((await runMigrations(db.url('owner'))).ran).toHaveLength(migrations.length);
  });

  it('only the owner runs them', async () => {
    await expect(runMigrations(db.url('app'), [plan('a')])).rejects.toThrow(/permission denied/);
  });
});
