import { fen, formatYuan, ok, plainDate } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { ledgerInvariants } from './ledger-invariants';
import { act, broken, day, idOf, ledgerService, obligation, opening, payment, read } from './testing/ledger-fixture';

const AREA = '510900';
const ledger = ledgerService();
const yuan = (amount: bigint): string => formatYuan(fen(amount));

describe('the ledger of an area', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA);
    await seedArea(db, '500000');
    await act(db, AREA, (tx) => ledger.post(tx, opening(1_000_000n)));
  });
  afterAll(() => db.close());
  afterEach(async () => {
    expect(await broken(db, AREA, ledgerInvariants)).toEqual([]);
  });

  const cash = () => read(db, AREA, (tx) => ledger.account(tx, { code: 'FUND_CASH' }));

  it('C15 books debit and credit in one row, so both sides always sum to the same', async () => {
    await act(db, AREA, (tx) => ledger.post(tx, obligation('invoice 1', 123_45n)));
    const balance = await read(db, AREA, (tx) => ledger.trialBalance(tx, day));
    expect(balance.totalDebitFen).toBe(1_000_000n + 123_45n);
    expect(balance.totalCreditFen).toBe(balance.totalDebitFen);
  });

  it('PD-14 a document posted twice is one posting, by a unique key and not by looking first', async () => {
    const again = await db.database.inTransaction(db.scope(AREA), (tx) =>
      ledger.post(tx, obligation('invoice 1', 123_45n)),
    );
    expect(again).toMatchObject({ ok: false, refusal: { kind: 'conflict', code: 'ALREADY_POSTED' } });
  });

  it('PD-14 the same document posted by many at the same instant is one posting', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        db.database.inTransaction(db.scope(AREA), (tx) => ledger.post(tx, obligation('invoice 2', 500n))),
      ),
    );
    expect(answers.filter(({ ok: done }) => done)).toHaveLength(1);
  });

  it('holds a pending payment, and books it on the day the bank says', async () => {
    const id = await act(db, AREA, (tx) => ledger.post(tx, payment('payment 1', 300n)));
    expect(await cash()).toMatchObject({ creditsPostedFen: 0n, creditsPendingFen: 300n });
    await act(db, AREA, (tx) => ledger.resolve(tx, id, 'posted', plainDate('2020-07-03')));
    expect(await cash()).toMatchObject({ creditsPostedFen: 300n, creditsPendingFen: 0n });
    const [transfer] = await read(db, AREA, (tx) => ledger.transfersOf(tx, { type: 'payment', id: idOf('payment 1') }));
    expect(transfer).toMatchObject({ id, status: 'posted', bookedOn: '2020-07-03', amountFen: 300n });
  });

  it('PD-22 what is paid is read from the ledger: a voided payment was never paid', async () => {
    const id = await act(db, AREA, (tx) => ledger.post(tx, payment('payment 2', 200n)));
    await act(db, AREA, (tx) => ledger.resolve(tx, id, 'voided'));
    expect(await cash()).toMatchObject({ creditsPostedFen: 300n, creditsPendingFen: 0n });
    const [transfer] = await read(db, AREA, (tx) => ledger.transfersOf(tx, { type: 'payment', id: idOf('payment 2') }));
    expect(transfer).toMatchObject({ status: 'voided', bookedOn: null });
  });

  it('a pending transfer has one outcome: the second word is refused with the first', async () => {
    const id = await act(db, AREA, (tx) => ledger.post(tx, payment('payment 3', 100n)));
    await act(db, AREA, (tx) => ledger.resolve(tx, id, 'posted'));
    const second = await db.database.inTransaction(db.scope(AREA), (tx) => ledger.resolve(tx, id, 'voided'));
    expect(second).toMatchObject({ ok: false, refusal: { code: 'TRANSFER_RESOLVED', facts: { outcome: 'posted' } } });
  });

  it('two outcomes at the same instant: one holds, the other is refused', async () => {
    const id = await act(db, AREA, (tx) => ledger.post(tx, payment('payment 4', 100n)));
    const answers = await Promise.all(
      (['posted', 'voided', 'posted', 'voided'] as const).map((outcome) =>
        db.database.inTransaction(db.scope(AREA), (tx) => ledger.resolve(tx, id, outcome)),
      ),
    );
    expect(answers.filter(({ ok: done }) => done)).toHaveLength(1);
  });

  it('what was booked at once is not resolved, and what is of another area is not found', async () => {
    const id = await act(db, AREA, (tx) => ledger.post(tx, obligation('invoice 3', 700n)));
    const own = await db.database.inTransaction(db.scope(AREA), (tx) => ledger.resolve(tx, id, 'posted'));
    expect(own).toMatchObject({ ok: false, refusal: { code: 'TRANSFER_NOT_PENDING' } });
    const foreign = await db.database.inTransaction(db.scope('500000'), (tx) => ledger.resolve(tx, id, 'posted'));
    expect(foreign).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });

  it('E1 an overdraft by one fen is refused with the figures, pending payments counted', async () => {
    const account = await cash();
    const left = (account?.debitsPostedFen ?? 0n) - (account?.creditsPostedFen ?? 0n);
    const tooMuch = await db.database.inTransaction(db.scope(AREA), (tx) =>
      ledger.post(tx, payment('too much', left + 1n)),
    );
    expect(tooMuch).toMatchObject({
      ok: false,
      refusal: {
        kind: 'rule',
        code: 'ACCOUNT_OVERDRAWN',
        facts: { account: 'FUND_CASH', available: yuan(left), wanted: yuan(left + 1n), missing: '0.01' },
      },
    });
    const id = await act(db, AREA, (tx) => ledger.post(tx, payment('all of it', left)));
    const more = await db.database.inTransaction(db.scope(AREA), (tx) => ledger.post(tx, payment('one more', 1n)));
    expect(more).toMatchObject({ ok: false, refusal: { facts: { available: '0.00', missing: '0.01' } } });
    await act(db, AREA, (tx) => ledger.resolve(tx, id, 'voided'));
  });

  it('PD-06 a wrong booking is set right by a transfer the other way; both stay', async () => {
    await act(db, AREA, async (tx) => {
      const { debit, credit, ...wrong } = obligation('wrong invoice', 4_200n);
      const posted = await ledger.post(tx, { ...wrong, debit, credit });
      if (!posted.ok) return posted;
      return ledger.post(tx, { ...wrong, code: 'CORRECTION', debit: credit, credit: debit });
    });
    const transfers = await read(db, AREA, (tx) =>
      ledger.transfersOf(tx, { type: 'payable', id: idOf('wrong invoice') }),
    );
    expect(transfers.map(({ code }) => code)).toEqual(['SUPPLIER_INVOICE', 'CORRECTION']);
  });

  it('postings by many people to the same two accounts lose nothing and end in no deadlock', async () => {
    const before = await cash();
    await Promise.all(
      Array.from({ length: 24 }, (_, n) =>
        act(db, AREA, async (tx) => {
          const turned = n % 2 === 0;
          const [debit, credit] = turned
            ? ([{ code: 'BENEFIT_EXPENSE' }, { code: 'FUND_CASH' }] as const)
            : ([{ code: 'FUND_CASH' }, { code: 'BENEFIT_EXPENSE' }] as const);
          const posted = await ledger.post(tx, {
            ...opening(10n, `crowd ${n.toString()}`),
            code: 'CROWD',
            debit,
            credit,
          });
          return posted.ok ? ok(undefined) : posted;
        }),
      ),
    );
    const after = await cash();
    expect((after?.debitsPostedFen ?? 0n) - (before?.debitsPostedFen ?? 0n)).toBe(120n);
    expect((after?.creditsPostedFen ?? 0n) - (before?.creditsPostedFen ?? 0n)).toBe(120n);
  });

  it('a new account opened by two at the same instant is one account', async () => {
    await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        act(db, AREA, (tx) => ledger.post(tx, obligation(`first of new ${n.toString()}`, 10n, 'new supplier'))),
      ),
    );
    const account = await read(db, AREA, (tx) =>
      ledger.account(tx, { code: 'SUPPLIER_PAYABLE', ownerId: idOf('new supplier') }),
    );
    expect(account?.creditsPostedFen).toBe(50n);
  });
});
