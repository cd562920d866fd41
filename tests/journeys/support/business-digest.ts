import { createHash } from 'node:crypto';

type OwnerQuery = <Row>(sql: string, params?: readonly unknown[]) => Promise<Row[]>;

const TABLES = `
SELECT n.nspname || '.' || c.relname AS name
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND obj_description(c.oid) ~ '^(tenant|global|staging):'
ORDER BY 1`;

/**
 * One hash over every row of every business table, read as the owner: equal before and after means nothing was
 * half-applied, not even a remembered request, an action or an outbox row. Sessions change by being used and are left out,
 * and so are the tables named.
 */
export const businessDigest = async (ownerQuery: OwnerQuery, leftOut: readonly string[] = []): Promise<string> => {
  const hash = createHash('sha256');
  for (const { name } of await ownerQuery<{ name: string }>(TABLES)) {
    if (name === 'identity.session' || leftOut.includes(name)) continue;
    const [row] = await ownerQuery<{ digest: string | null }>(
      `SELECT md5(string_agg(h, '' ORDER BY h)) AS digest FROM (SELECT md5(t::text) AS h FROM ${name} t) rows`,
    );
    hash.update(`${name}:${row?.digest ?? ''}\n`);
  }
  return hash.digest('hex');
};
