import { plainDate } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { ledgerInvariants } from './ledger-invariants';
import type { AccountCode } from './model/account';
import { act, broken, day, ledgerService, opening, read } from './testing/ledger-fixture';

const AREA = '510900';
const ledger = ledgerService();

/** Payables to `count` persons, each of 100 fen and its own number; `$1` how many. */
const subsidies = `
SELECT 'CARE_SUBSIDY' AS code, 'CARE_EXPENSE' AS debit_code, NULL::uuid AS debit_owner_id,
  'PERSON_PAYABLE' AS credit_code, md5('person' || n)::uuid AS credit_owner_id, (100 + n)::bigint AS amount_fen,
  'payable' AS reference_type, md5('payable' || n)::uuid AS reference_id, DATE '2020-07-01' AS effective_date,
  false AS pending
FROM generate_series(1, $1::int) AS n`;

const payments = `
SELECT 'PAYMENT' AS code, 'PERSON_PAYABLE' AS debit_code, md5('person' || n)::uuid AS debit_owner_id,
  'FUND_CASH' AS credit_code, NULL::uuid AS credit_owner_id, (100 + n)::bigint AS amount_fen,
  'payment' AS reference_type, md5('payment' || n)::uuid AS reference_id, DATE '2020-07-01' AS effective_date,
  true AS pending
FROM generate_series(1, $1::int) AS n`;

const references = `
SELECT 'PAYMENT' AS code, 'payment' AS reference_type, md5('payment' || n)::uuid AS reference_id
FROM generate_series($1::int, $2::int) AS n`;

