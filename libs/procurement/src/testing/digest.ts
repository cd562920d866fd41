import type { World } from './world';

/** A digest of every procurement row, the actions and the outbox: unchanged by a refusal. */
export const digest = async (world: World): Promise<string> => {
  const tables = await world.db.ownerQuery<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname IN ('procurement', 'catalog') OR (schemaname = 'platform' AND tablename IN ('action', 'outbox')) ORDER BY 1`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    const [row] = await world.db.ownerQuery<{ hash: string }>(
      `SELECT md5(COALESCE(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM ${name} t`,
    );
    parts.push(`${name} ${row?.hash ?? ''}`);
  }
  return parts.join('\n');
};
