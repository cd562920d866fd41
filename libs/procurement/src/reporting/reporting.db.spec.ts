import { plainDate } from '@huiji/kernel';
import { columnReader, readSheet } from '../files/sheet-file';
import { digest } from '../testing/digest';
import { upload, withAwards } from '../testing/scenes';
import { callerOf, makeWorld, type World } from '../testing/world';
import { FAULT_COLUMN } from './report-fault-sheet';
import { rawLinesOf, reportColumns } from './report-sheet';

const ABSENT = '0190c6a4-5c1e-7b1a-9f00-00000000dead';

describe('reporting on PostgreSQL', () => {
  let world: World;
  let campaignId: string;
  let mine: string;
  const levels = [
    { name: '县级', roles: ['agency-clerk', 'agency-first-review'] },
    { name: '市级', roles: ['agency-first-review', 'agency-recheck'] },
  ];
  const line = (quantity = '900', more: object = {}) => ({
    variety: '阿托伐他汀钙片',
    product: '',
    quantity,
    reason: '',
    ...more,
  });
  const enter = (lines: readonly ReturnType<typeof line>[], who = world.hospitals[0], reportId = mine) =>
    world.refusal(who, (tx) => world.reports.enter(tx, who, { reportId, lines }));
  const stateOf = async (id: string) =>
    (
      await world.db.ownerQuery<{ state: string; edition: number }>(
        `SELECT state, edition FROM procurement.volume_report WHERE id = $1`,
        [id],
      )
    )[0];

  beforeAll(async () => {
    world = await makeWorld();
    const periodId = await withAwards(world);
    const plan = {
      periodId,
      name: '报量',
      opensOn: plainDate('2019-01-02'),
      closesOn: plainDate('2019-01-31'),
      floorBp: 8000,
      hospitalIds: [],
      levels,
    };
    campaignId = await world.done(world.clerk, (tx) => world.campaigns.plan(tx, plan));
    expect(await world.refusal(world.clerk, (tx) => world.campaigns.plan(tx, plan))).toEqual(['CAMPAIGN_EXISTS']);
    expect(await world.refusal(world.clerk, (tx) => world.campaigns.close(tx, campaignId))).toEqual(['WRONG_STATE']);
    await world.done(world.clerk, (tx) => world.campaigns.open(tx, campaignId));
    const reports = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM procurement.volume_report WHERE hospital_id = $1`,
      [world.hospitals[0].organisationId],
    );
    mine = reports[0]?.id ?? '';
    const [variety] = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM catalog.variety WHERE generic_name_zh = '阿托伐他汀钙片'`,
    );
    const use = { hospitalId: world.hospitals[0].organisationId, varietyId: variety?.id ?? '', sourceNote: '历史采购' };
    await world.done(world.clerk, (tx) =>
      world.campaigns.recordUse(tx, [
        { ...use, year: 2017, quantity: 900n },
        { ...use, year: 2018, quantity: 1100n },
      ]),
    );
  });
  afterAll(() => world.db.close());

  it('A5 the template lists every variety of the round with the mean of two years', async () => {
    const fileId = await world.done(world.hospitals[0], (tx) =>
      world.reports.makeTemplate(tx, world.hospitals[0], mine),
    );
    const file = await world.db.database.read(world.clerk.scope, (tx) => world.files.load(tx, fileId));
    const sheet = await readSheet(file?.content ?? Buffer.alloc(0));
    if (!sheet.ok) throw new Error('template');
    const cell = columnReader(sheet.value);
    expect(sheet.value.rows).toHaveLength(25);
    const row = sheet.value.rows.find(({ cells }) => cell(cells, reportColumns.variety) === '阿托伐他汀钙片');
    expect([cell(row?.cells ?? [], reportColumns.mean), cell(row?.cells ?? [], reportColumns.unit)]).toEqual([
      '1000',
      '片',
    ]);
  });

  it('PD-19 A4 form and sheet are refused by the same rule for the same line', async () => {
    expect(await enter([line('600')])).toEqual(['BAD_INPUT', [1, 'lines.reason', 'BELOW_FLOOR_WITHOUT_REASON']]);
    const csv = Buffer.from(
      `${reportColumns.variety},${reportColumns.quantity},${reportColumns.reason}\n阿托伐他汀钙片,600,\n`,
    );
    const fileId = await upload(world, world.hospitals[0], 'r.csv', csv);
    await world.done(world.hospitals[0], (tx) =>
      world.reports.upload(tx, world.hospitals[0], { reportId: mine, fileId }),
    );
    await world.readReport.handle({ area: world.clerk.area, reportId: mine, edition: 1 });
    expect(await world.db.ownerQuery(`SELECT row_number, field, code FROM procurement.volume_report_fault`)).toEqual([
      { row_number: 2, field: reportColumns.reason, code: 'BELOW_FLOOR_WITHOUT_REASON' },
    ]);
  });

  it('A5 the sheet comes back with the faults of each row beside it, and can be mended and sent as it is', async () => {
    const [report] = await world.db.ownerQuery<{ id: string }>(
      'SELECT fault_file_id AS id FROM procurement.volume_report WHERE id = $1',
      [mine],
    );
    const back = await world.db.database.read(world.clerk.scope, (tx) => world.files.load(tx, report?.id ?? ''));
    const sheet = await readSheet(back?.content ?? Buffer.alloc(0));
    if (!sheet.ok) throw new Error('no sheet came back');
    const cell = columnReader(sheet.value);
    expect(sheet.value.rows.map(({ cells }) => cell(cells, reportColumns.quantity))).toEqual(['600']);
    expect(cell(sheet.value.rows[0]?.cells ?? [], FAULT_COLUMN)).toContain(reportColumns.reason);
    expect(rawLinesOf(sheet.value)).toMatchObject([{ row: 2, quantity: '600', variety: '阿托伐他汀钙片' }]);
    expect(back?.organisationId).toBe(world.hospitals[0].organisationId);
  });

  it('A5 a refused entry changes nothing, however it is wrong', async () => {
    const before = await digest(world);
    expect(await enter([])).toEqual(['BAD_INPUT', [null, 'lines', 'NO_LINES']]);
    expect(await enter([line('x'), line('1e309'), line('900', { product: 'N-4P7-02' })])).toEqual([
      'BAD_INPUT',
      [1, 'lines.quantity', 'NOT_A_QUANTITY'],
      [2, 'lines.quantity', 'NOT_A_QUANTITY'],
      [3, 'lines.product', 'PRODUCT_NOT_OF_VARIETY'],
    ]);
    expect(await digest(world)).toBe(before);
  });

  it("X1 another hospital's report, and one that does not exist, give the same answer", async () => {
    expect(await enter([line()], world.hospitals[1])).toEqual(['NOT_FOUND']);
    expect(await enter([line()], world.hospitals[0], ABSENT)).toEqual(['NOT_FOUND']);
    const file = await upload(world, world.hospitals[1], 'x.csv', Buffer.from('a'));
    expect(
      await world.refusal(world.hospitals[0], (tx) =>
        world.reports.upload(tx, world.hospitals[0], { reportId: mine, fileId: file }),
      ),
    ).toEqual(['NOT_FOUND']);
  });

  it('A6 every level must pass, by different people in its roles; a no at level 2 stops the chain (PD-17)', async () => {
    const recheck = callerOf(3, world.clerk.organisationId, 'agency-recheck');
    const accept = (who: World['clerk']) => world.refusal(who, (tx) => world.reviews.accept(tx, who, mine));
    await enter([line('900')]);
    expect(await accept(world.clerk)).toEqual(['WRONG_STATE']);
    await world.done(world.hospitals[0], (tx) => world.reports.submit(tx, world.hospitals[0], mine));
    expect(await accept(recheck)).toEqual(['NOT_YOUR_LEVEL']);
    expect(await accept(world.reviewer)).toEqual(['done']);
    expect(await accept(world.reviewer)).toEqual(['REVIEWED_BEFORE']);
    expect(
      await world.refusal(recheck, (tx) => world.reviews.return(tx, recheck, { reportId: mine, reason: ' ' })),
    ).toEqual(['BAD_INPUT', [null, 'reason', 'TEXT_LENGTH']]);
    await world.done(recheck, (tx) => world.reviews.return(tx, recheck, { reportId: mine, reason: '数量有误' }));
    expect(await stateOf(mine)).toEqual({ state: 'returned', edition: 2 });
    expect(await accept(world.clerk)).toEqual(['WRONG_STATE']);
  });

  it('A6 two people who accept at once: one acts, the other is told', async () => {
    await enter([line('900')]);
    await world.done(world.hospitals[0], (tx) => world.reports.submit(tx, world.hospitals[0], mine));
    await world.done(world.clerk, (tx) => world.reviews.accept(tx, world.clerk, mine));
    const others = [
      callerOf(31, world.clerk.organisationId, 'agency-recheck'),
      callerOf(32, world.clerk.organisationId, 'agency-recheck'),
    ];
    const answers = await Promise.all(
      others.map((who) => world.refusal(who, (tx) => world.reviews.accept(tx, who, mine))),
    );
    expect(answers.map(([first]) => first).sort()).toEqual(['WRONG_STATE', 'done']);
    expect(await stateOf(mine)).toEqual({ state: 'accepted', edition: 3 });
    expect(await enter([line('900')])).toEqual(['WRONG_STATE']);
  });

  it('A3 after the window a report is refused; reopened for one hospital it is taken, for the other not', async () => {
    const [other] = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM procurement.volume_report WHERE id <> $1`,
      [mine],
    );
    await world.setDate('2019-02-01');
    const second = world.hospitals[1];
    expect(await enter([line()], second, other?.id)).toEqual(['REPORTING_CLOSED']);
    await world.done(world.clerk, (tx) => world.campaigns.close(tx, campaignId));
    const reopen = (until: string) =>
      world.refusal(world.clerk, (tx) =>
        world.campaigns.reopen(tx, {
          campaignId,
          hospitalId: second.organisationId,
          until: plainDate(until),
          reason: '系统故障',
        }),
      );
    expect(await reopen('2019-01-31')).toEqual(['BAD_INPUT', [null, 'until', 'DATE_HAS_PASSED']]);
    expect(await reopen('2019-02-03')).toEqual(['done']);
    expect(await enter([line()], second, other?.id)).toEqual(['done']);
    await world.setDate('2019-02-04');
    expect(await enter([line()], second, other?.id)).toEqual(['REPORTING_CLOSED']);
  });

  it('A6 every edition is kept', async () => {
    const editions = await world.db.ownerQuery(
      `SELECT DISTINCT edition FROM procurement.volume_report_line WHERE report_id = $1 ORDER BY 1`,
      [mine],
    );
    expect(editions).toEqual([{ edition: 2 }, { edition: 3 }]);
  });
});
