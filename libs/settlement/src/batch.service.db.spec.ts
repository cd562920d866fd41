import { PayeeAccountService } from '@huiji/fund';
import type { Role } from '@huiji/platform';
import { people, SettlementWorld } from './testing/settlement-world';

const reviewers = [
  [people.first, 'agency-first-review'],
  [people.recheck, 'agency-recheck'],
  [people.approver, 'agency-approval'],
] as const satisfies readonly (readonly [string, Role])[];

describe('C6 a batch, from the clerk to its release', () => {
  let world: SettlementWorld;
  let line = 0;
  beforeAll(async () => {
    world = await SettlementWorld.open();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.newArea();
    line = 0;
  });
  afterEach(async () => {
    expect(await world.broken()).toEqual([]);
  });

  const payable = async (): Promise<string> => {
    line += 1;
    const invoice = await world.confirmedInvoice(line, 700n);
    const [row] = await world.db.ownerQuery<{ id: string }>('SELECT id FROM settlement.payable WHERE source_id = $1', [
      invoice,
    ]);
    return row?.id ?? '';
  };
  const create = (request: Parameters<typeof world.batches.create>[1] = {}, who: string = people.clerk) =>
    world.as(who, (tx) => world.batches.create(tx, request));
  const batchRow = async (id: string) =>
    (
      await world.db.ownerQuery('SELECT state, line_count, sum_fen, seal_sha256 FROM settlement.batch WHERE id = $1', [
        id,
      ])
    )[0];

  it('C8 the lock seals count, sum and hash, and the hash in SQL is the hash of the rule', async () => {
    await payable();
    await payable();
    const id = await world.lockedBatch();
    expect(await batchRow(id)).toEqual({
      state: 'locked',
      line_count: 2n,
      sum_fen: 132_000n,
      seal_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('C6 three people pass one after the other, and the last pass releases: money held, instruction ids stored', async () => {
    await payable();
    const id = await world.lockedBatch();
    for (const [index, [who, role]] of reviewers.entries()) {
      expect(await world.cash()).toMatchObject({ held: 0n });
      expect(await world.review(who, role, id)).toMatchObject({ ok: true });
      expect(await world.stateOf('batch', id)).toBe(index === 2 ? 'released' : 'in-review');
    }
    expect(await world.cash()).toEqual({ booked: 1_000_000_000n, held: 66_000n });
    expect(await world.payments()).toMatchObject([
      { state: 'ready', instruction_id: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ]);
  });

  it('PD-03 the clerk, each reviewer and the editors of payee accounts are pairwise different people', async () => {
    await payable();
    const id = await world.lockedBatch();
    const refused = async (who: string, role: Role) =>
      expect(await world.review(who, role, id)).toMatchObject({ ok: false, refusal: { code: 'SAME_PERSON' } });
    for (const who of [people.clerk, people.enterer, people.checker]) await refused(who, 'agency-first-review');
    await world.review(people.first, 'agency-first-review', id);
    for (const who of [people.first, people.clerk, people.enterer]) await refused(who, 'agency-recheck');
    await world.review(people.recheck, 'agency-recheck', id);
    for (const who of [people.first, people.recheck, people.checker]) await refused(who, 'agency-approval');
    expect(await world.stateOf('batch', id)).toBe('in-review');
  });

  it('PD-03 who made a batch that another clerk locked is no reviewer of it either', async () => {
    await payable();
    const made = await create({}, people.first);
    const id = made.ok ? made.value : '';
    expect(await world.as(people.clerk, (tx) => world.batches.lock(tx, { batchId: id }))).toMatchObject({ ok: true });
    expect(await world.review(people.first, 'agency-first-review', id)).toMatchObject({
      ok: false,
      refusal: { code: 'SAME_PERSON' },
    });
  });

  it('PD-14 two clerks name one payable at once: one batch takes it, the other is told that it is taken', async () => {
    const payableIds = [await payable()];
    const answers = await Promise.all([create({ payableIds }), create({ payableIds }), create({ payableIds })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers)
      if (!answer.ok) expect(answer.refusal).toMatchObject({ code: 'PAYABLE_NOT_OPEN', facts: { state: 'batched' } });
  });

  it('PD-03 an editor of a payee account cannot be the clerk', async () => {
    await payable();
    const made = await create({}, people.enterer);
    expect(made.ok).toBe(true);
    const batchId = made.ok ? made.value : '';
    expect(await world.as(people.enterer, (tx) => world.batches.lock(tx, { batchId }))).toMatchObject({
      refusal: { code: 'SAME_PERSON' },
    });
    await world.done(people.enterer, (tx) => world.batches.discard(tx, { batchId }));
  });

  it('PD-01 the step is the one of the role that is logged in, and a step out of turn is refused', async () => {
    await payable();
    const id = await world.lockedBatch();
    const asClerk = await world.as(people.approver, (tx) =>
      world.batches.review(tx, { role: 'agency-clerk' }, { batchId: id, step: 'approval', decision: 'pass' }),
    );
    expect(asClerk).toMatchObject({ refusal: { code: 'NOT_YOUR_STEP' } });
    expect(await world.review(people.approver, 'agency-approval', id)).toMatchObject({
      refusal: { code: 'STEP_NOT_DUE' },
    });
  });

  it('PD-06 a returned batch deletes nothing: its lines stay withdrawn, its payables are open for a new one', async () => {
    const payableId = await payable();
    const id = await world.lockedBatch();
    expect(await world.review(people.first, 'agency-first-review', id, 'return')).toMatchObject({
      refusal: { code: 'BAD_INPUT' },
    });
    await world.review(people.first, 'agency-first-review', id, 'return', '金额需核对');
    expect(await world.stateOf('batch', id)).toBe('returned');
    expect(await world.stateOf('payable', payableId)).toBe('open');
    expect(await world.review(people.recheck, 'agency-recheck', id)).toMatchObject({
      refusal: { code: 'WRONG_STATE' },
    });
    await world.lockedBatch();
    expect(await world.payments()).toMatchObject([
      { state: 'withdrawn', attempt: 1, payable_id: payableId },
      { state: 'planned', attempt: 2, payable_id: payableId },
    ]);
  });

  it('PD-06 the application may not delete a row of money, nor change a sealed amount', async () => {
    await payable();
    await world.lockedBatch();
    const asApplication = (sql: string) =>
      world.db.database.inTransaction(world.db.scope(world.area), async (tx) => ({
        ok: true,
        value: await tx.query(sql),
      }));
    for (const table of ['payment', 'payable', 'batch', 'invoice', 'bank_entry'])
      await expect(asApplication(`DELETE FROM settlement.${table}`)).rejects.toThrow('permission denied');
    await expect(asApplication('UPDATE settlement.payment SET amount_fen = 1')).rejects.toThrow('permission denied');
    await expect(asApplication('UPDATE settlement.payable SET amount_fen = 1')).rejects.toThrow('permission denied');
  });

  it('C8 a line changed after the lock, by whatever means, stops the release', async () => {
    await payable();
    await payable();
    const id = await world.lockedBatch();
    await world.review(people.first, 'agency-first-review', id);
    await world.review(people.recheck, 'agency-recheck', id);
    const swap = (to: number) =>
      world.db.ownerQuery('UPDATE settlement.payment SET amount_fen = $2 WHERE batch_id = $1 AND line_no = 1', [
        id,
        to,
      ]);
    await swap(66_001);
    expect(await world.broken()).toEqual(['settlement-seals-hold']);
    expect(await world.review(people.approver, 'agency-approval', id)).toMatchObject({
      refusal: { code: 'SEAL_BROKEN' },
    });
    expect(await world.stateOf('batch', id)).toBe('in-review');
    await swap(66_000);
    expect(await world.review(people.approver, 'agency-approval', id)).toMatchObject({ ok: true });
  });

  it('C14 a payee account that changed after the lock stops the release', async () => {
    await payable();
    const id = await world.lockedBatch();
    const payees = world.service(PayeeAccountService);
    const account = await world.done(people.enterer, (tx) =>
      payees.enter(
        tx,
        { payeeType: 'organisation', payeeId: world.parties.supplier },
        {
          holderName: '新户名',
          bankName: '银行',
          cnaps: '102100099996',
          accountNumber: '6222999900001111',
          bankCodeVerified: false,
        },
      ),
    );
    await world.done(people.checker, (tx) => payees.confirm(tx, account));
    await world.review(people.first, 'agency-first-review', id);
    await world.review(people.recheck, 'agency-recheck', id);
    expect(await world.review(people.approver, 'agency-approval', id)).toMatchObject({
      refusal: { code: 'PAYEE_ACCOUNT_CHANGED', facts: { count: '1' } },
    });
  });

  it('PD-14 two clerks at once: a payable comes into one batch only', async () => {
    await payable();
    await payable();
    const answers = await Promise.all([create(), create(), create()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'NOTHING_TO_PAY' } });
    expect(await world.payments()).toHaveLength(2);
  });

  it('PD-14 a second live payment of a payable is refused by a key, on any path', async () => {
    await payable();
    await create();
    await expect(
      world.db.ownerQuery(
        `INSERT INTO settlement.payment (area, id, batch_id, line_no, payable_id, attempt, previous_payment_id, amount_fen, payee_type, payee_id, state)
         SELECT area, gen_random_uuid(), batch_id, 99, payable_id, 2, id, amount_fen, payee_type, payee_id, 'planned' FROM settlement.payment WHERE area = $1`,
        [world.area],
      ),
    ).rejects.toThrow('payment_one_live');
  });

  it('pays named payables exactly, or says why not', async () => {
    const [one, two] = [await payable(), await payable()];
    const absent = '00000000-0000-7000-8000-00000000ffff';
    expect(await create({ payableIds: [one, absent] })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await create({ payableIds: [] })).toMatchObject({ refusal: { issues: [{ code: 'BATCH_EMPTY_CHOICE' }] } });
    expect(await create({ payableIds: [one], kinds: ['care-subsidy'] })).toMatchObject({
      refusal: { issues: [{ code: 'BATCH_CHOICE_TWICE' }] },
    });
    expect(await create({ kinds: ['care-subsidy'] })).toMatchObject({ refusal: { code: 'NOTHING_TO_PAY' } });
    expect(await create({ payableIds: [two, two] })).toMatchObject({ ok: true });
    expect(await create({ payableIds: [one, two] })).toMatchObject({
      refusal: { code: 'PAYABLE_NOT_OPEN', facts: { count: '1', state: 'batched' } },
    });
    expect(await world.payments()).toMatchObject([{ payable_id: two }]);
  });

  it('leaves out who has no confirmed account, and refuses them by name', async () => {
    const id = await world.done(people.clerk, (tx) =>
      world.payables.open(tx, {
        kind: 'care-subsidy',
        sourceId: people.first,
        payeeType: 'person',
        payeeId: people.first,
        amountFen: 155_000n as never,
        dueDate: tx.businessDate,
      }),
    );
    expect(await create()).toMatchObject({ refusal: { code: 'NOTHING_TO_PAY' } });
    expect(await create({ payableIds: [id] })).toMatchObject({
      refusal: { code: 'PAYEE_ACCOUNT_MISSING', facts: { count: '1' } },
    });
  });

  it('E1 a batch that would overdraw the fund is refused with the figures, and stays where it was', async () => {
    await world.newArea(65_999n);
    await payable();
    const id = await world.lockedBatch();
    await world.review(people.first, 'agency-first-review', id);
    await world.review(people.recheck, 'agency-recheck', id);
    expect(await world.review(people.approver, 'agency-approval', id)).toMatchObject({
      refusal: { code: 'ACCOUNT_OVERDRAWN', facts: { available: '659.99', wanted: '660.00', missing: '0.01' } },
    });
    expect(await world.stateOf('batch', id)).toBe('in-review');
  });

  it('a payable is opened once for a document', async () => {
    const draft = {
      kind: 'retained-savings',
      sourceId: people.recheck,
      payeeType: 'organisation',
      payeeId: world.parties.hospital,
      amountFen: 3_393_000n as never,
    } as const;
    const open = () => world.as(people.clerk, (tx) => world.payables.open(tx, { ...draft, dueDate: tx.businessDate }));
    expect([(await open()).ok, await open()]).toMatchObject([true, { refusal: { code: 'PAYABLE_EXISTS' } }]);
  });
});
