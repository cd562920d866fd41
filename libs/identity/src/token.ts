import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits that is handed out once, in letters that need no escaping. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** How a secret of that many bits is kept. Passwords are not: they go through argon2id. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
