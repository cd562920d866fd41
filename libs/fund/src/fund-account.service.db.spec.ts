import { fen, plainDate } from '@huiji/kernel';
import { ledgerInvariants } from '@huiji/ledger';
import { Client } from 'pg';
import { fundInvariants } from './fund-invariants';
import { AREA, checker, enterer, entry, fundWorld, thirdPerson, type FundWorld } from './testing/fund-world';

const opening = { openingBalanceFen: fen(5_000_000_00), openingDate: plainDate('2020-06-30') };

describe('the account the fund pays from', () => {
  let world: FundWorld;
  beforeAll(async () => {
    world = await fundWorld();
  });
  afterAll(() => world.close());
  afterEach(async () => {
    for (const { id, sql } of [...fundInvariants, ...ledgerInvariants]) {
      const rows = await world.db.database.read(world.db.scope(AREA), (tx) => tx.query(sql, [AREA]));
      expect({ id, rows }).toEqual({ id, rows: [] });
    }
  });

  const cash = () =>
    world.db.database.read(world.db.scope(AREA), (tx) => world.ledger.account(tx, { code: 'FUND_CASH' }));
  const standing = () => world.db.database.read(world.db.scope(AREA), (tx) => world.fund.standing(tx));

  it('nothing is paid from without one', async () => {
    expect(await world.as(enterer, (tx) => world.fund.paying(tx))).toMatchObject({
      refusal: { code: 'FUND_ACCOUNT_ABSENT' },
    });
  });

  it('a faulty entry is sent back by field, account and opening at once', async () => {
    const refused = await world.as(enterer, (tx) =>
      world.fund.enter(tx, { ...entry, cnaps: '1', openingBalanceFen: fen(-1), openingDate: plainDate('2020-07-02') }),
    );
    expect(refused).toMatchObject({
      refusal: {
        code: 'BAD_INPUT',
        issues: [{ field: 'cnaps' }, { field: 'openingBalance' }, { field: 'openingDate' }],
      },
    });
  });

  it('an entry that was returned makes room for another', async () => {
    const entered = await world.as(enterer, (tx) => world.fund.enter(tx, { ...entry, ...opening }));
    if (!entered.ok) throw new Error('refused');
    expect(await world.as(thirdPerson, (tx) => world.fund.enter(tx, { ...entry, ...opening }))).toMatchObject({
      refusal: { code: 'FUND_ACCOUNT_STANDING' },
    });
    await world.as(checker, (tx) => world.fund.return(tx, entered.value, '期初有误'));
    expect(await standing()).toBeUndefined();
    expect(await cash()).toBeUndefined();
  });

  it('the opening balance is booked when a second person confirms, on its own day', async () => {
    const entered = await world.as(enterer, (tx) => world.fund.enter(tx, { ...entry, ...opening }));
    if (!entered.ok) throw new Error('refused');
    expect(await world.as(enterer, (tx) => world.fund.confirm(tx, entered.value))).toMatchObject({
      refusal: { code: 'ACCOUNT_OWN_ENTRY' },
    });
    expect(await cash()).toBeUndefined();
    expect(await world.as(checker, (tx) => world.fund.confirm(tx, entered.value))).toMatchObject({ ok: true });
    expect(await cash()).toMatchObject({ balanceFen: 5_000_000_00n });
    const before = await world.db.database.read(world.db.scope(AREA), (tx) =>
      world.ledger.trialBalance(tx, plainDate('2020-06-29')),
    );
    expect(before.lines).toEqual([]);
  });

  it('PD-14 confirmed again it is not booked again', async () => {
    const account = await standing();
    expect(await world.as(thirdPerson, (tx) => world.fund.confirm(tx, account?.id ?? ''))).toMatchObject({
      refusal: { code: 'WRONG_STATE' },
    });
    expect(await cash()).toMatchObject({ balanceFen: 5_000_000_00n });
  });

  it('is opened for a bank message', async () => {
    expect(await world.as(enterer, (tx) => world.fund.paying(tx))).toMatchObject({
      ok: true,
      value: { accountNumber: '6222021234566789', cnaps: '102100099996' },
    });
  });

  describe('by raw SQL in the application role', () => {
    let client: Client;
    beforeAll(async () => {
      client = new Client({ connectionString: world.db.url('app') });
      await client.connect();
      await client.query(`SET app.area = '${AREA}'`);
    });
    afterAll(() => client.end());

    it.each([
      ['the number', `UPDATE fund.fund_account SET account_number_encrypted = 'x'`],
      ['the opening balance', 'UPDATE fund.fund_account SET opening_balance_fen = 1'],
      ['who entered it', 'UPDATE fund.fund_account SET entered_by = gen_random_uuid()'],
      ['the account of a payee', `UPDATE fund.payee_account SET cnaps = '102100099996'`],
      ['history, by deleting it', 'DELETE FROM fund.payee_account'],
    ])('nobody edits %s', async (_, sql) => {
      await expect(client.query(sql)).rejects.toThrow('permission denied');
    });

    it('PD-03 the one who entered cannot be the one who decided', async () => {
      await expect(client.query('UPDATE fund.fund_account SET decided_by = entered_by')).rejects.toMatchObject({
        code: '23514',
        constraint: 'fund_account_two_people',
      });
    });
  });
});
