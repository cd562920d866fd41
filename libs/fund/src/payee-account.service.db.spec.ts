import type { Payee } from './model/bank-account';
import { fundInvariants } from './fund-invariants';
import { payeeKey } from './model/bank-account';
import {
  AREA,
  checker,
  enterer,
  entry,
  fundWorld,
  insured,
  OTHER_AREA,
  stranger,
  thirdPerson,
  type FundWorld,
} from './testing/fund-world';

describe('accounts of those who are paid', () => {
  let world: FundWorld;
  let hospital: Payee;
  const person: Payee = { payeeType: 'person', payeeId: insured };
  beforeAll(async () => {
    world = await fundWorld();
    hospital = { payeeType: 'organisation', payeeId: world.hospital };
  });
  afterAll(() => world.close());
  afterEach(async () => {
    for (const { id, sql } of fundInvariants) {
      const rows = await world.db.database.read(world.db.scope(AREA), (tx) => tx.query(sql, [AREA]));
      expect({ id, rows }).toEqual({ id, rows: [] });
    }
  });

  const enter = (who: string, payee: Payee, change: Partial<typeof entry> | { accountNumber: string } = {}) =>
    world.as(who, (tx) => world.payees.enter(tx, payee, { ...entry, ...change }));
  const confirm = (who: string, id: string) => world.as(who, (tx) => world.payees.confirm(tx, id));
  const idOf = (result: { ok: true; value: string } | { ok: false }): string => {
    if (!result.ok) throw new Error('refused');
    return result.value;
  };
  const current = async (payee: Payee) => {
    const found = await world.db.database.read(world.db.scope(AREA), (tx) => world.payees.currentFor(tx, [payee]));
    return found.get(payeeKey(payee));
  };

  it('C14 is in use when a second person has confirmed it, not before', async () => {
    const id = idOf(await enter(enterer, hospital));
    expect(await current(hospital)).toBeUndefined();
    expect(await confirm(enterer, id)).toMatchObject({ refusal: { kind: 'rule', code: 'ACCOUNT_OWN_ENTRY' } });
    expect(await confirm(checker, id)).toMatchObject({ ok: true });
    expect(await current(hospital)).toMatchObject({ id, state: 'confirmed', revision: 1, enteredBy: enterer });
  });

  it('is confirmed once', async () => {
    const id = (await current(hospital))?.id ?? '';
    expect(await confirm(thirdPerson, id)).toMatchObject({ refusal: { kind: 'state', code: 'WRONG_STATE' } });
  });

  it('C14 a change is a new version: the old one stays, superseded, and is paid to until the new one is confirmed', async () => {
    const old = (await current(hospital))?.id;
    const id = idOf(await enter(thirdPerson, hospital, { accountNumber: '6222021234560001' }));
    expect(await current(hospital)).toMatchObject({ id: old });
    expect(await enter(enterer, hospital)).toMatchObject({ refusal: { code: 'PAYEE_ACCOUNT_WAITING' } });
    expect(await confirm(checker, id)).toMatchObject({ ok: true });
    expect(await current(hospital)).toMatchObject({ id, revision: 2, accountNumberMasked: '****0001' });
    const states = await world.db.ownerQuery(
      'SELECT state FROM fund.payee_account WHERE payee_id = $1 ORDER BY revision',
      [world.hospital],
    );
    expect(states).toEqual([{ state: 'superseded' }, { state: 'confirmed' }]);
  });

  it('C6 its editors are all who entered or confirmed a version that was in use', async () => {
    const editors = await world.db.database.read(world.db.scope(AREA), (tx) => world.payees.editorsOf(tx, [hospital]));
    expect(editors).toEqual([enterer, checker, thirdPerson]);
  });

  it('a returned version has its reason and is never paid to', async () => {
    const id = idOf(await enter(enterer, person));
    expect(await world.as(checker, (tx) => world.payees.return(tx, id, ' '))).toMatchObject({
      refusal: { issues: [{ field: 'reason', code: 'RETURN_REASON_MISSING' }] },
    });
    expect(await world.as(checker, (tx) => world.payees.return(tx, id, '户名不符'))).toMatchObject({ ok: true });
    expect(await current(person)).toBeUndefined();
    expect(await confirm(checker, id)).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
    const editors = await world.db.database.read(world.db.scope(AREA), (tx) => world.payees.editorsOf(tx, [person]));
    expect(editors).toEqual([]);
  });

  it('a number used by two payees is shown to the one who confirms', async () => {
    const id = idOf(await enter(enterer, person, { accountNumber: '6222021234560001' }));
    const found = await world.db.database.read(world.db.scope(AREA), (tx) => world.payees.find(tx, id));
    expect(found).toMatchObject({ sharedWith: 1 });
    await confirm(checker, id);
  });

  it('X1 a payee that is not of the area is not found, and neither is an account of another area', async () => {
    const absent = { payeeType: 'organisation', payeeId: stranger } as const;
    expect(await enter(enterer, absent)).toMatchObject({ refusal: { kind: 'not-found', code: 'NOT_FOUND' } });
    const unknown = { payeeType: 'person', payeeId: stranger } as const;
    expect(await enter(enterer, unknown)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    const id = (await current(hospital))?.id ?? '';
    const foreign = await world.as(checker, (tx) => world.payees.confirm(tx, id), OTHER_AREA);
    expect(foreign).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  it('a number is stored encrypted, and opened for the bank only', async () => {
    const [row] = await world.db.ownerQuery<{ text: string }>(
      'SELECT string_agg(p::text, $1) AS text FROM fund.payee_account p',
      ['\n'],
    );
    const actions = await world.db.ownerQuery<{ text: string }>('SELECT payload::text AS text FROM platform.action');
    expect(row?.text).not.toContain('6222021234560001');
    expect(actions.map(({ text }) => text).join()).not.toContain('6222021234560001');
    const id = (await current(hospital))?.id ?? '';
    const opened = await world.db.database.read(world.db.scope(AREA), (tx) => world.payees.opened(tx, [id]));
    expect(opened.get(id)).toMatchObject({ accountNumber: '6222021234560001', cnaps: '102100099996' });
  });

  it('two confirmations at the same instant: one holds', async () => {
    const id = idOf(await enter(enterer, hospital, { accountNumber: '6222021234560002' }));
    const answers = await Promise.all([confirm(checker, id), confirm(thirdPerson, id)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it('two entries at the same instant: one waits to be confirmed', async () => {
    const answers = await Promise.all([
      enter(enterer, hospital, { accountNumber: '6222021234560003' }),
      enter(thirdPerson, hospital, { accountNumber: '6222021234560004' }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});
