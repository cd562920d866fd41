import type { INestApplicationContext } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import { Database, DEMONSTRATION_PASSWORD, SettingsRefused } from '@huiji/platform';

interface Person {
  readonly login_name: string;
  readonly password_hash: string | null;
}

/** Log-in names as the demonstration makes them: sn-clerk, cq-auditor. */
const DEMONSTRATION_NAMES = '^(sn|cq)-';

const hasPrintedPassword = async ({ password_hash }: Person): Promise<boolean> =>
  password_hash !== null && (await verify(password_hash, DEMONSTRATION_PASSWORD).catch(() => false));

/**
 * Stops a production start on a database into which the demonstration was loaded, or in which people still have its
 * printed password. Throws SettingsRefused with what to do. An area that is marked for training is no obstacle.
 */
export const refuseDemonstration = async (app: INestApplicationContext): Promise<void> => {
  const { global } = app.get(Database);
  const [mark] = await global.query<{ words: string | null }[]>(
    `SELECT shobj_description(oid, 'pg_database') AS words FROM pg_database WHERE datname = current_database()`,
  );
  if (mark?.words?.startsWith('demonstration') === true)
    throw new SettingsRefused('the demonstration was loaded into this database: start production on one of its own');
  const people = await global.query<Person[]>(
    'SELECT login_name, password_hash FROM identity.person_user WHERE login_name ~ $1 ORDER BY login_name',
    [DEMONSTRATION_NAMES],
  );
  for (const person of people)
    if (await hasPrintedPassword(person))
      throw new SettingsRefused(
        `${person.login_name} still has the printed password of the demonstration: reset it, or end the log-in`,
      );
};
