import { addMonths, areaCode, firstDay, lastDay, month, type Month } from '@huiji/kernel';
import { chongqingPack, BenefitPackService, SubsidyRunService } from '@huiji/long-term-care';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { costOf, interleavedCosts, type Bench } from './bench-line';
import { serverProcessorSeconds } from './processor';
import { copyTables, plainMonth, seedPeople } from './subsidy-month.sql';

const AREA = '500000';
const CLERK = '0190c6a4-5c1e-7b1a-9f00-000000000001';
const ROUNDS = 5;

const prepare = async (people: number): Promise<TestDatabase> => {
  const db = await testDatabase();
  await seedArea(db, AREA, { businessDate: '2023-12-01' });
  const packs = new BenefitPackService();
  const adopted = await db.database.inTransaction(db.scope(AREA, CLERK), (tx) =>
    packs.adopt(tx, chongqingPack, { name: 'bench', source: 'bench', confirmedBy: null }),
  );
  if (!adopted.ok) throw new Error(adopted.refusal.code);
  for (const statement of seedPeople(AREA, people)) await db.ownerQuery(statement);
  for (const statement of copyTables) await db.ownerQuery(statement);
  await db.ownerQuery('ANALYZE');
  return db;
};

/** Our run and the plain script must have written the same money before they are compared. */
const sameMoney = async (db: TestDatabase): Promise<void> => {
  const [row] = await db.ownerQuery<{ differ: bigint; lines: bigint }>(
    `SELECT count(*) AS lines, count(*) FILTER (WHERE o.amount_fen IS DISTINCT FROM p.amount_fen) AS differ
     FROM long_term_care.subsidy_line o FULL JOIN bench.subsidy_line p USING (area, person_id, month, payee_type, payee_id)`,
  );
  if (row === undefined || row.lines === 0n || row.differ !== 0n)
    throw new Error(`lines differ: ${JSON.stringify(row, String)}`);
};

/** A subsidy month of 100,000 people: our run, with row security and the record of what happened, against a plain SQL script. */
export const bench: Bench = async ({ small }) => {
  const people = small ? 2_000 : 100_000;
  const db = await prepare(people);
  const runs = new SubsidyRunService();
  const [row] = await db.ownerQuery<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const processor = (): number => serverProcessorSeconds(row?.pid ?? 0);
  let nextOurs: Month = month('2021-11');
  let nextPlain: Month = nextOurs;
  try {
    const lines = await interleavedCosts({
      bench: `subsidy-month-${people}`,
      target: 0.9,
      rounds: small ? 1 : ROUNDS,
      ours: () =>
        costOf(processor, async () => {
          const of = nextOurs;
          nextOurs = addMonths(of, 1);
          const made = await db.database.inTransaction(db.scope(AREA, CLERK), (tx) => runs.create(tx, of));
          if (!made.ok) throw new Error(made.refusal.code);
        }),
      reference: () =>
        costOf(processor, async () => {
          const of = nextPlain;
          nextPlain = addMonths(of, 1);
          await db.ownerQuery(plainMonth, [areaCode(AREA), of, firstDay(of), lastDay(of)]);
        }),
    });
    await sameMoney(db);
    return lines;
  } finally {
    await db.close();
  }
};
