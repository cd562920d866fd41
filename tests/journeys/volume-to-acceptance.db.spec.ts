import { reportColumns } from '@huiji/procurement';
import { awards, sheet, supplements } from './support/award-table';
import { JourneyArea } from './support/journey-area';
import { journeyApi, type JourneyApi } from './support/journey-api';

describe('volume to acceptance, through GraphQL with the jobs running', () => {
  let journey: JourneyApi;
  let area: JourneyArea;
  let periodId: string;
  let reportId: string;

  beforeAll(async () => {
    journey = await journeyApi();
    area = await JourneyArea.open(journey, '500000', '2019-01-02');
    const cast = {
      hospital: ['hospital', '第一医院'],
      other: ['hospital', '第二医院'],
      supplier: ['supplier', '配送公司'],
    } as const;
    for (const [login, [kind, name]] of Object.entries(cast)) {
      await area.organisation(kind, name);
      await area.person(login, name, kind);
    }
  });
  afterAll(() => journey.close());

  it('A8 the award table of 25 drugs is imported; figures it lacks are named with row, field and mend', async () => {
    const clerk = area.as('clerk');
    const ratios = { ordinary: [5000, 6000, 7000, 8000], antibiotic: [4000, 5000, 6000, 7000] };
    await area
      .as('approval')
      .mutate(
        'ratioTableSet',
        { name: '约定采购比例', validFrom: '2018-12-01', ...ratios, legalBasis: '测试' },
        '{ id ordinary validTo }',
      );
    const { id: roundId } = await clerk.mutate<{ id: string }>(
      'roundOpen',
      { code: '4+7', nameZh: '4+7试点', kind: 'NATIONAL', announcedOn: '2018-12-07' },
      '{ id kind }',
    );
    const period = await clerk.mutate<{ id: string }>(
      'agreementPeriodPlan',
      { roundId, executionDate: '2019-03-20', years: 1 },
      '{ id state years { yearNumber startsOn endsOn } }',
    );
    periodId = period.id;
    const fileId = await clerk.upload('awards.csv', awards(), 'text/csv');
    const refused = await clerk.refusal('awardsImport', { periodId, fileId });
    expect(refused.issues?.[0]).toMatchObject({
      row: 8,
      field: 'pack_price_yuan',
      code: 'MISSING_PACK_PRICE',
      mend: '请补充每盒价格并说明来源',
    });
    expect(
      await clerk.mutate('awardsImport', { periodId, fileId, supplements }, '{ awardCount contractAmount }'),
    ).toMatchObject({ awardCount: 25, contractAmount: '0.00' });
    const rows = await area.list<{ supplementNote: string | null; sourceStatus: string }>(
      'auditor',
      'query ($p: Uuid!) { awards(periodId: $p, first: 50) { edges { node { supplementNote sourceStatus share price { amount units } product { code } manufacturer { nameZh } variety { genericNameZh } } } } }',
      { p: periodId },
    );
    expect([rows.length, rows.filter(({ supplementNote }) => supplementNote !== null).length]).toEqual([25, 4]);
  });

  it('A3 A5 a hospital downloads its template, uploads a sheet with faults and then a good one', async () => {
    const campaign = await area
      .as('clerk')
      .mutate<{ id: string }>(
        'reportingCampaignPlan',
        { periodId, name: '4+7报量', opensOn: '2019-01-02', closesOn: '2019-01-31' },
        '{ id state floor levels { level name roles } counts { state reports } }',
      );
    await area
      .as('clerk')
      .mutate('reportingCampaignOpen', { campaignId: campaign.id }, '{ state counts { state reports } }');
    const hospital = area.as('hospital');
    const mine = await area.list<{ id: string }>(
      'hospital',
      '{ volumeReports { edges { node { id state writable hospital { nameZh } campaign { name } } } } }',
    );
    expect(mine).toHaveLength(1);
    reportId = mine[0]?.id ?? '';
    const { fileId: template } = await hospital.mutate<{ fileId: string }>(
      'volumeReportTemplateMake',
      { reportId },
      '{ fileId }',
    );
    expect((await hospital.download(template))?.subarray(0, 2).toString()).toBe('PK');
    await hospital.mutate(
      'volumeReportUpload',
      { reportId, fileId: await hospital.upload('bad.xlsx', await sheet('约七万')) },
      '{ state }',
    );
    await journey.drain(area.code);
    const { volumeReport: faulty } = await hospital.query<{ volumeReport: unknown }>(
      'query ($id: Uuid!) { volumeReport(id: $id) { state faultCount fileName faults { row field code message mend } lines { row } } }',
      { id: reportId },
    );
    expect(faulty).toMatchObject({
      state: 'FAULTY',
      fileName: 'bad.xlsx',
      lines: [],
      faults: [
        {
          row: 2,
          field: reportColumns.quantity,
          code: 'NOT_A_QUANTITY',
          message: '“约七万”不是数量',
          mend: '请填写不小于 0 的整数，按最小单位计',
        },
      ],
    });
    await hospital.mutate(
      'volumeReportUpload',
      { reportId, fileId: await hospital.upload('good.xlsx', await sheet(1400)) },
      '{ state }',
    );
    await journey.drain(area.code);
    await hospital.mutate('volumeReportSubmit', { reportId }, '{ state waitingFor { name roles } }');
    for (const act of ['volumeReportWithdraw', 'volumeReportSubmit'])
      await hospital.mutate(act, { reportId }, '{ state }');
  });

  it('A6 a reviewer returns it with a reason, which the hospital reads; then it is accepted', async () => {
    const hospital = area.as('hospital');
    await area.as('first').mutate('volumeReportReturn', { reportId, reason: '请核对' }, '{ state }');
    expect(
      await hospital.query(
        'query ($id: Uuid!) { volumeReport(id: $id) { state returnReason lines { row quantity variety { genericNameZh } } } }',
        { id: reportId },
      ),
    ).toEqual({
      volumeReport: {
        state: 'RETURNED',
        returnReason: '请核对',
        lines: [{ row: 2, quantity: '1400', variety: { genericNameZh: '阿托伐他汀钙片' } }],
      },
    });
    await hospital.mutate(
      'volumeReportEnter',
      { reportId, lines: [{ variety: '阿托伐他汀钙片', quantity: '1400' }] },
      '{ state lineCount }',
    );
    await hospital.mutate('volumeReportSubmit', { reportId });
    expect(
      await area.as('clerk').mutate('volumeReportAccept', { reportId }, '{ state waitingFor { name } }'),
    ).toMatchObject({ state: 'ACCEPTED', waitingFor: null });
  });

  it('A7 A10 volumes are computed, contracts drafted, signed and put in force', async () => {
    const clerk = area.as('clerk');
    const [campaign] = await area.list<{ id: string }>('clerk', '{ reportingCampaigns { edges { node { id } } } }');
    await clerk.mutate('reportingCampaignClose', { campaignId: campaign?.id }, '{ state }');
    await clerk.mutate('agreedVolumesCompute', { periodId }, '{ state }');
    const volumes = await area.list<{ agreedQuantity: string }>(
      'clerk',
      'query ($p: Uuid!) { varietyVolumes(periodId: $p) { edges { node { ratio baseQuantity agreedQuantity variety { genericNameZh } } } } }',
      { p: periodId },
    );
    expect(volumes.filter(({ agreedQuantity }) => agreedQuantity !== '0')).toEqual([
      { ratio: 5000, baseQuantity: '1400', agreedQuantity: '700', variety: { genericNameZh: '阿托伐他汀钙片' } },
    ]);
    const makers = await area.list<{ manufacturer: { id: string } }>(
      'clerk',
      'query ($p: Uuid!) { awards(periodId: $p, first: 50) { edges { node { manufacturer { id } } } } }',
      { p: periodId },
    );
    const distributors = makers.map(({ manufacturer }) => ({
      manufacturerId: manufacturer.id,
      supplierId: area.idOf('配送公司'),
    }));
    await clerk.mutate('contractsMake', { periodId, distributors }, '{ state contractAmount }');
    await area.as('hospital').mutate('contractsSign', { periodId });
    expect(await clerk.refusal('contractsActivate', { periodId })).toMatchObject({ code: 'SIGNATURES_MISSING' });
    await clerk.mutate('contractsSignOnPaper', { periodId, note: '档案 1' });
    expect(await clerk.mutate('contractsActivate', { periodId }, '{ state contractAmount }')).toMatchObject({
      state: 'IN_FORCE',
      contractAmount: '660.00',
    });
    const [sub] = await area.list(
      'supplier',
      'query ($p: Uuid!) { subContracts(periodId: $p) { edges { node { number state amount signatures { party onPaper } lines { agreedQuantity amount price { amount units } } } } } }',
      { p: periodId },
    );
    expect(sub).toMatchObject({ state: 'IN_FORCE' });
    const main =
      'query ($p: Uuid!) { mainContracts(periodId: $p, first: 50) { edges { node { number amount agreedQuantity } } } }';
    expect(await area.list('clerk', main, { p: periodId })).toHaveLength(25);
  });

  it('A12 A14 A15 an order is placed, confirmed, shipped, accepted and partly sent back', async () => {
    await area.goTo('2019-03-20');
    const [hospital, supplier] = [area.as('hospital'), area.as('supplier')];
    const [product] = await area.list<{ id: string }>(
      'hospital',
      '{ products(search: "N-4P7-01") { edges { node { id unitsPerPack } } } }',
    );
    const order = await hospital.mutate<{ id: string; lines: { id: string }[] }>(
      'purchaseOrderPlace',
      { lines: [{ productId: product?.id, packs: '296' }] },
      '{ id number state amount lines { id ordered price { amount units } } }',
    );
    expect(order).toMatchObject({ number: 'O0000001', amount: '1953.60' });
    expect(
      await area.as('other').query('query ($id: Uuid!) { purchaseOrder(id: $id) { id } }', { id: order.id }),
    ).toEqual({ purchaseOrder: null });
    await supplier.mutate('purchaseOrderConfirm', { orderId: order.id }, '{ state }');
    const line = { orderLineId: order.lines[0]?.id, quantity: '2072', batchNumber: 'B1', expiresOn: '2021-03-31' };
    const shipment = await supplier.mutate<{ id: string; lines: { id: string }[] }>(
      'shipmentSend',
      { orderId: order.id, lines: [line] },
      '{ id number lines { id quantity } }',
    );
    expect(
      await area.list('hospital', '{ shipments(waiting: true) { edges { node { number orderNumber } } } }'),
    ).toEqual([{ number: 'S0000001', orderNumber: 'O0000001' }]);
    const accepted = await hospital.mutate<{ lines: { acceptance: { id: string } }[] }>(
      'acceptanceRecord',
      {
        shipmentId: shipment.id,
        acceptedOn: '2019-03-20',
        lines: [{ shipmentLineId: shipment.lines[0]?.id, accepted: '2072' }],
      },
      '{ lines { acceptance { id accepted damaged missing } } }',
    );
    expect(accepted.lines[0]?.acceptance).toMatchObject({ accepted: '2072', damaged: '0' });
    const returned = await hospital.mutate(
      'unitsReturn',
      { acceptanceLineId: accepted.lines[0]?.acceptance.id, quantity: '7', reason: '破损' },
      '{ accepted returned amount }',
    );
    expect(returned).toMatchObject({ accepted: '2072', returned: '7', amount: '1947.00' });
    await hospital.mutate('purchaseOrderClose', { orderId: order.id }, '{ state lines { shipped accepted } }');
    expect(
      await area.list(
        'supplier',
        '{ acceptanceLines { edges { node { orderNumber shipmentNumber batchNumber returned } } } }',
      ),
    ).toEqual([{ orderNumber: 'O0000001', shipmentNumber: 'S0000001', batchNumber: 'B1', returned: '7' }]);
  });

  it('A13 A16 A17 progress shows what was accepted against agreed, uncapped, beside time progress', async () => {
    const { progress } = await area
      .as('hospital')
      .query<{ progress: { rows: { percent: number | null }[] } }>(
        'query ($p: Uuid!) { progress(periodId: $p, asOf: "2019-10-31") { elapsedDays days timePercent average { unweightedPercent weightedPercent rows agreed withoutAgreedVolume } rows { agreed ordered shipped accepted percent level product { code } organisation { nameZh } } } }',
        { p: periodId },
      );
    expect(progress).toMatchObject({
      elapsedDays: 226,
      days: 366,
      timePercent: 6175,
      average: { unweightedPercent: 29_500, rows: 1, agreed: '700', withoutAgreedVolume: 24 },
    });
    expect(progress.rows.find(({ percent }) => percent !== null)).toMatchObject({
      agreed: '700',
      ordered: '2072',
      accepted: '2065',
      percent: 29_500,
      level: 'ON_TRACK',
      product: { code: 'N-4P7-01' },
    });
  });

  it('X6 A18 files of acceptances and of other purchases are taken or named fault by fault', async () => {
    const hospital = area.as('hospital');
    const csv = 'shipment_number,line_number,accepted_on,accepted,damaged,missing\nS0000001,1,2019-03-20,2072,0,0\n';
    const fileId = await hospital.upload('a.csv', csv);
    const started = await hospital.mutate<{ id: string }>('acceptanceFileImport', { fileId }, '{ id state }');
    await journey.drain(area.code);
    expect(
      await hospital.query(
        'query ($id: Uuid!) { acceptanceImport(id: $id) { state linesRead linesApplied faults } acceptanceImportFaults(importId: $id) { edges { node { row field code mend } } } }',
        { id: started.id },
      ),
    ).toEqual({
      acceptanceImport: { state: 'FAULTY', linesRead: '1', linesApplied: '0', faults: '1' },
      acceptanceImportFaults: {
        edges: [{ node: { row: 2, field: 'shipment_number', code: 'ALREADY_ACCEPTED', mend: '如需退回请办理退货' } }],
      },
    });
    expect(
      await area.as('other').query('query ($id: Uuid!) { acceptanceImport(id: $id) { id } }', { id: started.id }),
    ).toEqual({ acceptanceImport: null });
    const bought =
      'hospital,generic_name_zh,purchased_on,reference,quantity,amount_yuan\n第一医院,阿托伐他汀钙片,2019-03-20,R1,100,150.00\n';
    await hospital.mutate('nonSelectedPurchasesImport', { fileId: await hospital.upload('p.csv', bought) }, '{ id }');
    expect(
      await hospital.refusal('nonSelectedPurchasesImport', { fileId: await hospital.upload('p.csv', bought) }),
    ).toMatchObject({ code: 'DUPLICATE_REFERENCE' });
  });

  it('keeps every promise about stored data', async () => {
    expect(await area.brokenPromises()).toEqual([]);
  });
});
