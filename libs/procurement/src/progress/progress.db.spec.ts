import { plainDate } from '@huiji/kernel';
import { productId, withAwards, withContracts, withShipment } from '../testing/scenes';
import { makeWorld, type World } from '../testing/world';
import { ProgressService } from './progress.service';

describe('progress of agreed volumes on PostgreSQL', () => {
  let world: World;
  let periodId: string;
  let progress: ProgressService;
  const sheet = async (
    who: World['clerk'],
    asOf: string,
    dimension: 'product' | 'hospital' | 'supplier' = 'product',
  ) => {
    const result = await world.db.database.read(who.scope, (tx) =>
      progress.sheet(tx, who, { periodId, yearNumber: 1, dimension, asOf: plainDate(asOf), hospitalId: null }),
    );
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };
  const rowOf = async (who: World['clerk'], asOf: string) => {
    const key = await productId(world, 'N-4P7-01');
    return (await sheet(who, asOf)).rows.find((row) => row.key === key);
  };

  beforeAll(async () => {
    world = await makeWorld();
    progress = new ProgressService(world.roundRows);
    periodId = await withAwards(world);
    await withContracts(world, periodId, '1400');
    await world.setDate('2019-04-01');
    // Agreed 700 per hospital; hospital one orders 296 % of it.
    const { orderId, shipmentId, lineIds } = await withShipment(world, world.hospitals[0], 'N-4P7-01', 296n, [
      1400n,
      672n,
    ]);
    const [first, second] = lineIds;
    const accept = (shipmentLineId: string | undefined, accepted: bigint, damaged: bigint) =>
      world.done(world.hospitals[0], (tx) =>
        world.acceptances.accept(tx, world.hospitals[0], {
          shipmentId,
          acceptedOn: tx.businessDate,
          lines: [{ shipmentLineId: shipmentLineId ?? '', accepted, damaged, missing: 0n }],
        }),
      );
    await accept(first, 1400n, 0n);
    await world.setDate('2019-05-01');
    await accept(second, 642n, 30n);
    const lines = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM procurement.acceptance_line WHERE accepted_quantity = 642`,
    );
    await world.setDate('2019-06-01');
    await world.done(world.hospitals[0], (tx) =>
      world.acceptances.return(tx, world.hospitals[0], {
        acceptanceLineId: lines[0]?.id ?? '',
        quantity: 42n,
        reason: '近效期',
      }),
    );
    await world.done(world.hospitals[0], (tx) => world.orders.close(tx, world.hospitals[0], orderId));
  });
  afterAll(() => world.db.close());

  it('A16 shows agreed, ordered, shipped and accepted less returned, dated by acceptance', async () => {
    expect(await rowOf(world.hospitals[0], '2019-04-01')).toMatchObject({
      agreed: 700n,
      ordered: 2072n,
      shipped: 2072n,
      accepted: 1400n,
      percent: 20_000n,
    });
    expect(await rowOf(world.hospitals[0], '2019-05-01')).toMatchObject({ accepted: 2042n });
    expect(await rowOf(world.hospitals[0], '2019-06-01')).toMatchObject({ accepted: 2000n });
  });

  it('A13 nothing caps progress above 100 %', async () => {
    expect(await rowOf(world.hospitals[0], '2019-05-01')).toMatchObject({ percent: 29_171n, level: 'on-track' });
  });

  it('A16 PD-21 closing the order lowered nothing that was accepted', async () => {
    const [order] = await world.db.ownerQuery<{ state: string }>(`SELECT state FROM procurement.purchase_order`);
    expect(order?.state).toBe('closed');
    expect(await rowOf(world.clerk, '2019-10-31')).toMatchObject({ agreed: 1400n, accepted: 2000n, percent: 14_286n });
  });

  it('A17 time progress stands beside it with its days', async () => {
    expect(await sheet(world.clerk, '2019-10-31')).toMatchObject({ elapsedDays: 226, days: 366, timePercent: 6175n });
    expect(await sheet(world.clerk, '2020-03-19')).toMatchObject({ timePercent: 10_000n });
  });

  it('A17 what was not bought is behind, and unmet on the last day', async () => {
    const levels = async (asOf: string) => new Set((await sheet(world.clerk, asOf)).rows.map(({ level }) => level));
    expect(await levels('2019-10-31')).toEqual(new Set(['on-track', 'behind']));
    expect(await levels('2020-03-19')).toEqual(new Set(['on-track', 'unmet']));
  });

  it('A13 the average is the unweighted mean of the 25 products, with its base', async () => {
    const { average } = await sheet(world.clerk, '2019-10-31');
    // Hospital one alone: 2,000 of 1,400 for one product of 25; cefuroxime agrees 40 %.
    expect(average).toEqual({
      unweightedPercent: 571n,
      weightedPercent: 576n,
      base: { products: 25, agreed: 34_720n, withoutAgreedVolume: 0 },
    });
  });

  it('X1 a hospital and a supplier see their own contracts only', async () => {
    expect((await sheet(world.hospitals[1], '2019-10-31', 'hospital')).rows).toMatchObject([
      { key: world.hospitals[1].organisationId, accepted: 0n },
    ]);
    expect((await sheet(world.supplier, '2019-10-31', 'supplier')).rows).toMatchObject([
      { key: world.supplier.organisationId, accepted: 2000n },
    ]);
    const stranger = { ...world.supplier, organisationId: world.hospitals[0].organisationId };
    expect((await sheet(stranger, '2019-10-31')).rows).toEqual([]);
  });
});
