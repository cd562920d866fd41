import { createHash, randomBytes } from 'node:crypto';
import { parseConfig, randomSecrets, SettingsRefused } from './config';
import { weakness } from './weak-key';

const strong = {
  ...randomSecrets(),
  HUIJI_PROFILE: 'production',
  HUIJI_APP_DATABASE_URL: `postgres://huiji_app:${randomBytes(12).toString('hex')}@127.0.0.1/huiji`,
  HUIJI_BANK_DIRECTORY: 'bank',
  HUIJI_TLS: 'terminated',
};
const key = (bytes: Buffer): string => bytes.toString('base64');
const refusal = (change: Readonly<Record<string, string>>): string => {
  try {
    parseConfig({ ...strong, ...change });
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsRefused);
    return String(error);
  }
  return '';
};

describe('settings too weak for production', () => {
  it('strong ones start', () => {
    expect(parseConfig(strong)).toMatchObject({ profile: 'production', introspection: 'nobody', operations: 'any' });
    expect(parseConfig({ ...strong, HUIJI_INTROSPECTION: 'people' }).introspection).toBe('people');
  });

  it.each([
    ['a key of zeros', { HUIJI_TOKEN_SECRET: key(Buffer.alloc(32)) }, 'HUIJI_TOKEN_SECRET: is a run of numbers'],
    [
      'a key that counts',
      { HUIJI_INDEX_KEY: key(Buffer.from([...Array(32).keys()])) },
      'HUIJI_INDEX_KEY: is a run of numbers',
    ],
    [
      'a typed key',
      { HUIJI_TOKEN_SECRET: key(Buffer.from('0123456789abcdef-huiji-secret-00')) },
      'is text that somebody typed',
    ],
    [
      'a key that repeats',
      { HUIJI_DATA_KEYS: `k1:${key(Buffer.alloc(32, randomBytes(7)))}` },
      'HUIJI_DATA_KEYS (k1): repeats itself',
    ],
    [
      'the hash of a word',
      { HUIJI_TOKEN_SECRET: createHash('sha256').update('secret').digest('base64') },
      'is the hash of a common word',
    ],
    [
      'one key for two purposes',
      { HUIJI_INDEX_KEY: strong.HUIJI_TOKEN_SECRET },
      'HUIJI_INDEX_KEY: is the same key as HUIJI_TOKEN_SECRET',
    ],
    [
      'one key twice in the ring',
      { HUIJI_DATA_KEYS: `${strong.HUIJI_DATA_KEYS},${strong.HUIJI_DATA_KEYS.replace('k1', 'k2')}` },
      'HUIJI_DATA_KEYS (k2): is the same key as HUIJI_DATA_KEYS (k1)',
    ],
    ['no TLS', { HUIJI_TLS: 'none' }, 'set HUIJI_TLS=terminated'],
    [
      'a database without a password',
      { HUIJI_APP_DATABASE_URL: 'postgres://huiji_app@127.0.0.1/huiji' },
      'HUIJI_APP_DATABASE_URL: has no password',
    ],
    [
      'a password everybody tries',
      { HUIJI_QUEUE_DATABASE_URL: 'postgres://q:Postgres@127.0.0.1/huiji' },
      'HUIJI_QUEUE_DATABASE_URL: has no password',
    ],
    [
      'the name as password',
      { HUIJI_APP_DATABASE_URL: 'postgres://some:some@127.0.0.1/huiji' },
      'or one that everybody tries',
    ],
    [
      'a database elsewhere in the clear',
      { HUIJI_REPLICA_DATABASE_URL: `postgres://r:${randomBytes(9).toString('hex')}@10.0.0.7/huiji` },
      'HUIJI_REPLICA_DATABASE_URL: goes to another machine without encryption',
    ],
    [
      'a queue elsewhere in the clear',
      { QUEUE_URL: `redis://q:${randomBytes(9).toString('hex')}@10.0.0.7` },
      'QUEUE_URL: goes to another machine',
    ],
    ['pages without TLS', { HUIJI_ORIGINS: 'http://partner.example' }, 'HUIJI_ORIGINS: lets pages in'],
  ])('%s stops the start, by name, with the way to mend it, without its value', (_, change, words) => {
    const said = refusal(change);
    expect(said).toContain(words);
    expect(said).toMatch(/;.*(make one|set|give|name|add|key)/);
    for (const value of Object.values(change).filter((text) => text.length > 12)) expect(said).not.toContain(value);
  });

  it('all of them are told at once', () => {
    const said = refusal({
      HUIJI_TLS: 'none',
      HUIJI_TOKEN_SECRET: key(Buffer.alloc(32)),
      HUIJI_INDEX_KEY: key(Buffer.alloc(32)),
    });
    expect(said.split('\n').slice(1)).toHaveLength(4);
  });

  it('the demonstration starts with what production refuses', () => {
    const weak = { HUIJI_TLS: 'none', HUIJI_TOKEN_SECRET: key(Buffer.alloc(32)) };
    expect(parseConfig({ ...strong, ...weak, HUIJI_PROFILE: 'demonstration' }).profile).toBe('demonstration');
  });

  it('what goes over TLS to another machine starts, and so do made keys, a thousand of them', () => {
    const url = `postgres://r:${randomBytes(9).toString('hex')}@10.0.0.7/huiji?sslmode=verify-full`;
    expect(
      refusal({ HUIJI_REPLICA_DATABASE_URL: url, QUEUE_URL: `rediss://q:${randomBytes(9).toString('hex')}@10.0.0.7` }),
    ).toBe('');
    expect(Array.from({ length: 1000 }, () => weakness(randomBytes(32))).filter((why) => why !== undefined)).toEqual(
      [],
    );
  });

  it.each(['example.org', 'https://example.org/', 'https://example.org/page', '*', 'ftp://example.org'])(
    'an origin that is none is refused: %s',
    (origin) =>
      expect(refusal({ HUIJI_ORIGINS: `https://good.example, ${origin}` })).toContain('HUIJI_ORIGINS: must be origins'),
  );
});
