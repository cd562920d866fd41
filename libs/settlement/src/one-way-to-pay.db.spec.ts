import { Client } from 'pg';
import { BatchSendingService } from './batch-sending.service';
import { payableKinds } from './model/payable';
import { people, SettlementWorld } from './testing/settlement-world';

describe('PD-18 whatever document is paid, no path goes round the approval', () => {
  let world: SettlementWorld;
  beforeAll(async () => {
    world = await SettlementWorld.open();
  });
  beforeEach(() => world.newArea());
  afterAll(() => world.close());

  /** One open payable of a kind, as the domains open theirs. */
  const payable = (kind: string): Promise<unknown> => {
    const { supplier, hospital } = world.parties;
    const [type, payee, debit] = {
      'supplier-invoice': ['organisation', supplier, hospital],
      'retained-savings': ['organisation', hospital, null],
      'care-subsidy': ['person', people.insured, null],
    }[kind] ?? ['', '', null];
    return world.done(people.clerk, (tx) =>
      world.payables.openSelected(
        tx,
        `SELECT $4::text AS kind, md5($4::text)::uuid AS source_id, $1::text AS payee_type, $2::uuid AS payee_id,
           $3::uuid AS debit_owner_id, 66000::bigint AS amount_fen, DATE '2020-08-10' AS due_date`,
        [type, payee, debit, kind],
      ),
    );
  };
  const cashHeld = async (): Promise<unknown> => (await world.cash()).held;

  it.each(payableKinds)(
    '%s: sent by nobody before three people passed it, and by the same three steps then',
    async (kind) => {
      await payable(kind);
      const id = await world.lockedBatch();
      await world.service(BatchSendingService).send(world.area, id);
      expect([await world.stateOf('batch', id), await cashHeld()]).toEqual(['locked', 0n]);
      expect(
        await world.as(people.clerk, (tx) =>
          world.batches.review(tx, { role: 'agency-approval' }, { batchId: id, step: 'approval', decision: 'pass' }),
        ),
      ).toMatchObject({ ok: false });
      await world.passAll(id);
      expect([await world.stateOf('batch', id), await cashHeld()]).toEqual(['released', 66_000n]);
    },
  );

  it('not even raw SQL in the application role releases a batch that no round has passed', async () => {
    await payable('supplier-invoice');
    const id = await world.lockedBatch();
    const client = new Client({ connectionString: world.db.url('app') });
    await client.connect();
    try {
      await client.query(`SET app.area = '${world.area}'`);
      const release = `UPDATE settlement.batch SET state = 'released', released_on = '2020-07-15', released_at = now(), message_id = 'M1'`;
      await expect(client.query(`${release} WHERE id = $1`, [id])).rejects.toMatchObject({
        constraint: 'batch_approved',
      });
      await world.passAll(id);
      await expect(
        client.query(`UPDATE settlement.batch SET version = version + 1 WHERE id = $1`, [id]),
      ).resolves.toBeDefined();
    } finally {
      await client.end();
    }
  });

  it('X5 a clerk takes a locked batch back before anybody decided; it is a draft, and is locked anew', async () => {
    await payable('supplier-invoice');
    const id = await world.lockedBatch();
    const withdraw = (who: string) => world.as(who, (tx) => world.batches.withdraw(tx, { batchId: id }));
    expect(await withdraw(people.first)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await withdraw(people.clerk)).toMatchObject({ ok: true });
    expect(await world.stateOf('batch', id)).toBe('draft');
    await world.done(people.clerk, (tx) => world.batches.lock(tx, { batchId: id }));
    await world.passAll(id);
    expect(await world.stateOf('batch', id)).toBe('released');
    expect(await withdraw(people.clerk)).toMatchObject({ refusal: { code: 'WRONG_STATE' } });
    expect(await world.broken()).toEqual([]);
  });
});
