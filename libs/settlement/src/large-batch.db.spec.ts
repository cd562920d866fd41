import { people, SettlementWorld } from './testing/settlement-world';

/** HUIJI_LINES=100000 is the most that a batch takes. */
const LINES = BigInt(process.env['HUIJI_LINES'] ?? '20000');

describe(`X12 a batch of ${LINES} lines`, () => {
  let world: SettlementWorld;
  beforeAll(async () => {
    world = await SettlementWorld.open();
    await world.newArea(100_000_000_000n);
  });
  afterAll(() => world.close());

  it('PD-15 opens, locks, passes, releases and is paid in one act each, and a rerun opens nothing twice', async () => {
    const open = () =>
      world.done(people.clerk, (tx) =>
        world.payables.openSelected(
          tx,
          `SELECT 'care-subsidy' AS kind, md5('line' || n)::uuid AS source_id, 'person' AS payee_type, $1::uuid AS payee_id,
             NULL::uuid AS debit_owner_id, 155000::bigint AS amount_fen, $2::date AS due_date FROM generate_series(1, $3::int) AS n`,
          [people.insured, '2020-08-10', Number(LINES)],
        ),
      );
    expect(await open()).toEqual({ opened: LINES });
    expect(await open()).toEqual({ opened: 0n });
    const id = await world.lockedBatch();
    const [batch] = await world.db.ownerQuery('SELECT line_count, sum_fen FROM settlement.batch WHERE id = $1', [id]);
    expect(batch).toEqual({ line_count: LINES, sum_fen: LINES * 155_000n });
    await world.passAll(id);
    expect(await world.stateOf('batch', id)).toBe('released');
    expect(await world.cash()).toMatchObject({ held: LINES * 155_000n });
    await world.settleDown();
    expect(await world.stateOf('batch', id)).toBe('settled');
    expect(await world.cash()).toEqual({ booked: 100_000_000_000n - LINES * 155_000n, held: 0n });
    expect(world.bankReport()).toMatchObject({ executed: Number(LINES), duplicates: [] });
    expect(await world.broken()).toEqual([]);
  }, 900_000);
});
