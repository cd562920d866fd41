import { Client } from 'pg';
import { databaseGrants, ROLES, roleStatements, schemaStatements } from './bootstrap';
import type { Passwords } from './credentials';

/** PostgreSQL 17 is the oldest server the product runs on. */
const OLDEST = 170_000;

/** The server that was named cannot be used; the message says why and what to do. */
export class ServerRefused extends Error {
  override readonly name = 'ServerRefused';
}

export interface ExternalServer {
  url(role: keyof typeof ROLES): string;
}

const without = (url: string): string => {
  const shown = new URL(url);
  shown.password = '';
  shown.username = '';
  return shown.href;
};

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new ServerRefused(`The server of DATABASE_URL (${without(url)}) does not let us in: ${words}`, {
      cause: error,
    });
  }
};

/** Why a server of that version cannot be used, or undefined when it can. Number as PostgreSQL gives it: 170004. */
export const versionRefusal = (number: string, version: string): string | undefined =>
  Number(number) >= OLDEST
    ? undefined
    : `The server of DATABASE_URL is PostgreSQL ${version}; 17 or newer is needed. ` +
      'Upgrade it, or unset DATABASE_URL to use the server that comes with the product.';

const refuseOld = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ number: string; version: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
  );
  const refusal = versionRefusal(rows[0]?.number ?? '', rows[0]?.version ?? 'of an unknown version');
  if (refusal !== undefined) throw new ServerRefused(refusal);
};

const existingRoles = async (client: Client): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)', [
    Object.values(ROLES),
  ]);
  return new Set(rows.map((row) => row.rolname));
};

/** A role that may pass row level security would show every area to everybody. */
const refuseStrongRoles = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY ($1) AND (rolsuper OR rolbypassrls OR rolcreaterole)',
    [Object.values(ROLES)],
  );
  if (rows.length === 0) return;
  const names = rows.map((row) => row.rolname).join(', ');
  throw new ServerRefused(
    `On the server of DATABASE_URL ${names} may pass row level security or make roles. ` +
      'Take these rights away (ALTER ROLE … NOSUPERUSER NOBYPASSRLS NOCREATEROLE) and start again.',
  );
};

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const prepare = async (client: Client, passwords: Passwords): Promise<void> => {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const database = quoted(rows[0]?.name ?? '');
  const statements = [
    ...roleStatements(passwords, await existingRoles(client)),
    `GRANT ${ROLES.owner}, ${ROLES.queue} TO CURRENT_USER`,
    `ALTER DATABASE ${database} OWNER TO ${ROLES.owner}`,
    ...databaseGrants(database),
    ...schemaStatements(),
  ];
  for (const statement of statements) await client.query(statement);
  await refuseStrongRoles(client);
};

/**
 * Makes the three roles and their rights on a server of somebody else, as often as asked.
 * @param url a role that owns the database and may make roles and databases
 * @param passwords passwords the three roles get
 */
export const prepareExternal = async (url: string, passwords: Passwords): Promise<ExternalServer> => {
  const client = await connect(url);
  try {
    await refuseOld(client);
    await prepare(client, passwords);
  } catch (error) {
    if (error instanceof ServerRefused) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new ServerRefused(
      `The role of DATABASE_URL cannot prepare the database: ${words}. It must own the database and be allowed to make roles and databases (CREATEROLE CREATEDB).`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
  return {
    url: (role) => {
      const own = new URL(url);
      own.username = ROLES[role];
      own.password = passwords[role];
      return own.href;
    },
  };
};
