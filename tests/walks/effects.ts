type OwnerQuery = <Row>(sql: string, params?: readonly unknown[]) => Promise<Row[]>;

/** What the tables of business hold: rows by table, and the transactions since a mark that left rows in them. */
export interface Effects {
  readonly rows: string;
  readonly transactions: readonly string[];
}

const TABLES = `
SELECT n.nspname || '.' || c.relname AS name
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND obj_description(c.oid) ~ '^(tenant|global|staging):' AND n.nspname || '.' || c.relname <> 'identity.session'
ORDER BY 1`;

/**
 * Sees what acts leave behind. Every row carries the number of the transaction that wrote it: one effect is rows of one
 * transaction, no effect is rows of none. Sessions change by being used and are left out.
 */
export class EffectsOf {
  private constructor(
    private readonly ownerQuery: OwnerQuery,
    private readonly sql: string,
  ) {}

  static async tables(ownerQuery: OwnerQuery): Promise<EffectsOf> {
    const tables = await ownerQuery<{ name: string }>(TABLES);
    const parts = tables.map(
      ({ name }) =>
        `SELECT '${name}' AS name, count(*)::text AS n,
           array_agg(DISTINCT xmin::text) FILTER (WHERE xmin::text::bigint >= $1) AS written FROM ${name}`,
    );
    return new EffectsOf(ownerQuery, parts.join(' UNION ALL '));
  }

  /** The transactions that come from now on. */
  async mark(): Promise<string> {
    const [row] = await this.ownerQuery<{ mark: string }>('SELECT pg_current_xact_id()::text AS mark');
    return row?.mark ?? '';
  }

  async since(mark: string): Promise<Effects> {
    const rows = await this.ownerQuery<{ name: string; n: string; written: string[] | null }>(this.sql, [mark]);
    return {
      rows: rows.map(({ name, n }) => `${name} ${n}`).join('\n'),
      transactions: [...new Set(rows.flatMap(({ written }) => written ?? []))],
    };
  }
}
