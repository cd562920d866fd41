import { plainDate } from '@huiji/kernel';
import { digest } from '../testing/digest';
import { withAwards, withContracts } from '../testing/scenes';
import { makeWorld, type World } from '../testing/world';
import { oneAgencyLevel } from '../reporting/model/campaign.types';

const ABSENT = '0190c6a4-5c1e-7b1a-9f00-00000000dead';

describe('volumes and contracts on PostgreSQL', () => {
  let world: World;
  let periodId: string;
  beforeAll(async () => {
    world = await makeWorld();
    periodId = await withAwards(world);
  });
  afterAll(() => world.db.close());

  it('A7 volumes are computed only when the campaign is closed and nothing waits', async () => {
    const compute = () => world.refusal(world.clerk, (tx) => world.volumes.compute(tx, periodId));
    expect(await compute()).toEqual(['CAMPAIGN_NOT_CLOSED']);
    expect(await world.refusal(world.clerk, (tx) => world.volumes.compute(tx, ABSENT))).toEqual(['NOT_FOUND']);
    expect(await world.refusal(world.clerk, (tx) => world.contracts.make(tx, { periodId, distributors: [] }))).toEqual([
      'WRONG_STATE',
    ]);
  });

  it('A9 two allocations started together: one computes, the other is told', async () => {
    const campaignId = await world.done(world.clerk, (tx) =>
      world.campaigns.plan(tx, {
        periodId,
        name: 'x',
        opensOn: plainDate('2019-01-02'),
        closesOn: plainDate('2019-01-31'),
        floorBp: 8000,
        hospitalIds: [],
        levels: oneAgencyLevel,
      }),
    );
    await world.done(world.clerk, (tx) => world.campaigns.open(tx, campaignId));
    const [report] = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM procurement.volume_report WHERE hospital_id = $1`,
      [world.hospitals[0].organisationId],
    );
    const reportId = report?.id ?? '';
    const [hospital] = world.hospitals;
    await world.done(hospital, (tx) =>
      world.reports.enter(tx, hospital, {
        reportId,
        lines: [{ variety: '蒙脱石散', product: '', quantity: '1001', reason: '' }],
      }),
    );
    await world.done(hospital, (tx) => world.reports.submit(tx, hospital, reportId));
    await world.done(world.clerk, (tx) => world.campaigns.close(tx, campaignId));
    expect(await world.refusal(world.clerk, (tx) => world.volumes.compute(tx, periodId))).toEqual(['REPORTS_WAITING']);
    await world.done(world.clerk, (tx) => world.reviews.accept(tx, world.clerk, reportId));
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.refusal(world.clerk, (tx) => world.volumes.compute(tx, periodId))),
    );
    expect(answers.map(([first]) => first).sort()).toEqual(['WRONG_STATE', 'WRONG_STATE', 'done']);
    expect(
      await world.db.ownerQuery(`SELECT sum(agreed_quantity)::bigint AS agreed FROM procurement.agreed_volume`),
    ).toEqual([{ agreed: 501n }]);
  });

  it('A7 a later ratio table moves nothing that was computed', async () => {
    const before = await world.db.ownerQuery(
      `SELECT variety_id, ratio_bp, agreed_quantity FROM procurement.variety_volume ORDER BY 1`,
    );
    const [old] = await world.db.ownerQuery<{ id: string }>(`SELECT id FROM procurement.ratio_table`);
    await world.done(world.clerk, (tx) =>
      world.rounds.endRatioTable(tx, { id: old?.id ?? '', validTo: plainDate('2018-12-31') }),
    );
    await world.done(world.clerk, (tx) =>
      world.rounds.setRatioTable(tx, {
        name: 'y',
        validFrom: plainDate('2019-01-01'),
        validTo: null,
        ordinaryBp: [9000, 9000, 9000, 9000],
        antibioticBp: [9000, 9000, 9000, 9000],
        legalBasis: 'x',
      }),
    );
    expect(await world.refusal(world.clerk, (tx) => world.volumes.compute(tx, periodId))).toEqual(['WRONG_STATE']);
    expect(
      await world.db.ownerQuery(
        `SELECT variety_id, ratio_bp, agreed_quantity FROM procurement.variety_volume ORDER BY 1`,
      ),
    ).toEqual(before);
  });

  it('X1 a distributor that is no supplier of the area is not found, and nothing is drafted', async () => {
    const before = await digest(world);
    const distributors = [{ manufacturerId: ABSENT, supplierId: world.hospitals[0].organisationId }];
    expect(await world.refusal(world.clerk, (tx) => world.contracts.make(tx, { periodId, distributors }))).toEqual([
      'NOT_FOUND',
    ]);
    expect(await digest(world)).toBe(before);
  });

  it('A10 an organisation signs only what it is a party of', async () => {
    await world.done(world.clerk, (tx) => world.contracts.make(tx, { periodId, distributors: [] }));
    expect(await world.refusal(world.supplier, (tx) => world.contracts.sign(tx, world.supplier, periodId))).toEqual([
      'NOT_FOUND',
    ]);
    expect(
      await world.refusal(world.hospitals[0], (tx) => world.contracts.sign(tx, world.hospitals[0], ABSENT)),
    ).toEqual(['NOT_FOUND']);
    await world.done(world.hospitals[0], (tx) => world.contracts.sign(tx, world.hospitals[0], periodId));
    expect(await world.refusal(world.clerk, (tx) => world.contracts.activate(tx, periodId))).toEqual([
      'SIGNATURES_MISSING',
    ]);
    expect(await world.refusal(world.clerk, (tx) => world.contracts.signOnPaper(tx, { periodId, note: '' }))).toEqual([
      'BAD_INPUT',
      [null, 'note', 'TEXT_LENGTH'],
    ]);
  });

  it('A10 the database refuses a line whose amount is not its quantity × price, rounded once', async () => {
    await expect(
      world.db.ownerQuery(
        `INSERT INTO procurement.sub_contract_line (area, id, sub_contract_id, agreement_year_id, agreed_quantity, price_fen, price_per, amount_fen)
         SELECT area, gen_random_uuid(), sub_contract_id, agreement_year_id, 10, 660, 7, 942 FROM procurement.sub_contract_line LIMIT 1`,
      ),
    ).rejects.toThrow('sub_contract_line_amount');
  });

  it('A7 the application role cannot rewrite volumes or contract lines', async () => {
    for (const table of ['agreed_volume', 'variety_volume', 'sub_contract_line', 'contract_price', 'award'])
      await expect(
        world.db.database.inTransaction(world.clerk.scope, (tx) =>
          tx.query(`UPDATE procurement.${table} SET area = area`).then(() => ({ ok: true, value: 0 }) as const),
        ),
      ).rejects.toThrow('permission denied');
  });
});

describe('a second period of the same round', () => {
  it('A1 has contracts of its own beside the first', async () => {
    const world = await makeWorld();
    const periodId = await withAwards(world);
    await withContracts(world, periodId);
    const [row] = await world.db.ownerQuery<{ contracts: bigint; subs: bigint }>(
      `SELECT (SELECT count(*) FROM procurement.main_contract) AS contracts, (SELECT count(*) FROM procurement.sub_contract WHERE state = 'in-force') AS subs`,
    );
    expect(row).toEqual({ contracts: 25n, subs: 50n });
    await world.db.close();
  });
});
