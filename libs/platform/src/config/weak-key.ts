import { createHash } from 'node:crypto';

/** Words whose bytes, or whose sha256, somebody might take for a key. */
const WORDS = [
  'huiji', 'huiji-demo', 'secret', 'password', 'changeme', 'change-me', 'test', 'demo', 'demonstration', 'admin',
  'token', 'key', 'production', 'default', '123456', '12345678', '',
]; // prettier-ignore

const known: ReadonlySet<string> = new Set(WORDS.map((word) => createHash('sha256').update(word).digest('hex')));

/** A random key of 32 bytes has 30 different ones; fewer than 20 happen once in 10¹² keys. */
const FEWEST_BYTES = 20;

const isPrintable = (key: Buffer): boolean => key.every((byte) => byte >= 0x20 && byte < 0x7f);

const isProgression = (key: Buffer): boolean => {
  const step = ((key[1] ?? 0) - (key[0] ?? 0) + 256) % 256;
  return key.every((byte, place) => place === 0 || (byte - (key[place - 1] ?? 0) + 256) % 256 === step);
};

/** Why a key of 32 bytes is not a random one; undefined when nothing speaks against it. */
export const weakness = (key: Buffer): string | undefined => {
  if (known.has(key.toString('hex'))) return 'is the hash of a common word';
  if (isPrintable(key)) return 'is text that somebody typed';
  if (isProgression(key)) return 'is a run of numbers';
  if (new Set(key).size < FEWEST_BYTES) return 'repeats itself';
  return undefined;
};
