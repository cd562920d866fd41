import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ciphers, type CipherName } from '../crypto/sealed-bytes';
import { weakSettings, weakWords } from './production';

/** A key of 32 bytes, base64. */
const keyText = z.string().refine((text) => Buffer.from(text, 'base64').length === 32, 'must be 32 bytes in base64');

/** `id:base64,id:base64`: the first key encrypts, all decrypt. */
const keyRing = z.string().transform((text, context) => {
  const entries = text.split(',').map((part) => part.split(':'));
  const keys = new Map<string, Buffer>();
  for (const [id, key] of entries) {
    if (!id || !/^(?!person$)[a-z0-9]{1,16}$/.test(id) || !keyText.safeParse(key).success) {
      context.addIssue({ code: 'custom', message: 'must be id:key pairs, each key 32 bytes in base64' });
      return z.NEVER;
    }
    keys.set(id, Buffer.from(key ?? '', 'base64'));
  }
  return keys;
});

/** `a, b`: a list; nothing: an empty one. */
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

const schema = z.object({
  HUIJI_PROFILE: z.enum(['demonstration', 'production', 'test']).default('demonstration'),
  /** Connection of the application role (row level security applies). */
  HUIJI_APP_DATABASE_URL: z.url(),
  /** Connection of the queue role, owner of the schema of the queue. */
  HUIJI_QUEUE_DATABASE_URL: z.url().optional(),
  /** redis:// or rediss:// puts the queue on Redis or Valkey; absent: PostgreSQL. */
  QUEUE_URL: z.url().optional(),
  /** A read replica for reads that may be stale. */
  HUIJI_REPLICA_DATABASE_URL: z.url().optional(),
  HUIJI_DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  /** How reads remember their area: one node keeps it on the connection, distributed sets it per transaction. */
  HUIJI_READ_SCOPE: z.enum(['connection', 'transaction']).default('connection'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Signs access tokens; 32 bytes in base64. */
  HUIJI_TOKEN_SECRET: keyText,
  /** Encrypts personal numbers, field by field. */
  HUIJI_DATA_KEYS: keyRing,
  /** How fields are encrypted from now on; what is stored under the other one stays readable. */
  HUIJI_CIPHER: z.enum(ciphers).default('aes-256-gcm'),
  /** Keys the blind index by which an encrypted number is found; 32 bytes in base64. */
  HUIJI_INDEX_KEY: keyText,
  /** Directory shared with the bank channel; holds to-bank/ and from-bank/. */
  HUIJI_BANK_DIRECTORY: z.string().min(1),
  /** Minutes without the bank's answer after which a payment counts as unknown. */
  HUIJI_BANK_SILENCE_MINUTES: z.coerce.number().min(0).default(30),
  HUIJI_CONSOLE_DIRECTORY: z.string().optional(),
  /** Seconds after which the database ends a transaction; what happened is sealed no earlier. */
  HUIJI_LONGEST_TRANSACTION_SECONDS: z.coerce.number().int().min(1).max(86_400).default(900),
  /** Which operations the API runs: any, or those of the console's build and of HUIJI_OPERATIONS_FILES only. */
  HUIJI_OPERATIONS: z.enum(['any', 'known']).default('any'),
  /** Further lists of known operations (JSON, as the console's build writes one), by path: of other systems. */
  HUIJI_OPERATIONS_FILES: list,
  /** Who may read the schema from the API. Default: nobody in production, everybody elsewhere. */
  HUIJI_INTROSPECTION: z.enum(['everybody', 'people', 'nobody']).optional(),
  /** Origins of other pages that may call the API (CORS); none by default. */
  HUIJI_ORIGINS: list.refine((origins) => origins.every(isOrigin), 'must be origins such as https://example.org'),
  /** Where TLS ends: before this process, or nowhere. */
  HUIJI_TLS: z.enum(['none', 'terminated']).default('none'),
  /** Addresses or networks of proxies whose X-Forwarded-For is believed; none by default. */
  HUIJI_TRUSTED_PROXIES: list,
  /** smtp:// or smtps://, user and password in it where the server wants them; absent: no mail leaves. */
  SMTP_URL: z
    .url()
    .refine((text) => /^smtps?:/.test(text), 'must begin with smtp:// or smtps://')
    .optional(),
  /** Sender of every mail. */
  HUIJI_MAIL_FROM: z.string().min(3).max(254).default('huiji@localhost'),
  /** Directory into which short messages are written for a carrier's gateway; absent: none leave. */
  HUIJI_SMS_DIRECTORY: z.string().min(1).optional(),
  /** Host names at which webhooks may reach addresses inside; none by default. */
  HUIJI_WEBHOOK_PRIVATE_HOSTS: list,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

export interface Config {
  readonly profile: 'demonstration' | 'production' | 'test';
  readonly appDatabaseUrl: string;
  readonly queueDatabaseUrl: string | undefined;
  readonly queueUrl: string | undefined;
  readonly replicaDatabaseUrl: string | undefined;
  readonly databasePool: number;
  readonly readScope: 'connection' | 'transaction';
  readonly host: string;
  readonly port: number;
  readonly tokenSecret: Buffer;
  readonly dataKeys: ReadonlyMap<string, Buffer>;
  readonly cipher: CipherName;
  readonly indexKey: Buffer;
  readonly bankDirectory: string;
  readonly bankSilenceMinutes: number;
  readonly consoleDirectory: string | undefined;
  readonly longestTransactionSeconds: number;
  readonly operations: 'any' | 'known';
  readonly operationsFiles: readonly string[];
  readonly introspection: 'everybody' | 'people' | 'nobody';
  readonly origins: readonly string[];
  readonly tls: 'none' | 'terminated';
  readonly trustedProxies: readonly string[];
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly smsDirectory: string | undefined;
  readonly webhookPrivateHosts: readonly string[];
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

export const CONFIG = Symbol('Config');

/** Settings with which nothing starts; its message names each, and how to mend it, for a person. */
export class SettingsRefused extends Error {}

/**
 * The environment, parsed once. Throws with every setting that is wrong, or too weak for production, by name and
 * without its value.
 */
export const parseConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new SettingsRefused(`settings that need mending:\n${faults.join('\n')}`);
  }
  const config = configOf(parsed.data);
  const weak = weakSettings(config).map(weakWords);
  if (weak.length > 0) throw new SettingsRefused(`settings too weak for production:\n${weak.join('\n')}`);
  return config;
};

const configOf = (e: z.infer<typeof schema>): Config => ({
  profile: e.HUIJI_PROFILE,
  appDatabaseUrl: e.HUIJI_APP_DATABASE_URL,
  queueDatabaseUrl: e.HUIJI_QUEUE_DATABASE_URL,
  queueUrl: e.QUEUE_URL,
  replicaDatabaseUrl: e.HUIJI_REPLICA_DATABASE_URL,
  databasePool: e.HUIJI_DATABASE_POOL,
  readScope: e.HUIJI_READ_SCOPE,
  host: e.HOST,
  port: e.PORT,
  tokenSecret: Buffer.from(e.HUIJI_TOKEN_SECRET, 'base64'),
  dataKeys: e.HUIJI_DATA_KEYS,
  cipher: e.HUIJI_CIPHER,
  indexKey: Buffer.from(e.HUIJI_INDEX_KEY, 'base64'),
  bankDirectory: e.HUIJI_BANK_DIRECTORY,
  bankSilenceMinutes: e.HUIJI_BANK_SILENCE_MINUTES,
  consoleDirectory: e.HUIJI_CONSOLE_DIRECTORY,
  operations: e.HUIJI_OPERATIONS,
  operationsFiles: e.HUIJI_OPERATIONS_FILES,
  introspection: e.HUIJI_INTROSPECTION ?? (e.HUIJI_PROFILE === 'production' ? 'nobody' : 'everybody'),
  origins: e.HUIJI_ORIGINS,
  tls: e.HUIJI_TLS,
  trustedProxies: e.HUIJI_TRUSTED_PROXIES,
  longestTransactionSeconds: e.HUIJI_LONGEST_TRANSACTION_SECONDS,
  smtpUrl: e.SMTP_URL,
  mailFrom: e.HUIJI_MAIL_FROM,
  smsDirectory: e.HUIJI_SMS_DIRECTORY,
  webhookPrivateHosts: e.HUIJI_WEBHOOK_PRIVATE_HOSTS,
  logLevel: e.LOG_LEVEL,
});

/** The one place that reads the process environment. */
export const loadConfig = (): Config => parseConfig(process.env);

/** Fresh random settings that are secrets, in the form the environment carries them. */
export const randomSecrets = (): Record<'HUIJI_TOKEN_SECRET' | 'HUIJI_DATA_KEYS' | 'HUIJI_INDEX_KEY', string> => ({
  HUIJI_TOKEN_SECRET: randomBytes(32).toString('base64'),
  HUIJI_DATA_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  HUIJI_INDEX_KEY: randomBytes(32).toString('base64'),
});
