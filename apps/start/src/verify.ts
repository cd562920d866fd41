import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { domainInvariants } from '@huiji/api/domains';
import { readKeptHeads, type SealHead } from '@huiji/audit';
import { createDataSource, Database, machineClock, randomIds } from '@huiji/platform';
import { findEmbedded, passwordsIn, ROLES, startEmbedded } from '@huiji/platform/embedded';
import { areasOf, checkInvariant, findingLines } from './check-invariants';
import { homeFor, type Home } from './home';
import { verifySeals } from './verify-seals';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Connection {
  readonly url: string;
  close(): Promise<void>;
}

/** The running database, or the stopped one started for as long as it is looked at. */
const connectionFor = async (home: Home): Promise<Connection> => {
  const ownUrl = process.env['HUIJI_APP_DATABASE_URL'];
  if (ownUrl !== undefined) return { url: ownUrl, close: () => Promise.resolve() };
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') {
    const url = new URL(given);
    url.username = ROLES.app;
    url.password = passwordsIn(home.folder).app;
    return { url: url.href, close: () => Promise.resolve() };
  }
  const living = await findEmbedded(home.database);
  if (living !== undefined) return { url: living.url('app'), close: () => Promise.resolve() };
  const started = await startEmbedded({ folder: home.database });
  return { url: started.url('app'), close: () => started.stop() };
};

/** Checks every promise about stored data in every area; answers how many are broken. */
const verify = async (database: Database): Promise<number> => {
  let broken = 0;
  let kept = 0;
  for (const area of await areasOf(database)) {
    for (const invariant of domainInvariants) {
      const finding = await checkInvariant(database, area, invariant);
      if (finding.broken.length > 0) broken += 1;
      else kept += 1;
      for (const line of findingLines(finding)) say(line);
    }
  }
  say(`${String(kept)} kept, ${String(broken)} broken`);
  return broken;
};

/** Heads kept in a file. Throws with the number of the first line that is none. */
const keptIn = (file: string | undefined): readonly SealHead[] => {
  if (file === undefined) return [];
  const heads = readKeptHeads(readFileSync(file, 'utf8'));
  if (heads.ok) return heads.value;
  const [issue] = heads.refusal.issues;
  throw new Error(`${file} holds no heads of seals: ${issue?.code ?? ''} ${JSON.stringify(issue?.facts ?? {})}`);
};

/** `verify [--seals] [--heads FILE]`: every promise and the seals of the trail; with `--seals` only these. */
const main = async (): Promise<void> => {
  const { values: words } = parseArgs({ options: { seals: { type: 'boolean' }, heads: { type: 'string' } } });
  const kept = keptIn(words.heads);
  const connection = await connectionFor(homeFor(process.env));
  const dataSource = await createDataSource({
    url: connection.url,
    pool: 2,
    entities: [],
    applicationName: 'huiji-verify',
  }).initialize();
  try {
    const database = new Database(dataSource, randomIds, machineClock);
    const promises = words.seals === true ? 0 : await verify(database);
    const seals = await verifySeals(database, await areasOf(database), kept, say);
    process.exitCode = promises + seals === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
    await connection.close();
  }
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(2);
});
