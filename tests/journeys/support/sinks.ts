import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { Client } from 'pg';
import type { JourneyApi } from './journey-api';
import type { BankFolder } from './backstage';
import { tracesIn } from './number-traces';

const TABLES = `
SELECT n.nspname || '.' || quote_ident(c.relname) AS name,
       ARRAY(SELECT quote_ident(a.attname) FROM pg_attribute a
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype) AS bytes
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
  AND has_table_privilege(c.oid, 'SELECT')`;

/** Bytes as they may be read: one byte a sign, and UTF-8. */
const readings = (bytes: Buffer): string => `${bytes.toString('latin1')}\n${bytes.toString('utf8')}`;

/** Every row of every table that a role can read, as text; what is stored as bytes is read as text too. */
const dumped = async (url: string): Promise<ReadonlyMap<string, string>> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const texts = new Map<string, string>();
    const { rows } = await client.query<{ name: string; bytes: string[] }>(TABLES);
    for (const { name, bytes } of rows) {
      const found = await client.query<Record<string, Buffer | string | null>>(
        `SELECT t::text AS row${bytes.map((column) => `, t.${column}`).join('')} FROM ${name} t`,
      );
      const text = found.rows.flatMap((row) =>
        Object.values(row).map((value) => (Buffer.isBuffer(value) ? readings(value) : (value ?? ''))),
      );
      texts.set(`table ${name}`, text.join('\n'));
    }
    return texts;
  } finally {
    await client.end();
  }
};

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).map(String) : [];

/** Where a personal number could come to light after people worked: what was logged, stored, named and answered. */
export class Sinks {
  /** Every answer of the API since this was made. */
  readonly answers: string[] = [];

  constructor(
    private readonly journey: JourneyApi,
    private readonly folder: BankFolder,
  ) {
    const server = journey.app.getHttpAdapter().getInstance();
    const inject = server.inject.bind(server) as (options: InjectOptions) => Promise<LightMyRequestResponse>;
    const heard = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
      const response = await inject(options);
      this.answers.push(`${JSON.stringify(response.headers)}\n${response.body}`);
      return response;
    };
    Object.assign(server, { inject: heard });
  }

  /** Each sink by its name, as text. Letters to the bank are named here and not opened: they must hold the number. */
  async texts(): Promise<ReadonlyMap<string, string>> {
    const { db, log } = this.journey;
    const logs = readdirSync(this.folder.path).filter((name) => name.endsWith('.log'));
    return new Map([
      ['log of the API', log.join('')],
      ...logs.map((name) => [`log ${name}`, readFileSync(join(this.folder.path, name), 'utf8')] as const),
      ['file names', namesIn(this.folder.path).join('\n')],
      ['answers', this.answers.join('\n')],
      ...(await dumped(db.url('test'))),
      ...[...(await dumped(db.url('queue')))].map(([name, text]) => [`queue ${name}`, text] as const),
    ]);
  }

  /** Names of the sinks in which a number is found, in any form. */
  async holding(number: string): Promise<readonly string[]> {
    return [...(await this.texts())].filter(([, text]) => tracesIn(text, number).length > 0).map(([name]) => name);
  }
}
