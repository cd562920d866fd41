import type { Passwords } from './credentials';

/** Names that the whole product agrees on. */
export const DATABASE_NAME = 'huiji';
export const ROLES = { owner: 'huiji_owner', app: 'huiji_app', queue: 'huiji_queue' } as const;

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

type RoleKey = keyof typeof ROLES;
const roleKeys = ['owner', 'app', 'queue'] as const satisfies readonly RoleKey[];

/**
 * The three roles of a cluster: the owner migrates and nothing else; the application has row level security, no DDL;
 * the queue owns its own schema. A role that exists gets the password only: its attributes are looked at, not changed.
 */
export const roleStatements = (passwords: Passwords, existing: ReadonlySet<string> = new Set()): readonly string[] =>
  roleKeys.map((key) =>
    existing.has(ROLES[key])
      ? `ALTER ROLE ${ROLES[key]} LOGIN PASSWORD ${literal(passwords[key])}`
      : `CREATE ROLE ${ROLES[key]} LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS PASSWORD ${literal(passwords[key])}`,
  );

/** On a server of our own the owner also makes databases: copies for tests. */
export const ownServerStatements = (): readonly string[] => [`ALTER ROLE ${ROLES.owner} CREATEDB`];

/** Who may do what with a database as a whole; not copied when a database is made from a template. */
export const databaseGrants = (name: string): readonly string[] => [
  `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
  `GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${ROLES.app}`,
  // BullMQ adds jobs through a temporary table, and asks for its own schema with CREATE SCHEMA IF NOT EXISTS.
  `GRANT CONNECT, TEMPORARY, CREATE ON DATABASE ${name} TO ${ROLES.queue}`,
];

/** Makes the database; runs outside a transaction. */
export const databaseStatements = (name: string): readonly string[] => [
  `CREATE DATABASE ${name} OWNER ${ROLES.owner} TEMPLATE template0`,
  ...databaseGrants(name),
];

/** What a fresh database needs before the first migration; run inside it. */
export const schemaStatements = (): readonly string[] => [
  'REVOKE ALL ON SCHEMA public FROM PUBLIC',
  `CREATE SCHEMA IF NOT EXISTS bullmq AUTHORIZATION ${ROLES.queue}`,
];

/** Client authentication of an embedded server: this machine only, by password, never the cluster's superuser. */
export const clientAuthentication = (extraRoles: readonly string[] = []): string => {
  const roles = [...Object.values(ROLES), ...extraRoles].join(',');
  return [
    '# Written at initdb. Nothing connects as the superuser of the cluster.',
    `local all ${roles} scram-sha-256`,
    `host all ${roles} 127.0.0.1/32 scram-sha-256`,
    'local all all reject',
    'host all all 0.0.0.0/0 reject',
    'host all all ::/0 reject',
    '',
  ].join('\n');
};
