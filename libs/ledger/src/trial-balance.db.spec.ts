import fc from 'fast-check';
import { addDays, daysBetween, ok, type PlainDate } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { accountCodes, type AccountCode, type AccountRef } from './model/account';
import type { Outcome, Posting } from './model/transfer';
import type { TrialBalanceLine } from './model/trial-balance';
import { act, broken, day, idOf, ledgerService, read } from './testing/ledger-fixture';
import { ledgerInvariants } from './ledger-invariants';

const AREA = '510900';
const ledger = ledgerService();
const seed = 400;

interface Move {
  readonly posting: Posting;
  readonly outcome: Outcome | null;
  readonly resolvedOn: PlainDate;
}

const days = fc.integer({ min: 0, max: 20 }).map((offset) => addDays(day, offset));
const refs = fc.constantFrom<AccountRef>(
  { code: 'OPENING_EQUITY' },
  { code: 'CARE_EXPENSE' },
  { code: 'BENEFIT_EXPENSE' },
  { code: 'SUPPLIER_PAYABLE', ownerId: idOf('supplier a') },
  { code: 'SUPPLIER_PAYABLE', ownerId: idOf('supplier b') },
  { code: 'PERSON_PAYABLE', ownerId: idOf('person') },
);
const moves = fc.array(
  fc
    .record({
      debit: refs,
      credit: refs,
      amountFen: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      effectiveDate: days,
      pending: fc.boolean(),
      outcome: fc.constantFrom<Outcome | null>('posted', 'voided', null),
      resolvedOn: days,
    })
    .filter(({ debit, credit }) => debit.code !== credit.code || debit.ownerId !== credit.ownerId),
  { minLength: 60, maxLength: 60 },
);

const nothing = { debitFen: 0n, creditFen: 0n, pendingDebitFen: 0n, pendingCreditFen: 0n };

/** The slow twin: walks the moves one by one and asks of each what was known of it at the end of the day. */
const trialBalanceSlowly = (at: PlainDate, all: readonly Move[]): readonly TrialBalanceLine[] => {
  const sums = new Map<AccountCode, { owners: Set<string> } & Record<keyof typeof nothing, bigint>>();
  const add = (ref: AccountRef, field: keyof typeof nothing, amount: bigint): void => {
    const line = sums.get(ref.code) ?? { owners: new Set<string>(), ...nothing };
    line[field] += amount;
    sums.set(ref.code, line);
    line.owners.add(ref.ownerId ?? '');
  };
  for (const { posting, outcome, resolvedOn } of all) {
    if (daysBetween(posting.effectiveDate, at) < 0) continue;
    const resolved = posting.pending === true && outcome !== null && resolvedOn <= at && at >= posting.effectiveDate;
    if (resolved && outcome === 'voided') continue;
    const booked = posting.pending !== true || resolved;
    add(posting.debit, booked ? 'debitFen' : 'pendingDebitFen', posting.amountFen);
    add(posting.credit, booked ? 'creditFen' : 'pendingCreditFen', posting.amountFen);
  }
  return [...sums]
    .map(([code, { owners, ...line }]) => ({ code, accounts: BigInt(owners.size), ...line }))
    .sort((a, b) => accountCodes.indexOf(a.code) - accountCodes.indexOf(b.code));
};

describe(`the trial balance of any date (seed ${seed.toString()})`, () => {
  let db: TestDatabase;
  let all: readonly Move[];
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA, { businessDate: '2020-08-01' });
    const drawn = fc.sample(moves, { seed, numRuns: 1 })[0] ?? [];
    all = drawn.map(({ outcome, resolvedOn, ...posting }, n) => ({
      posting: { ...posting, code: 'MOVE', reference: { type: 'move', id: idOf(`move ${n.toString()}`) } },
      outcome: posting.pending ? outcome : null,
      resolvedOn: resolvedOn < posting.effectiveDate ? posting.effectiveDate : resolvedOn,
    }));
    await act(db, AREA, async (tx) => {
      for (const { posting, outcome, resolvedOn } of all) {
        const id = await ledger.post(tx, posting);
        if (!id.ok) return id;
        if (outcome === null) continue;
        const resolved = await ledger.resolve(tx, id.value, outcome, resolvedOn);
        if (!resolved.ok) return resolved;
      }
      return ok(undefined);
    });
  });
  afterAll(() => db.close());

  it('C15 is what the slow twin counts, on each of 22 days, and both totals are equal', async () => {
    for (let offset = -1; offset <= 20; offset += 1) {
      const at = addDays(day, offset);
      const balance = await read(db, AREA, (tx) => ledger.trialBalance(tx, at));
      expect({ at, lines: balance.lines }).toEqual({ at, lines: trialBalanceSlowly(at, all) });
      expect(balance.totalDebitFen).toBe(balance.totalCreditFen);
    }
  });

  it('agrees with the balances on the last day, and every promise holds', async () => {
    const balance = await read(db, AREA, (tx) => ledger.trialBalance(tx, addDays(day, 30)));
    const [sums] = await db.ownerQuery<{ debits: bigint; pending: bigint }>(
      'SELECT sum(debits_posted_fen)::bigint AS debits, sum(debits_pending_fen)::bigint AS pending FROM ledger.account_balance',
    );
    expect(balance.totalDebitFen).toBe(sums?.debits);
    expect(balance.lines.reduce((sum, line) => sum + line.pendingDebitFen, 0n)).toBe(sums?.pending);
    expect(await broken(db, AREA, ledgerInvariants)).toEqual([]);
  });

  it('entries of an account come newest first, page by page, each once, and sum to its balance', async () => {
    const ref = { code: 'SUPPLIER_PAYABLE', ownerId: idOf('supplier a') } as const;
    const account = await read(db, AREA, (tx) => ledger.account(tx, ref));
    const seen: { id: string; effectiveDate: string; signed: bigint }[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page = await read(db, AREA, (tx) => ledger.entriesOf(tx, account?.id ?? '', { first: 7, after }));
      for (const { node } of page.edges)
        seen.push({
          id: node.id,
          effectiveDate: node.effectiveDate,
          signed: node.status === 'posted' ? (node.side === 'credit' ? node.amountFen : -node.amountFen) : 0n,
        });
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    const concerned = all.filter(({ posting }) =>
      [posting.debit, posting.credit].some(({ code, ownerId }) => code === ref.code && ownerId === ref.ownerId),
    );
    expect(new Set(seen.map(({ id }) => id)).size).toBe(concerned.length);
    expect(seen.map(({ effectiveDate }) => effectiveDate)).toEqual(
      seen
        .map(({ effectiveDate }) => effectiveDate)
        .sort()
        .reverse(),
    );
    expect(seen.reduce((sum, { signed }) => sum + signed, 0n)).toBe(account?.balanceFen);
  });
});
