import { plainDate } from '@huiji/kernel';
import { LedgerService, type Posting } from '@huiji/ledger';
import { randomIds } from '@huiji/platform';
import { Client } from 'pg';
import { benchApi, type BenchApi } from './bench-api';
import { costOf, interleavedCosts, type Bench } from './bench-line';

const AREA = '510900';
const CLIENTS = 8;

/** Every client owes to a person of its own; all of them meet at the one account of expenses. */
const postingTo = (owner: string): Posting => ({
  code: 'CARE_SUBSIDY',
  debit: { code: 'CARE_EXPENSE' },
  credit: { code: 'PERSON_PAYABLE', ownerId: owner },
  amountFen: 100n,
  reference: { type: 'payable', id: randomIds.next() },
  effectiveDate: plainDate('2020-07-01'),
});

interface Recording {
  readonly statements: readonly { readonly sql: string; readonly params: readonly unknown[] }[];
  /** Ids that are new in every posting. */
  readonly fresh: ReadonlySet<unknown>;
}

/** The statements of one posting to an account that is there, as the service sends them. */
const record = async (api: BenchApi, owner: string): Promise<Recording> => {
  const ledger = api.service(LedgerService);
  await api.done((tx) => ledger.post(tx, postingTo(owner)));
  const posting = postingTo(owner);
  const statements: { sql: string; params: readonly unknown[] }[] = [];
  const id = await api.done((tx) => {
    const query: typeof tx.query = (sql, params = []) => {
      statements.push({ sql, params });
      return tx.query(sql, params);
    };
    return ledger.post({ ...tx, query }, posting);
  });
  return { statements, fresh: new Set([id, posting.reference.id]) };
};

/** What pgbench would do: the same statements, prepared, one transaction after the other. */
const plainPost = async (client: Client, { statements, fresh }: Recording): Promise<void> => {
  await client.query('BEGIN');
  await client.query(`SET LOCAL app.area = '${AREA}'`);
  for (const [at, { sql, params }] of statements.entries()) {
    const values = params.map((value) => (fresh.has(value) ? randomIds.next() : value));
    await client.query({ name: `statement ${at}`, text: sql, values });
  }
  await client.query('COMMIT');
};

const times = async (count: number, work: () => Promise<unknown>): Promise<void> => {
  for (let n = 0; n < count; n += 1) await work();
};

/** Eight clients post to one hot account through the service, against a loop of the same statements and nothing else. */
export const bench: Bench = async ({ small }) => {
  const api = await benchApi(AREA, '2020-07-01');
  const owners = Array.from({ length: CLIENTS }, () => randomIds.next());
  const clients = owners.map(() => new Client({ connectionString: api.db.url('app') }));
  const count = small ? 20 : 400;
  try {
    const ledger = api.service(LedgerService);
    const loops: (() => Promise<void>)[] = [];
    for (const [n, client] of clients.entries()) {
      await client.connect();
      const recording = await record(api, owners[n] ?? '');
      loops.push(() => plainPost(client, recording));
    }
    return await interleavedCosts({
      bench: `ledger-posting-${CLIENTS}-clients`,
      target: 0.6,
      rounds: small ? 2 : 9,
      ours: () =>
        costOf(api.processor, () =>
          Promise.all(owners.map((owner) => times(count, () => api.done((tx) => ledger.post(tx, postingTo(owner)))))),
        ),
      reference: () => costOf(api.processor, () => Promise.all(loops.map((loop) => times(count, loop)))),
    });
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    await api.close();
  }
};
