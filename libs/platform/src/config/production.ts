import type { Config } from './config';
import { weakness } from './weak-key';

/** A setting that must not go into production, what is wrong with it and how to mend it. Never its value. */
export interface WeakSetting {
  readonly setting: string;
  readonly wrong: string;
  readonly mend: string;
}

const MAKE_A_KEY = 'make one with: openssl rand -base64 32';

interface NamedKey {
  readonly setting: string;
  readonly key: Buffer;
}

const keysOf = (config: Config): readonly NamedKey[] => [
  { setting: 'HUIJI_TOKEN_SECRET', key: config.tokenSecret },
  { setting: 'HUIJI_INDEX_KEY', key: config.indexKey },
  ...[...config.dataKeys].map(([id, key]) => ({ setting: `HUIJI_DATA_KEYS (${id})`, key })),
];

const weakKeys = (keys: readonly NamedKey[]): readonly WeakSetting[] =>
  keys.flatMap(({ setting, key }, place) => {
    const why = weakness(key);
    const twin = keys.slice(0, place).find((other) => other.key.equals(key));
    return [
      ...(why === undefined ? [] : [{ setting, wrong: `${why}: anybody may guess it`, mend: MAKE_A_KEY }]),
      ...(twin
        ? [{ setting, wrong: `is the same key as ${twin.setting}`, mend: `one key for one purpose; ${MAKE_A_KEY}` }]
        : []),
    ];
  });

const COMMON_PASSWORDS: ReadonlySet<string> = new Set([
  '', 'postgres', 'huiji', 'huiji_app', 'huiji_queue', 'huiji_owner', 'password', 'secret', 'changeme', 'admin', 'redis',
]); // prettier-ignore

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\]|)$/;

const isLocal = (url: URL): boolean => LOOPBACK.test(url.hostname);

/** What is wrong with the way to a server: a password that everybody tries, or no encryption on the way. */
const weakWay = (
  setting: string,
  text: string | undefined,
  encrypted: (url: URL) => boolean,
): readonly WeakSetting[] => {
  if (text === undefined) return [];
  const url = new URL(text);
  const password = decodeURIComponent(url.password);
  const guessed = COMMON_PASSWORDS.has(password.toLowerCase()) || password === decodeURIComponent(url.username);
  // A server on a socket of this machine may know its clients without a password.
  const trusted = password === '' && url.hostname === '';
  return [
    ...(guessed && !trusted
      ? [{ setting, wrong: 'has no password, or one that everybody tries', mend: 'give the role a random password' }]
      : []),
    ...(isLocal(url) || encrypted(url)
      ? []
      : [
          {
            setting,
            wrong: 'goes to another machine without encryption',
            mend: 'add sslmode=verify-full, or use rediss://',
          },
        ]),
  ];
};

const bySslMode = (url: URL): boolean =>
  ['require', 'verify-ca', 'verify-full'].includes(url.searchParams.get('sslmode') ?? '');
const byScheme = (url: URL): boolean => url.protocol === 'rediss:' || bySslMode(url);

const weakOrigins = ({ origins }: Config): readonly WeakSetting[] =>
  origins
    .filter((origin) => !origin.startsWith('https://'))
    .map(() => ({
      setting: 'HUIJI_ORIGINS',
      wrong: 'lets pages in that did not come over TLS',
      mend: 'name each origin as https://host',
    }));

const weakDoor = ({ tls }: Config): readonly WeakSetting[] =>
  tls === 'terminated'
    ? []
    : [
        {
          setting: 'HUIJI_TLS',
          wrong: 'does not say that TLS ends before this process: passwords would travel in the clear',
          mend: 'put a TLS-terminating proxy in front and set HUIJI_TLS=terminated',
        },
      ];

/** Everything that must not go into production; empty for the demonstration and for tests. */
export const weakSettings = (config: Config): readonly WeakSetting[] =>
  config.profile !== 'production'
    ? []
    : [
        ...weakKeys(keysOf(config)),
        ...weakWay('HUIJI_APP_DATABASE_URL', config.appDatabaseUrl, bySslMode),
        ...weakWay('HUIJI_QUEUE_DATABASE_URL', config.queueDatabaseUrl, bySslMode),
        ...weakWay('HUIJI_REPLICA_DATABASE_URL', config.replicaDatabaseUrl, bySslMode),
        ...weakWay('QUEUE_URL', config.queueUrl, byScheme),
        ...weakOrigins(config),
        ...weakDoor(config),
      ];

/** One line for a person who has to mend it. */
export const weakWords = ({ setting, wrong, mend }: WeakSetting): string => `  ${setting}: ${wrong}; ${mend}`;
