import { inspect, isDeepStrictEqual } from 'node:util';
import { LedgerService } from '@huiji/ledger';
import { Client } from 'pg';
import { benchApi, type BenchApi } from './bench-api';
import { costOf, interleavedCosts, type Bench, type BenchLine } from './bench-line';
import { fillStage, ourSelect, stage } from './ledger-set.sql';
import { booksOf, bookTables, copiesOf, plainBooks, vacuumBooks } from './plain-books.sql';

const AREA = '510900';

/** Both sides must have come to the same books, or the figures mean nothing. */
const sameBooks = async (api: BenchApi): Promise<void> => {
  const [ours] = await api.db.ownerQuery(booksOf('ledger'));
  const [plain] = await api.db.ownerQuery(booksOf('bench'));
  if (!isDeepStrictEqual(ours, plain)) throw new Error(`the books differ: ${inspect(ours)} ${inspect(plain)}`);
};

/** Sets of postings to persons: `newcomers` have no account yet, otherwise every round is for the same persons. */
const duel = async (count: number, rounds: number, newcomers: boolean): Promise<readonly BenchLine[]> => {
  const api = await benchApi(AREA, '2020-07-01');
  const client = new Client({ connectionString: api.db.url('test') });
  const all = async (statements: readonly string[]): Promise<void> => {
    for (const statement of statements) await api.db.ownerQuery(statement);
  };
  const round = { ours: 0, plain: 0 };
  try {
    await client.connect();
    await all([...stage, ...copiesOf(bookTables)]);
    const lines = await interleavedCosts({
      bench: `ledger-set-${count}${newcomers ? '-new-accounts' : ''}`,
      target: 0.9,
      rounds,
      ours: async () => {
        await all([...fillStage(count, (round.ours += 1), newcomers), ...vacuumBooks]);
        return costOf(api.processor, () =>
          api.done((tx) => api.service(LedgerService).postSelected(tx, ourSelect, [])),
        );
      },
      reference: async () => {
        await all([...fillStage(count, (round.plain += 1), newcomers), ...vacuumBooks]);
        return costOf(api.processor, async () => {
          await client.query('BEGIN');
          for (const statement of plainBooks(AREA, 'bench.owed')) await client.query(statement);
          await client.query('COMMIT');
        });
      },
    });
    await sameBooks(api);
    return lines;
  } finally {
    await client.end();
    await api.close();
  }
};

/** A set of 100,000 postings through the service, against a plain script that adds the same rows. */
export const bench: Bench = async ({ small }) => {
  const [count, rounds] = small ? [2_000, 1] : [100_000, 5];
  return [...(await duel(count, rounds, false)), ...(await duel(count, rounds, true))];
};
