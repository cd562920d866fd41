import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { Client } from 'pg';
import { ledgerInvariants } from './ledger-invariants';
import { act, broken, day, ledgerService, obligation, opening, payment } from './testing/ledger-fixture';

const AREA = '510900';
const ledger = ledgerService();

describe('money is never edited', () => {
  let db: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA);
    await seedArea(db, '500000');
    await act(db, AREA, (tx) => ledger.post(tx, opening(1_000_000n)));
    await act(db, AREA, (tx) => ledger.post(tx, obligation('invoice', 5_000n)));
    const id = await act(db, AREA, (tx) => ledger.post(tx, payment('paid', 3_000n)));
    await act(db, AREA, (tx) => ledger.resolve(tx, id, 'posted'));
    await act(db, AREA, (tx) => ledger.post(tx, payment('waiting', 1_000n)));
    client = new Client({ connectionString: db.url('app') });
    await client.connect();
    await client.query(`SET app.area = '${AREA}'`);
  });
  afterAll(async () => {
    await client.end();
    await db.close();
  });

  it.each([
    ['change an amount', 'UPDATE ledger.transfer SET amount_fen = amount_fen + 1'],
    ['post what is pending by hand', 'UPDATE ledger.transfer SET pending = false'],
    ['delete a transfer', 'DELETE FROM ledger.transfer'],
    ['empty the ledger', 'TRUNCATE ledger.transfer'],
    ['turn an outcome round', `UPDATE ledger.transfer_resolution SET outcome = 'voided'`],
    ['take an outcome back', 'DELETE FROM ledger.transfer_resolution'],
    ['delete an account', 'DELETE FROM ledger.account'],
    ['give an account to somebody else', 'UPDATE ledger.account SET owner_id = NULL'],
    ['delete a balance', 'DELETE FROM ledger.account_balance'],
    ['put a trigger on the ledger', 'CREATE TRIGGER t BEFORE INSERT ON ledger.transfer EXECUTE FUNCTION now()'],
    ['switch row security off', 'ALTER TABLE ledger.transfer DISABLE ROW LEVEL SECURITY'],
  ])('PD-06 the application role cannot %s, by raw SQL', async (_, sql) => {
    await expect(client.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('PD-06 a second outcome of a transfer is refused by the primary key', async () => {
    await expect(
      client.query(
        `INSERT INTO ledger.transfer_resolution SELECT area, transfer_id, 'voided', effective_date, resolved_at
         FROM ledger.transfer_resolution`,
      ),
    ).rejects.toMatchObject({ code: '23505', constraint: 'transfer_resolution_pkey' });
  });

  it.each([
    ['nothing', '0'],
    ['less than nothing', '-amount_fen'],
  ])('a transfer of %s is refused by a CHECK', async (_, amount) => {
    await expect(
      client.query(
        `INSERT INTO ledger.transfer SELECT area, gen_random_uuid(), 'OTHER', debit_account_id, credit_account_id, ${amount},
           pending, reference_type, reference_id, effective_date, posted_at FROM ledger.transfer`,
      ),
    ).rejects.toMatchObject({ code: '23514', constraint: 'transfer_amount_fen_check' });
  });

  it('PD-08 an outcome outside its words is refused by a CHECK', async () => {
    await expect(
      client.query(
        `INSERT INTO ledger.transfer_resolution SELECT area, id, 'perhaps', effective_date, posted_at
         FROM ledger.transfer WHERE pending`,
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('E1 an overdraft of the cash of the fund is refused by a CHECK, by raw SQL too', async () => {
    await expect(
      client.query(
        `UPDATE ledger.account_balance SET credits_pending_fen = debits_posted_fen + 1 WHERE code = 'FUND_CASH'`,
      ),
    ).rejects.toMatchObject({ code: '23514', constraint: 'balance_not_overdrawn' });
  });

  it('X1 another area sees none of it, and cannot write into it', async () => {
    await client.query(`SET app.area = '500000'`);
    expect((await client.query('SELECT * FROM ledger.transfer')).rows).toEqual([]);
    await expect(
      client.query(
        `INSERT INTO ledger.account (area, id, code, opened_at) VALUES ('${AREA}', gen_random_uuid(), 'CARE_EXPENSE', now())`,
      ),
    ).rejects.toThrow('row-level security');
    await client.query(`SET app.area = '${AREA}'`);
  });
});

describe('verify finds what was tampered with by somebody who owns the database', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA, { businessDate: '2020-07-01' });
    await act(db, AREA, (tx) => ledger.post(tx, opening(1_000_000n)));
    const id = await act(db, AREA, (tx) => ledger.post(tx, payment('paid', 3_000n)));
    await act(db, AREA, (tx) => ledger.resolve(tx, id, 'posted', day));
    await act(db, AREA, (tx) => ledger.post(tx, payment('waiting', 1_000n)));
  });
  afterAll(() => db.close());

  it('nothing is broken before', async () => {
    expect(await broken(db, AREA, ledgerInvariants)).toEqual([]);
  });

  it.each([
    [
      'a changed amount',
      `UPDATE ledger.transfer SET amount_fen = amount_fen + 1 WHERE pending`,
      `UPDATE ledger.transfer SET amount_fen = amount_fen - 1 WHERE pending`,
      ['ledger-balances-recompute'],
    ],
    [
      'a balance made larger on one side',
      `UPDATE ledger.account_balance SET debits_posted_fen = debits_posted_fen + 1 WHERE code = 'FUND_CASH'`,
      `UPDATE ledger.account_balance SET debits_posted_fen = debits_posted_fen - 1 WHERE code = 'FUND_CASH'`,
      ['ledger-balances-recompute', 'ledger-debits-equal-credits'],
    ],
    [
      'an account that was taken away',
      `UPDATE ledger.transfer SET debit_account_id = reference_id WHERE code = 'OPENING_BALANCE'`,
      `UPDATE ledger.transfer SET debit_account_id = (SELECT id FROM ledger.account WHERE code = 'FUND_CASH')
       WHERE code = 'OPENING_BALANCE'`,
      ['ledger-balances-recompute', 'ledger-transfers-have-accounts'],
    ],
    [
      'an outcome of what was never pending',
      `INSERT INTO ledger.transfer_resolution SELECT area, id, 'posted', effective_date, posted_at
       FROM ledger.transfer WHERE NOT pending`,
      `DELETE FROM ledger.transfer_resolution r USING ledger.transfer t WHERE t.id = r.transfer_id AND NOT t.pending`,
      ['ledger-resolutions-are-of-pending'],
    ],
    [
      'a payment nobody asks the bank about',
      `UPDATE platform.area SET business_date = '2020-10-15'`,
      `UPDATE platform.area SET business_date = '2020-07-01'`,
      ['ledger-nothing-pends-for-ever'],
    ],
  ])('%s', async (_, tamper, mend, ids) => {
    await db.ownerQuery(tamper);
    expect(await broken(db, AREA, ledgerInvariants)).toEqual(ids);
    await db.ownerQuery(mend);
    expect(await broken(db, AREA, ledgerInvariants)).toEqual([]);
  });
});
