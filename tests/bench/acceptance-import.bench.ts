import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { areaCode } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { Files, type Caller } from '@huiji/platform';
import { acceptanceImportSql, makeAcceptanceImportService, type AcceptanceImportService } from '@huiji/procurement';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { v7 } from 'uuid';
import { fileLine, seedShipments } from './acceptance-import.sql';
import { interleaved, secondsOf, type Bench } from './bench-line';

const AREA = '500000';
const PERSON = '0190c6a4-5c1e-7b1a-9f00-000000000001';
const TODAY = '2019-12-31';

const clerk = (): Caller => {
  const scope = { area: areaCode(AREA), actor: { kind: 'person', userId: PERSON } } as const;
  return { userId: PERSON, area: areaCode(AREA), organisationId: PERSON, role: 'agency-clerk', scope };
};

const csvOf = (lines: number): Buffer => {
  const rows = ['shipment_number,line_number,accepted_on,accepted,damaged,missing'];
  for (let n = 0; n < lines; n += 1) rows.push(fileLine(n).join(','));
  return Buffer.from(`${rows.join('\n')}\n`);
};

const telling = { progress: () => Promise.resolve() };

/** The way a file goes: received and kept, read by the job, checked, applied, committed. */
const ours = async (db: TestDatabase, imports: AcceptanceImportService, packed: Buffer): Promise<void> => {
  const caller = clerk();
  const started = await db.database.inTransaction(caller.scope, async (tx) => {
    const draft = {
      organisationId: PERSON,
      name: 'acceptances.csv.gz',
      mediaType: 'application/gzip',
      content: packed,
    };
    const file = await new Files().save(tx, draft);
    return file.ok ? imports.start(tx, caller, file.value) : file;
  });
  if (!started.ok) throw new Error(started.refusal.code);
  const run = await db.database.inTransaction(db.scope(AREA), (tx) => imports.run(tx, started.value, telling));
  if (!run.ok) throw new Error(run.refusal.code);
};

/** COPY of lines that are ready, and the same statement, with the rights of somebody who sees everything. */
const reference = async (client: Client, copyText: Buffer, importId: string): Promise<void> => {
  await client.query('BEGIN');
  await client.query(`SET LOCAL app.area = '${AREA}'`);
  const copy = client.query(copyFrom(acceptanceImportSql.copyStaged));
  const finished = once(copy, 'finish');
  for (let at = 0; at < copyText.length; at += 262_144)
    if (!copy.write(copyText.subarray(at, at + 262_144))) await once(copy, 'drain');
  copy.end();
  await finished;
  await client.query(`ANALYZE ${acceptanceImportSql.staged}`);
  await client.query(`SET LOCAL work_mem = '128MB'`);
  await client.query(acceptanceImportSql.validateAndApply, [AREA, importId, importId, null, TODAY, true]);
  await client.query(`DELETE FROM ${acceptanceImportSql.staged} WHERE area = $1 AND import_id = $2`, [AREA, importId]);
  await client.query('COMMIT');
};

const copyTextOf = (lines: number, importId: string): Buffer => {
  const rows: string[] = [];
  for (let n = 0; n < lines; n += 1) rows.push([AREA, importId, v7(), (n + 2).toString(), ...fileLine(n)].join('\t'));
  return Buffer.from(`${rows.join('\n')}\n`);
};

/** Import of a file of acceptances, from the bytes to the commit, against COPY and the same INSERT … SELECT. */
export const bench: Bench = async ({ small }) => {
  const lines = small ? 5_000 : 1_000_000;
  const db = await testDatabase();
  const client = new Client({ connectionString: db.url('test') });
  try {
    await seedArea(db, AREA, { businessDate: TODAY });
    for (const statement of seedShipments(lines)) await db.ownerQuery(statement);
    await client.connect();
    const imports = makeAcceptanceImportService();
    const packed = gzipSync(csvOf(lines), { level: 6 });
    const importId = v7();
    const copyText = copyTextOf(lines, importId);
    const emptied = async (): Promise<void> => {
      const [row] = await db.ownerQuery<{ n: bigint }>('SELECT count(*) AS n FROM procurement.acceptance_line');
      if (row?.n !== BigInt(lines)) throw new Error(`applied ${String(row?.n)} of ${lines} lines`);
      await db.ownerQuery('TRUNCATE procurement.acceptance_line, procurement.return_line');
      await db.ownerQuery('TRUNCATE staging.procurement_acceptance_line');
    };
    const timed = async (work: () => Promise<void>): Promise<number> => {
      const seconds = await secondsOf(work);
      await emptied();
      return seconds;
    };
    return [
      await interleaved({
        bench: `acceptance-import-${lines}`,
        unit: 's',
        target: 0.8,
        rounds: 5,
        better: 'smaller',
        ours: () => timed(() => ours(db, imports, packed)),
        reference: () => timed(() => reference(client, copyText, importId)),
      }),
    ];
  } finally {
    await client.end();
    await db.close();
  }
};
