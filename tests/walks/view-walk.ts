import { Client } from 'pg';
import type { World } from '../journeys/bad-input/world';
import { CQ, SN } from './fixtures/places';

const VIEWS = `
SELECT n.nspname || '.' || c.relname AS name,
  EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'area') AS tells,
  has_table_privilege('huiji_app', c.oid, 'SELECT') AS readable
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'bullmq') ORDER BY 1`;

/** What every view shows a raw SQL client in the application role. */
export interface ViewSeen {
  readonly name: string;
  /** Whether an unset area is an error. */
  readonly closed: boolean;
  /** Rows of the area that was set, in either area. */
  readonly own: number;
  /** Rows of another area than the one that was set. */
  readonly foreign: number;
}

/** Reads every view without an area, and in each of the two. */
export const throughViews = async (world: World): Promise<readonly ViewSeen[]> => {
  const { db } = world.journey;
  const views = await db.ownerQuery<{ name: string; tells: boolean; readable: boolean }>(VIEWS);
  const client = new Client({ connectionString: db.url('app') });
  await client.connect();
  const rows = async (sql: string, area: string): Promise<number> => {
    await client.query('BEGIN');
    try {
      await client.query(`SET LOCAL app.area = '${area}'`);
      return (await client.query(sql)).rowCount ?? 0;
    } finally {
      await client.query('ROLLBACK');
    }
  };
  try {
    const seen: ViewSeen[] = [];
    for (const { name, tells } of views.filter(({ readable }) => readable)) {
      let [own, foreign] = [0, 0];
      for (const area of [SN, CQ]) {
        own += await rows(`SELECT FROM ${name} WHERE ${tells ? `area = '${area}'` : 'true'}`, area);
        if (tells) foreign += await rows(`SELECT FROM ${name} WHERE area <> '${area}'`, area);
      }
      const closed = await client.query(`SELECT FROM ${name}`).then(
        () => false,
        (error: unknown) => /app\.area|type integer/.test(String(error)),
      );
      seen.push({ name, closed, own, foreign });
    }
    return seen;
  } finally {
    await client.end();
  }
};