describe('a set of postings', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA);
    await act(db, AREA, (tx) => ledger.post(tx, opening(100_000_000n)));
  });
  afterAll(() => db.close());
  afterEach(async () => {
    expect(await broken(db, AREA, ledgerInvariants)).toEqual([]);
  });

  const figures = (code: AccountCode, ownerId?: string) =>
    read(db, AREA, (tx) => ledger.account(tx, ownerId === undefined ? { code } : { code, ownerId }));

  it('books 5,000 subsidies to 5,000 new accounts', async () => {
    expect(await act(db, AREA, (tx) => ledger.postSelected(tx, subsidies, [5_000]))).toBe(5_000n);
    const sum = 5_000n * 100n + (5_000n * 5_001n) / 2n;
    expect(await figures('CARE_EXPENSE')).toMatchObject({ debitsPostedFen: sum });
    const balance = await read(db, AREA, (tx) => ledger.trialBalance(tx, day));
    expect(balance.lines.find(({ code }) => code === 'PERSON_PAYABLE')).toMatchObject({
      accounts: 5_000n,
      creditFen: sum,
    });
  });

  it('PD-14 booked again adds nothing, not even what is new in the set', async () => {
    const again = await db.database.inTransaction(db.scope(AREA), (tx) => ledger.postSelected(tx, subsidies, [5_001]));
    expect(again).toMatchObject({ ok: false, refusal: { code: 'ALREADY_POSTED', facts: { count: '5000' } } });
  });

  it('holds the payments, books a part and lets a part go', async () => {
    await act(db, AREA, (tx) => ledger.postSelected(tx, payments, [5_000]));
    const dayAfter = plainDate('2020-07-02');
    expect(await act(db, AREA, (tx) => ledger.resolveSelected(tx, 'posted', dayAfter, references, [1, 4_000]))).toBe(
      4_000n,
    );
    expect(
      await act(db, AREA, (tx) => ledger.resolveSelected(tx, 'voided', dayAfter, references, [4_001, 4_999])),
    ).toBe(999n);
    const paid = 4_000n * 100n + (4_000n * 4_001n) / 2n;
    expect(await figures('FUND_CASH')).toMatchObject({ creditsPostedFen: paid, creditsPendingFen: 5_100n });
  });

  it('an outcome once given is not given again, to none of the set', async () => {
    const again = await db.database.inTransaction(db.scope(AREA), (tx) =>
      ledger.resolveSelected(tx, 'voided', day, references, [4_999, 5_000]),
    );
    expect(again).toMatchObject({ ok: false, refusal: { code: 'TRANSFER_RESOLVED', facts: { count: '1' } } });
    expect(await figures('FUND_CASH')).toMatchObject({ creditsPendingFen: 5_100n });
  });

  it('E1 a set that would overdraw the fund by one fen is refused with the figures, and nothing is booked', async () => {
    const cash = await figures('FUND_CASH');
    const left = (cash?.debitsPostedFen ?? 0n) - (cash?.creditsPostedFen ?? 0n) - (cash?.creditsPendingFen ?? 0n);
    const overdraft = `SELECT 'PAYMENT' AS code, 'PERSON_PAYABLE' AS debit_code, md5('person' || n)::uuid AS debit_owner_id,
      'FUND_CASH' AS credit_code, NULL::uuid AS credit_owner_id, CASE n WHEN 1 THEN $1::bigint ELSE 1 END AS amount_fen,
      'payment' AS reference_type, md5('overdraft' || n)::uuid AS reference_id, DATE '2020-07-01' AS effective_date,
      true AS pending FROM generate_series(1, 2) AS n`;
    const refused = await db.database.inTransaction(db.scope(AREA), (tx) => ledger.postSelected(tx, overdraft, [left]));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'ACCOUNT_OVERDRAWN', facts: { missing: '0.01' } } });
    expect(await act(db, AREA, (tx) => ledger.postSelected(tx, overdraft, [left - 1n]))).toBe(2n);
  });

  it('ends as the same postings one by one end', async () => {
    await seedArea(db, '500000');
    await seedArea(db, '370200');
    await act(db, '500000', (tx) => ledger.post(tx, opening(1_000_000n)));
    await act(db, '370200', (tx) => ledger.post(tx, opening(1_000_000n)));
    await act(db, '500000', (tx) => ledger.postSelected(tx, subsidies, [30]));
    await act(db, '370200', async (tx) => {
      const rows = await tx.query<{ credit_owner_id: string; amount_fen: bigint; reference_id: string }>(
        subsidies,
        [30],
      );
      for (const row of rows) {
        const posted = await ledger.post(tx, {
          code: 'CARE_SUBSIDY',
          debit: { code: 'CARE_EXPENSE' },
          credit: { code: 'PERSON_PAYABLE', ownerId: row.credit_owner_id },
          amountFen: row.amount_fen,
          reference: { type: 'payable', id: row.reference_id },
          effectiveDate: day,
        });
        if (!posted.ok) return posted;
      }
      return { ok: true, value: undefined };
    });
    const [set, single] = await Promise.all(
      ['500000', '370200'].map((area) => read(db, area, (tx) => ledger.trialBalance(tx, day))),
    );
    expect(set).toEqual(single);
  });

  it('two sets at the same instant over the same accounts wait for each other', async () => {
    const set = (name: string, order: 'ASC' | 'DESC') => `
      SELECT 'CARE_SUBSIDY' AS code, 'CARE_EXPENSE' AS debit_code, NULL::uuid AS debit_owner_id,
        'PERSON_PAYABLE' AS credit_code, md5('person' || n)::uuid AS credit_owner_id, 1::bigint AS amount_fen,
        'payable' AS reference_type, md5('${name}' || n)::uuid AS reference_id, DATE '2020-07-01' AS effective_date,
        false AS pending FROM generate_series(1, $1::int) AS n ORDER BY n ${order}`;
    const counts = await Promise.all(
      (['ASC', 'DESC', 'ASC', 'DESC'] as const).map((order, n) =>
        act(db, AREA, (tx) => ledger.postSelected(tx, set(`crowd ${n.toString()} `, order), [500])),
      ),
    );
    expect(counts).toEqual([500n, 500n, 500n, 500n]);
  });

  it('sets at the same instant that open the same accounts open each of them once', async () => {
    const set = (name: string) => `
      SELECT 'CARE_SUBSIDY' AS code, 'CARE_EXPENSE' AS debit_code, NULL::uuid AS debit_owner_id,
        'PERSON_PAYABLE' AS credit_code, md5('newcomer' || n)::uuid AS credit_owner_id, 2::bigint AS amount_fen,
        'payable' AS reference_type, md5('${name}' || n)::uuid AS reference_id, DATE '2020-07-01' AS effective_date,
        false AS pending FROM generate_series(1, $1::int) AS n`;
    await Promise.all(
      [300, 200, 400, 100].map((count, n) =>
        act(db, AREA, (tx) => ledger.postSelected(tx, set(`rush ${n} `), [count])),
      ),
    );
    const [row] = await db.ownerQuery<{ accounts: bigint; credits: bigint }>(
      `SELECT count(*) AS accounts, sum(credits_posted_fen)::bigint AS credits FROM ledger.account a
       JOIN ledger.account_balance b ON b.area = a.area AND b.account_id = a.id
       WHERE a.area = $1 AND a.owner_id IN (SELECT md5('newcomer' || n)::uuid FROM generate_series(1, 400) AS n)`,
      [AREA],
    );
    expect(row).toEqual({ accounts: 400n, credits: 2_000n });
  });

  it('PD-14 a document that stands twice in one set is refused', async () => {
    const twice = await db.database.inTransaction(db.scope(AREA), (tx) =>
      ledger.postSelected(
        tx,
        `SELECT 'CARE_SUBSIDY' AS code, 'CARE_EXPENSE' AS debit_code, NULL::uuid AS debit_owner_id,
           'PERSON_PAYABLE' AS credit_code, md5('twin')::uuid AS credit_owner_id, n::bigint AS amount_fen,
           'payable' AS reference_type, md5('twin document')::uuid AS reference_id, DATE '2020-07-01' AS effective_date,
           false AS pending FROM generate_series(1, 2) AS n`,
        [],
      ),
    );
    expect(twice).toMatchObject({ ok: false, refusal: { code: 'ALREADY_POSTED' } });
  });
});
