import { formatYuan, fen, plainDate, quantity } from '@huiji/kernel';
import { reportColumns } from './reporting/report-sheet';
import { oneAgencyLevel } from './reporting/model/campaign.types';
import { writeSheet } from './files/sheet-file';
import { upload, withAwards } from './testing/scenes';
import { makeWorld, type World } from './testing/world';

describe('from awards to acceptance, through the services', () => {
  let world: World;
  let periodId: string;
  let campaignId: string;
  const reportOf = async (index: 0 | 1): Promise<string> => {
    const rows = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM procurement.volume_report WHERE hospital_id = $1`,
      [world.hospitals[index].organisationId],
    );
    return rows[0]?.id ?? '';
  };
  const stateOf = async (table: string, id: string) =>
    (await world.db.ownerQuery<{ state: string }>(`SELECT state FROM procurement.${table} WHERE id = $1`, [id]))[0]
      ?.state;

  beforeAll(async () => {
    world = await makeWorld();
    periodId = await withAwards(world);
  });
  afterAll(() => world.db.close());

  it('A8 the award table of round 4+7 has exactly 25 drugs, the status of each beside it', async () => {
    const rows = await world.db.ownerQuery(`SELECT DISTINCT source_status FROM procurement.award`);
    expect(rows).toEqual([{ source_status: 'published table, recalled, not re-checked' }]);
    expect(
      await world.db.ownerQuery(`SELECT count(*) AS n, count(supplement_note) AS filled FROM procurement.award`),
    ).toEqual([{ n: 25n, filled: 4n }]);
  });

  it('A3 a campaign opens its window and invites every hospital of the area', async () => {
    campaignId = await world.done(world.clerk, (tx) =>
      world.campaigns.plan(tx, {
        periodId,
        name: '4+7报量',
        opensOn: plainDate('2019-01-02'),
        closesOn: plainDate('2019-01-31'),
        floorBp: 8000,
        hospitalIds: [],
        levels: oneAgencyLevel,
      }),
    );
    await world.done(world.clerk, (tx) => world.campaigns.open(tx, campaignId));
    expect(await world.db.ownerQuery(`SELECT state, edition FROM procurement.volume_report`)).toEqual([
      { state: 'draft', edition: 0 },
      { state: 'draft', edition: 0 },
    ]);
  });

  it('A5 a sheet is read by the job: faults with row and column first, clean lines after', async () => {
    const [hospital] = world.hospitals;
    const reportId = await reportOf(0);
    const columns = Object.values(reportColumns).map((header) => ({ header, width: 10 }));
    const sheet = (second: string | number) =>
      writeSheet('报量', columns, [
        ['阿托伐他汀钙片', '片', '', '', 70_001, ''],
        ['蒙脱石散', '袋', '', '', second, ''],
      ]);
    const bad = await upload(world, hospital, 'bad.xlsx', await sheet('约五千'));
    await world.done(hospital, (tx) => world.reports.upload(tx, hospital, { reportId, fileId: bad }));
    await world.readReport.handle({ area: tx(world), reportId, edition: 1 });
    expect(await stateOf('volume_report', reportId)).toBe('faulty');
    expect(await world.db.ownerQuery(`SELECT row_number, field, code FROM procurement.volume_report_fault`)).toEqual([
      { row_number: 3, field: reportColumns.quantity, code: 'NOT_A_QUANTITY' },
    ]);
    expect(await world.db.ownerQuery(`SELECT id FROM procurement.volume_report_line`)).toEqual([]);
    const good = await upload(world, hospital, 'good.xlsx', await sheet(5000));
    await world.done(hospital, (tx) => world.reports.upload(tx, hospital, { reportId, fileId: good }));
    await world.readReport.handle({ area: tx(world), reportId, edition: 2 });
    await world.readReport.handle({ area: tx(world), reportId, edition: 2 });
    expect(await stateOf('volume_report', reportId)).toBe('draft');
    await world.done(hospital, (tx) => world.reports.submit(tx, hospital, reportId));
  });

  it('A6 another hospital enters by form, withdraws, submits, is returned with a reason and accepted the second time', async () => {
    const [, hospital] = world.hospitals;
    const reportId = await reportOf(1);
    const enter = (units: string) =>
      world.done(hospital, (tx) =>
        world.reports.enter(tx, hospital, {
          reportId,
          lines: [{ variety: '阿托伐他汀钙片', product: '', quantity: units, reason: '' }],
        }),
      );
    await enter('30000');
    await world.done(hospital, (tx) => world.reports.submit(tx, hospital, reportId));
    await world.done(hospital, (tx) => world.reports.withdraw(tx, hospital, reportId));
    await world.done(hospital, (tx) => world.reports.submit(tx, hospital, reportId));
    await world.done(world.reviewer, (tx) => world.reviews.return(tx, world.reviewer, { reportId, reason: '请核对' }));
    await enter('30002');
    await world.done(hospital, (tx) => world.reports.submit(tx, hospital, reportId));
    await world.done(world.reviewer, (tx) => world.reviews.accept(tx, world.reviewer, reportId));
    const first = await reportOf(0);
    await world.done(world.clerk, (tx) => world.reviews.accept(tx, world.clerk, first));
    expect(await stateOf('volume_report', reportId)).toBe('accepted');
  });

  it('A7 the base becomes agreed volumes: half-up(100,003 × 50 %) = 50,002, shared without losing a tablet', async () => {
    await world.done(world.clerk, (tx) => world.campaigns.close(tx, campaignId));
    await world.done(world.clerk, (tx) => world.volumes.compute(tx, periodId));
    expect(
      await world.db.ownerQuery(
        `SELECT base_quantity, agreed_quantity FROM procurement.variety_volume WHERE agreed_quantity > 0 ORDER BY base_quantity DESC`,
      ),
    ).toEqual([
      { base_quantity: 100_003n, agreed_quantity: 50_002n },
      { base_quantity: 5000n, agreed_quantity: 2500n },
    ]);
  });

  it('A10 contracts are drafted, signed by three parties and put in force; the amount is the sum of rounded lines', async () => {
    await world.done(world.clerk, async (tx) => {
      const awards = await world.roundRows.awardsOf(tx, periodId);
      const distributors = awards.map(({ manufacturerId }) => ({
        manufacturerId,
        supplierId: world.supplier.organisationId,
      }));
      return world.contracts.make(tx, { periodId, distributors });
    });
    expect(await world.refusal(world.clerk, (tx) => world.contracts.activate(tx, periodId))).toEqual([
      'SIGNATURES_MISSING',
    ]);
    for (const party of [...world.hospitals, world.supplier])
      await world.done(party, (tx) => world.contracts.sign(tx, party, periodId));
    expect(await world.refusal(world.clerk, (tx) => world.contracts.activate(tx, periodId))).toEqual([
      'SIGNATURES_MISSING',
    ]);
    await world.done(world.clerk, (tx) =>
      world.contracts.signOnPaper(tx, { periodId, note: '企业纸质合同，档案 2019-1' }),
    );
    await world.done(world.clerk, (tx) => world.contracts.activate(tx, periodId));
    const [row] = await world.db.ownerQuery<{ amount: bigint }>(
      `SELECT sum(amount_fen)::bigint AS amount FROM procurement.main_contract`,
    );
    // 35,001 and 15,001 tablets at 6.60 per 7: 33,000.94 + 14,143.80; 2,500 sachets at 6.80 per 10: 1,700.00.
    expect(formatYuan(fen(row?.amount ?? 0n))).toBe('48844.74');
  });

  it('A12 A14 A15 A16 an order at the contract price is shipped, partly accepted and partly sent back', async () => {
    const [hospital] = world.hospitals;
    const { supplier } = world;
    await world.setDate('2019-04-01');
    const [product] = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM catalog.product WHERE code = 'N-4P7-01'`,
    );
    const orderId = await world.done(hospital, (tx) =>
      world.orders.place(tx, hospital, [{ productId: product?.id ?? '', packs: 15_000n }]),
    );
    await world.done(supplier, (tx) => world.orders.confirm(tx, supplier, orderId));
    const [line] = await world.db.ownerQuery<{ id: string; amount_fen: bigint }>(
      `SELECT id, amount_fen FROM procurement.purchase_order_line`,
    );
    expect(line?.amount_fen).toBe(9_900_000n);
    const batch = { orderLineId: line?.id ?? '', batchNumber: 'A1904', expiresOn: plainDate('2021-04-30') };
    const shipmentId = await world.done(supplier, (tx) =>
      world.orders.ship(tx, supplier, { orderId, lines: [{ ...batch, quantity: quantity(100_000) }] }),
    );
    expect(
      await world.refusal(supplier, (tx) =>
        world.orders.ship(tx, supplier, { orderId, lines: [{ ...batch, quantity: 5001n }] }),
      ),
    ).toEqual(['BAD_INPUT', [1, 'lines.quantity', 'MORE_THAN_ORDERED']]);
    const [shipped] = await world.db.ownerQuery<{ id: string }>(`SELECT id FROM procurement.shipment_line`);
    const lines = [{ shipmentLineId: shipped?.id ?? '', accepted: 99_990n, damaged: 7n, missing: 3n }];
    await world.done(hospital, (tx) =>
      world.acceptances.accept(tx, hospital, { shipmentId, acceptedOn: plainDate('2019-04-01'), lines }),
    );
    const [accepted] = await world.db.ownerQuery<{ id: string }>(`SELECT id FROM procurement.acceptance_line`);
    for (const units of [70n, 20n])
      await world.done(hospital, (tx) =>
        world.acceptances.return(tx, hospital, {
          acceptanceLineId: accepted?.id ?? '',
          quantity: units,
          reason: '近效期',
        }),
      );
    await world.done(hospital, (tx) => world.orders.close(tx, hospital, orderId));
    expect(
      await world.db.ownerQuery(
        `SELECT accepted_quantity, returned_quantity, amount_fen FROM procurement.accepted_line_v1`,
      ),
    ).toEqual([{ accepted_quantity: 99_990n, returned_quantity: 90n, amount_fen: 9_419_143n }]);
  });
});

const tx = (world: World): string => world.clerk.area;
