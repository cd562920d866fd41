import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB, two passes, one lane: the floor that OWASP names. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let nobody: Promise<string> | undefined;

/**
 * Whether the password is the stored one. Without a stored hash (no such user) the same work is done against a hash
 * that no password fits, so that the time of an answer does not tell which log-in names exist.
 */
export const passwordFits = async (stored: string | undefined, password: string): Promise<boolean> => {
  nobody ??= hashPassword('a password that nobody has, only its work is wanted');
  const fits = await verify(stored ?? (await nobody), password);
  return fits && stored !== undefined;
};
