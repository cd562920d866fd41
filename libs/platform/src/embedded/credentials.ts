import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const passwords = z.object({ owner: z.string().min(20), app: z.string().min(20), queue: z.string().min(20) });

/** Passwords of the three roles. */
export type Passwords = z.infer<typeof passwords>;

const fresh = (): Passwords => {
  const word = (): string => randomBytes(24).toString('base64url');
  return { owner: word(), app: word(), queue: word() };
};

/** Reads the passwords of a data folder; makes them, readable by the owner of the folder only, the first time. */
export const passwordsIn = (folder: string): Passwords => {
  const file = path.join(folder, 'credentials.json');
  if (existsSync(file)) return passwords.parse(JSON.parse(readFileSync(file, 'utf8')));
  const made = fresh();
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(made), { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
  return made;
};
