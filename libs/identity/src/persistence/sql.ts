import type { DataSource, EntityManager } from 'typeorm';

/** Whatever runs SQL and answers rows: a transaction of an area, or, by `sqlOf`, the pool for global tables. */
export interface Sql {
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** Whatever runs SQL as TypeORM does: the pool, or one transaction of it. */
export type Runner = Pick<DataSource, 'query'> | Pick<EntityManager, 'query'>;

/** TypeORM answers UPDATE and DELETE as [rows, count]; everything else as rows. */
const rowsOf = (answer: unknown): unknown[] => {
  if (!Array.isArray(answer)) return [];
  const [first, second] = answer as unknown[];
  return answer.length === 2 && Array.isArray(first) && typeof second === 'number' ? first : (answer as unknown[]);
};

/** The pool (or a transaction of it) as whatever runs SQL. */
export const sqlOf = (runner: Runner): Sql => ({
  query: async <Row>(sql: string, params: readonly unknown[] = []) =>
    rowsOf(await runner.query(sql, [...params])) as Row[],
});
