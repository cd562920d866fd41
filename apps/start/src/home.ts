import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { randomSecrets } from '@huiji/platform';

/** The folder where a running demonstration keeps everything of its own; git-ignored. */
export interface Home {
  readonly folder: string;
  readonly database: string;
  readonly bank: string;
  readonly logs: string;
}

/** The root of the repository, from sources and from compiled files alike. */
export const repository = path.resolve(__dirname, '..', '..', '..');

export const homeOf = (folder: string): Home => ({
  folder,
  database: path.join(folder, 'postgres'),
  bank: path.join(folder, 'bank'),
  logs: path.join(folder, 'logs'),
});

/** HUIJI_HOME, else .huiji in the repository. */
export const homeFor = (environment: Readonly<Record<string, string | undefined>>): Home =>
  homeOf(path.resolve(environment['HUIJI_HOME'] ?? path.join(repository, '.huiji')));

export const makeHome = (home: Home): void => {
  for (const folder of [home.folder, home.bank, home.logs]) mkdirSync(folder, { recursive: true, mode: 0o700 });
};

const secretsSchema = z.object({
  HUIJI_TOKEN_SECRET: z.string(),
  HUIJI_DATA_KEYS: z.string(),
  HUIJI_INDEX_KEY: z.string(),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** Keys of this installation; made the first time, readable by its owner only. */
export const secretsIn = (home: Home): Secrets => {
  const file = path.join(home.folder, 'secrets.json');
  if (existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = randomSecrets();
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(made), { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
  return made;
};
