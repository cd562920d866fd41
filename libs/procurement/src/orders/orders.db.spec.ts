import { plainDate } from '@huiji/kernel';
import { procurementInvariants } from '../invariants';
import { digest } from '../testing/digest';
import { productId, withAwards, withContracts, withShipment } from '../testing/scenes';
import { callerOf, makeWorld, type World } from '../testing/world';

const ABSENT = '0190c6a4-5c1e-7b1a-9f00-00000000dead';
const batch = { batchNumber: 'B1', expiresOn: plainDate('2022-12-31') };

describe('orders, shipments and acceptances on PostgreSQL', () => {
  let world: World;
  let atorvastatin: string;
  const order = (packs = 1n, who = world.hospitals[0]) =>
    world.done(who, (tx) => world.orders.place(tx, who, [{ productId: atorvastatin, packs }]));

  beforeAll(async () => {
    world = await makeWorld();
    await withContracts(world, await withAwards(world), '1400');
    atorvastatin = await productId(world, 'N-4P7-01');
    await world.setDate('2019-04-01');
  });
  afterAll(() => world.db.close());

  it('A12 before the execution date there is no price, so there is no order', async () => {
    await world.setDate('2019-03-19');
    expect(
      await world.refusal(world.hospitals[0], (tx) =>
        world.orders.place(tx, world.hospitals[0], [{ productId: atorvastatin, packs: 1n }]),
      ),
    ).toEqual(['BAD_INPUT', [1, 'lines.productId', 'NO_CONTRACT_IN_FORCE']]);
    await world.setDate('2019-04-01');
  });

  it('A12 a price in the request changes nothing: the line has the price of the contract', async () => {
    const tampered = [{ productId: atorvastatin, packs: 2n, price: { fen: 1n, per: 7n }, amount: 1n }];
    const id = await world.done(world.hospitals[0], (tx) => world.orders.place(tx, world.hospitals[0], tampered));
    expect(
      await world.db.ownerQuery(
        `SELECT price_fen, price_per, amount_fen FROM procurement.purchase_order_line WHERE order_id = $1`,
        [id],
      ),
    ).toEqual([{ price_fen: 660n, price_per: 7n, amount_fen: 1320n }]);
  });

  it('A13 an order above the agreed volume is taken', async () => {
    await expect(order(10_000n)).resolves.toEqual(expect.any(String));
  });

  it('X1 a foreign order and an absent one give the same answer, to hospital and supplier alike', async () => {
    const id = await order();
    const stranger = callerOf(77, world.hospitals[1].organisationId, 'supplier');
    const before = await digest(world);
    for (const orderId of [id, ABSENT]) {
      expect(await world.refusal(stranger, (tx) => world.orders.confirm(tx, stranger, orderId))).toEqual(['NOT_FOUND']);
      expect(await world.refusal(stranger, (tx) => world.orders.refuse(tx, stranger, orderId, 'x'))).toEqual([
        'NOT_FOUND',
      ]);
      expect(await world.refusal(stranger, (tx) => world.orders.ship(tx, stranger, { orderId, lines: [] }))).toEqual([
        'NOT_FOUND',
      ]);
      expect(
        await world.refusal(world.hospitals[1], (tx) => world.orders.cancel(tx, world.hospitals[1], orderId)),
      ).toEqual(['NOT_FOUND']);
      expect(
        await world.refusal(world.hospitals[1], (tx) => world.orders.close(tx, world.hospitals[1], orderId)),
      ).toEqual(['NOT_FOUND']);
    }
    expect(await digest(world)).toBe(before);
  });

  it('A14 an order is shipped only when it was confirmed', async () => {
    const id = await order();
    const { supplier } = world;
    expect(await world.refusal(supplier, (tx) => world.orders.ship(tx, supplier, { orderId: id, lines: [] }))).toEqual([
      'WRONG_STATE',
    ]);
    await world.done(supplier, (tx) => world.orders.confirm(tx, supplier, id));
    expect(await world.refusal(supplier, (tx) => world.orders.confirm(tx, supplier, id))).toEqual(['WRONG_STATE']);
    expect(await world.refusal(supplier, (tx) => world.orders.ship(tx, supplier, { orderId: id, lines: [] }))).toEqual([
      'BAD_INPUT',
      [null, 'lines', 'LINE_COUNT'],
    ]);
    const again = await order();
    expect(await world.refusal(supplier, (tx) => world.orders.refuse(tx, supplier, again, ''))).toEqual([
      'BAD_INPUT',
      [null, 'reason', 'TEXT_LENGTH'],
    ]);
    await world.done(supplier, (tx) => world.orders.refuse(tx, supplier, again, '缺货'));
  });

  it('A12 fifty orders at once get fifty numbers without a gap', async () => {
    const ids = await Promise.all(
      Array.from({ length: 50 }, (_, index) => order(1n, world.hospitals[(index % 2) as 0 | 1])),
    );
    const rows = await world.db.ownerQuery<{ number: string }>(
      `SELECT number FROM procurement.purchase_order WHERE id = ANY($1::uuid[]) ORDER BY 1`,
      [ids],
    );
    const numbers = rows.map(({ number }) => Number(number.slice(1)));
    expect(Math.max(...numbers) - Math.min(...numbers)).toBe(49);
  }, 60_000);

  it('A14 two shipments at once never pass what was ordered', async () => {
    const id = await order(10n);
    const { supplier } = world;
    await world.done(supplier, (tx) => world.orders.confirm(tx, supplier, id));
    const [line] = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM procurement.purchase_order_line WHERE order_id = $1`,
      [id],
    );
    const ship = () =>
      world.refusal(supplier, (tx) =>
        world.orders.ship(tx, supplier, {
          orderId: id,
          lines: [{ orderLineId: line?.id ?? '', quantity: 40n, ...batch }],
        }),
      );
    const answers = await Promise.all([ship(), ship()]);
    expect(answers.map(([first]) => first).sort()).toEqual(['BAD_INPUT', 'done']);
  });

  it('A15 two who accept the same shipment: one acts, the other is told', async () => {
    const { shipmentId, lineIds } = await withShipment(world, world.hospitals[0], 'N-4P7-01', 10n, [70n]);
    const lines = [{ shipmentLineId: lineIds[0] ?? '', accepted: 70n, damaged: 0n, missing: 0n }];
    const accept = () =>
      world.refusal(world.hospitals[0], (tx) =>
        world.acceptances.accept(tx, world.hospitals[0], { shipmentId, acceptedOn: plainDate('2019-04-01'), lines }),
      );
    const answers = await Promise.all([accept(), accept()]);
    expect(answers.map(([first]) => first).sort()).toEqual(['BAD_INPUT', 'done']);
    expect(
      await world.refusal(world.hospitals[1], (tx) =>
        world.acceptances.accept(tx, world.hospitals[1], { shipmentId, acceptedOn: plainDate('2019-04-01'), lines }),
      ),
    ).toEqual(['NOT_FOUND']);
  });

  it('A15 two returns at once never pass what was accepted', async () => {
    const [line] = await world.db.ownerQuery<{ id: string }>(`SELECT id FROM procurement.acceptance_line LIMIT 1`);
    const give = (who: World['clerk'], quantity: bigint) =>
      world.refusal(who, (tx) =>
        world.acceptances.return(tx, who, { acceptanceLineId: line?.id ?? '', quantity, reason: '破损' }),
      );
    const answers = await Promise.all([give(world.hospitals[0], 40n), give(world.hospitals[0], 40n)]);
    expect(answers.filter(([first]) => first === 'done')).toHaveLength(1);
    expect(await give(world.hospitals[0], 31n)).toEqual(['BAD_INPUT', [null, 'quantity', 'MORE_THAN_ACCEPTED']]);
    expect(await give(world.hospitals[1], 1n)).toEqual(['NOT_FOUND']);
    expect(await give(world.hospitals[0], 30n)).toEqual(['done']);
  });

  it.each([
    [
      'shipped more than ordered',
      `INSERT INTO procurement.shipment_line (area, id, shipment_id, line_number, order_line_id, ordered_quantity, shipped_before, shipped_quantity, batch_number, expires_on) SELECT area, gen_random_uuid(), shipment_id, 99, order_line_id, ordered_quantity, shipped_after, 1000000, 'x', expires_on FROM procurement.shipment_line LIMIT 1`,
      'shipped_not_more_than_ordered',
    ],
    [
      'a second start of the same chain',
      `INSERT INTO procurement.shipment_line (area, id, shipment_id, line_number, order_line_id, ordered_quantity, shipped_before, shipped_quantity, batch_number, expires_on) SELECT area, gen_random_uuid(), shipment_id, 99, order_line_id, ordered_quantity, 0, 1, 'x', expires_on FROM procurement.shipment_line LIMIT 1`,
      'shipment_line_chain',
    ],
    [
      'a gap in the chain',
      `INSERT INTO procurement.shipment_line (area, id, shipment_id, line_number, order_line_id, ordered_quantity, shipped_before, shipped_quantity, batch_number, expires_on) SELECT area, gen_random_uuid(), shipment_id, 99, order_line_id, ordered_quantity, 3, 1, 'x', expires_on FROM procurement.shipment_line WHERE shipped_after < ordered_quantity LIMIT 1`,
      'follows',
    ],
    [
      'accepted that is not what was shipped',
      `INSERT INTO procurement.acceptance_line SELECT area, gen_random_uuid(), acceptance_id, shipment_line_id, order_line_id, sub_contract_id, hospital_id, supplier_id, manufacturer_id, product_id, variety_id, accepted_on, shipped_quantity, accepted_quantity + 1, damaged_quantity, missing_quantity, price_fen, price_per FROM procurement.acceptance_line LIMIT 1`,
      'accepted_parts_are_shipped',
    ],
    [
      'a line accepted twice',
      `INSERT INTO procurement.acceptance_line SELECT area, gen_random_uuid(), acceptance_id, shipment_line_id, order_line_id, sub_contract_id, hospital_id, supplier_id, manufacturer_id, product_id, variety_id, accepted_on, shipped_quantity, accepted_quantity, damaged_quantity, missing_quantity, price_fen, price_per FROM procurement.acceptance_line LIMIT 1`,
      'shipped_line_accepted_once',
    ],
    [
      'returned more than accepted',
      `INSERT INTO procurement.return_line (area, id, acceptance_line_id, accepted_quantity, returned_before, returned_quantity, returned_on, reason) SELECT area, gen_random_uuid(), acceptance_line_id, accepted_quantity, returned_after, 1000, returned_on, 'x' FROM procurement.return_line LIMIT 1`,
      'returned_not_more_than_accepted',
    ],
  ])('A15 the database itself refuses %s', async (_what, sql, constraint) => {
    await expect(world.db.ownerQuery(sql)).rejects.toThrow(constraint);
  });

  it('every promise about stored procurement data holds after all this', async () => {
    for (const { id, sql } of procurementInvariants)
      expect([id, await world.db.database.read(world.clerk.scope, (tx) => tx.query(sql, [tx.area]))]).toEqual([id, []]);
  });

  it('A16 an invariant notices what was tampered with', async () => {
    const broken = async (tamper: string, id: string) => {
      await world.db.ownerQuery(tamper);
      const invariant = procurementInvariants.find((known) => known.id === id);
      return (await world.db.database.read(world.clerk.scope, (tx) => tx.query(invariant?.sql ?? '', [tx.area])))
        .length;
    };
    expect(
      await broken(
        `UPDATE procurement.main_contract SET amount_fen = amount_fen + 1`,
        'procurement-contract-amount-is-its-lines',
      ),
    ).toBe(25);
    expect(
      await broken(
        `UPDATE procurement.purchase_order_line SET price_fen = 1 WHERE line_number = 1 AND order_id = (SELECT id FROM procurement.purchase_order LIMIT 1)`,
        'procurement-order-price-is-the-contracts',
      ),
    ).toBe(1);
    expect(
      await broken(
        `UPDATE procurement.purchase_order SET state = 'closed' WHERE id = (SELECT id FROM procurement.purchase_order WHERE state = 'placed' LIMIT 1)`,
        'procurement-purchase-order-state-is-its-actions',
      ),
    ).toBe(1);
  });
});
