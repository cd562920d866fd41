import { addMonths, month, type Month } from '@huiji/kernel';
import { SubsidyToPayableFlow } from '@huiji/flows';
import { BenefitPackService, chongqingPack, SubsidyRunService } from '@huiji/long-term-care';
import { Client } from 'pg';
import { benchApi, type BenchApi } from './bench-api';
import { costOf, interleavedCosts, type Bench } from './bench-line';
import { bookTables, copiesOf, vacuumBooks } from './plain-books.sql';
import { handOverTables, plainHandOver, written } from './subsidy-handover.sql';
import { seedPeople } from './subsidy-month.sql';

const AREA = '500000';

const prepare = async (people: number): Promise<BenchApi> => {
  const api = await benchApi(AREA, '2023-12-01');
  const origin = { name: 'bench', source: 'bench', confirmedBy: null };
  await api.done((tx) => api.service(BenefitPackService).adopt(tx, chongqingPack, origin));
  for (const statement of seedPeople(AREA, people)) await api.db.ownerQuery(statement);
  await api.db.ownerQuery('ANALYZE');
  return api;
};

/** Both must have written the same number of rows of each kind; the months of both have the same people. */
const sameRows = async (api: BenchApi): Promise<void> => {
  const [row] = await api.db.ownerQuery<Record<string, bigint>>(written);
  const rows = Object.entries(row ?? {});
  if (new Set(rows.map(([, count]) => count)).size !== 1) throw new Error(`the rows differ: ${rows.join(' ')}`);
};

/** A computed run is handed over: payables, actions and the ledger, against a plain script that writes the same rows. */
export const bench: Bench = async ({ small }) => {
  const people = small ? 1_000 : 100_000;
  const api = await prepare(people);
  const client = new Client({ connectionString: api.db.url('test') });
  const all = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await api.db.ownerQuery(statement);
  };
  // One run is handed over twice, by the product and by the script, which writes to tables of its own.
  const runs: Record<'ours' | 'plain', string[]> = { ours: [], plain: [] };
  let next: Month = month('2021-11');
  const computed = async (side: keyof typeof runs): Promise<string> => {
    if (runs[side].length === 0) {
      const of = next;
      next = addMonths(of, 1);
      const runId = await api.done((tx) => api.service(SubsidyRunService).create(tx, of));
      runs.ours.push(runId);
      runs.plain.push(runId);
    }
    await all([...vacuumBooks, 'ANALYZE long_term_care.subsidy_line']);
    return runs[side].shift() ?? '';
  };
  try {
    await client.connect();
    await all(copiesOf([...bookTables, ...handOverTables]));
    const lines = await interleavedCosts({
      bench: `subsidy-handover-${people}`,
      target: 0.9,
      rounds: small ? 1 : 5,
      ours: async () => {
        const runId = await computed('ours');
        return costOf(api.processor, () => api.done((tx) => api.service(SubsidyToPayableFlow).handOver(tx, runId)));
      },
      reference: async () => {
        const runId = await computed('plain');
        return costOf(api.processor, async () => {
          await client.query('BEGIN');
          for (const statement of plainHandOver(AREA, runId)) await client.query(statement);
          await client.query('COMMIT');
        });
      },
    });
    await sameRows(api);
    return lines;
  } finally {
    await client.end();
    await api.close();
  }
};
