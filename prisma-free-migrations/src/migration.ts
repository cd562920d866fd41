import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One SQL statement, or the statements of one of the table declarations below. */
export type Sql = string | readonly string[];

export interface MigrationPlan {
  /** Order of the migration, 1…9999; also the number in its file name. */
  readonly number: number;
  /** Kebab-case name, as in the file name. */
  readonly name: string;
  /** Why the change is made, one or two sentences. Kept beside the SQL, not in it. */
  readonly reason: string;
  readonly up: readonly Sql[];
  /** Takes back exactly what `up` did. */
  readonly down: readonly Sql[];
}

/** A plan made runnable: TypeORM orders migrations by the last 13 characters of the name. */
export interface SqlMigration extends MigrationInterface {
  readonly name: string;
  readonly plan: MigrationPlan;
}

export type MigrationClass = (new () => SqlMigration) & { readonly plan: MigrationPlan };

const run = async (runner: QueryRunner, plan: MigrationPlan, statements: readonly string[]): Promise<void> => {
  for (const [index, statement] of statements.entries()) {
    try {
      await runner.query(statement);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      const start = statement.trim().slice(0, 160);
      throw new Error(
        `migration ${String(plan.number)}-${plan.name}, statement ${String(index + 1)}: ${words}\n${start}`,
        {
          cause: error,
        },
      );
    }
  }
};

/** Makes a TypeORM migration class of two lists of SQL statements. */
export const migration = (plan: MigrationPlan): MigrationClass =>
  class implements SqlMigration {
    static readonly plan = plan;
    readonly plan = plan;
    readonly name = `${plan.name}-${plan.number.toString().padStart(13, '0')}`;
    up(runner: QueryRunner): Promise<void> {
      return run(runner, plan, plan.up.flat());
    }
    down(runner: QueryRunner): Promise<void> {
      return run(runner, plan, plan.down.flat());
    }
  };

/** What the application role may do to rows; nothing ever gives it DDL or TRUNCATE. */
export type Grant = 'none' | 'read' | 'append' | 'append-delete' | 'update' | 'update-delete';

export interface TableDeclaration {
  /** What a row is, in prose, with units where they are not in the column names. */
  readonly comment: string;
  /** Rights of the role huiji_app on rows. */
  readonly grant: Grant;
}

const RIGHTS: Readonly<Record<Grant, string>> = {
  none: '',
  read: 'SELECT',
  append: 'SELECT, INSERT',
  'append-delete': 'SELECT, INSERT, DELETE',
  update: 'SELECT, INSERT, UPDATE',
  'update-delete': 'SELECT, INSERT, UPDATE, DELETE',
};

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const grantTo = (name: string, grant: Grant): readonly string[] =>
  RIGHTS[grant] === '' ? [] : [`GRANT ${RIGHTS[grant]} ON ${name} TO huiji_app`];

const commentOn = (name: string, kind: string, comment: string): string =>
  `COMMENT ON TABLE ${name} IS ${literal(`${kind}: ${comment}`)}`;

/**
 * Declares a table made before as a table of one area: row level security is on and forced, the area of a row must
 * be the area of the transaction (an unset area is an error, not an empty answer: '' is no integer). The cast is to
 * integer and not to the domain area_code, whose check PostgreSQL would run per row and only without parallel workers.
 */
export const tenantTable = (name: string, declaration: TableDeclaration): readonly string[] => [
  `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY area ON ${name}
     USING (area = current_setting('app.area')::integer::text)
     WITH CHECK (area = current_setting('app.area')::integer::text)`,
  ...grantTo(name, declaration.grant),
  commentOn(name, 'tenant', declaration.comment),
];

/** Declares a table that all areas share: no area column, no row level security. */
export const globalTable = (name: string, declaration: TableDeclaration): readonly string[] => [
  ...grantTo(name, declaration.grant),
  commentOn(name, 'global', declaration.comment),
];

/**
 * Declares an unlogged table of the schema staging: filled by COPY (which refuses row level security), keyed by area
 * and import, emptied by the job that filled it.
 */
export const stagingTable = (name: string, declaration: { readonly comment: string }): readonly string[] => [
  ...grantTo(name, 'update-delete'),
  commentOn(name, 'staging', declaration.comment),
];

/** Declares a table of the machinery (job runs, leases): no business fact lives in it. */
export const infrastructureTable = (name: string, declaration: TableDeclaration): readonly string[] => [
  ...grantTo(name, declaration.grant),
  commentOn(name, 'infrastructure', declaration.comment),
];
