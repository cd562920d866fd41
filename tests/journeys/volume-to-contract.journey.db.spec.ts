import { amountOf, fenOf, sumOf, yuanOf } from './support/invoice-way';
import type { JourneyArea } from './support/journey-area';
import { openStage, type JourneyStage } from './support/journey-stage';
import { filled } from './support/procurement-way';
import { hospitals, needOf, VolumeScene } from './support/volume-scene';

jest.setTimeout(120_000);

interface SubContractView {
  readonly hospital: { readonly nameZh: string };
  readonly variety: { readonly id: string };
  readonly product: { readonly id: string };
  readonly amount: string;
  readonly lines: readonly {
    readonly agreedQuantity: string;
    readonly amount: string;
    readonly price: { readonly amount: string; readonly units: string };
  }[];
}

const SUB = `query ($id: Uuid!) { subContracts(periodId: $id, first: 100) { edges { node { hospital { nameZh } variety { id }
  product { id } amount state lines { agreedQuantity amount price { amount units } } } } } }`;
const MAIN = `query ($id: Uuid!) { mainContracts(periodId: $id, first: 50) { edges { node { product { id } amount agreedQuantity
  state subContractCount } } } }`;
const VOLUMES = `query ($id: Uuid!) { varietyVolumes(periodId: $id) { edges { node { variety { id antibiotic } ratio baseQuantity
  agreedQuantity } } } }`;

describe('from the award table to contracts in force: 25 drugs, three hospitals', () => {
  let stage: JourneyStage;
  let area: JourneyArea;
  let scene: VolumeScene;
  const id = (): object => ({ id: scene.periodId });

  beforeAll(async () => {
    stage = await openStage('510900', '2019-10-14', 'inline');
    ({ area } = stage);
    scene = new VolumeScene(stage);
    await scene.cast();
  });
  afterAll(() => stage.close());

  it('A8 what the table lacks is named by row and field; what fills it, and its status, stay beside it', async () => {
    const fileId = await scene.round();
    const before = await area.digest();
    const { issues = [] } = await area.as('clerk').refusal('awardsImport', { periodId: scene.periodId, fileId });
    expect(issues.flatMap(({ row, field, code }) => (code.startsWith('MISSING') ? [[row, field]] : []))).toEqual([
      [8, 'pack_price_yuan'],
      [9, 'pack_price_yuan'],
      [12, 'pack_price_yuan'],
      [15, 'pack_price_yuan'],
      [15, 'units_per_pack'],
    ]);
    expect(issues.filter(({ code }) => code === 'NOT_SUPPLIED_HERE')).toHaveLength(21);
    expect(issues.every(({ message, mend }) => message !== '' && mend !== '')).toBe(true);
    expect(await area.digest()).toBe(before);
    await scene.importAwards(fileId);
    expect(scene.awards).toHaveLength(25);
    expect([...new Set(scene.awards.map(({ sourceStatus }) => sourceStatus))]).toEqual([
      'published table, recalled, not re-checked',
    ]);
    expect(scene.awards.filter(({ supplementNote }) => supplementNote !== null)).toHaveLength(4);
  });

  it('A3 X1 the window opens; every hospital is invited to a report of its own', async () => {
    await scene.campaign();
    const [reportId] = scene.reports;
    const state = () =>
      area.as('hospital-1').query('query ($id: Uuid!) { volumeReport(id: $id) { state writable } }', { id: reportId });
    expect(await state()).toEqual({ volumeReport: { state: 'DRAFT', writable: true } });
    expect(
      await area.as('hospital-2').query('query ($id: Uuid!) { volumeReport(id: $id) { id } }', { id: reportId }),
    ).toEqual({
      volumeReport: null,
    });
    await area.goTo('2019-10-21');
  });

  it('A5 PD-19 a faulty sheet comes back with its faults by row, and nothing of it is applied', async () => {
    const { way } = scene;
    const [reportId = ''] = scene.reports;
    const template = await way.template('hospital-1', reportId);
    expect(template).toHaveLength(26);
    const faulty = filled(template, (_, row) => (row === 2 ? '约五千' : row === 5 ? '-3' : needOf(0, row)));
    const unknown = faulty.map((cells, at) => (at === 9 ? ['不存在片', ...cells.slice(1)] : cells));
    await way.upload('hospital-1', reportId, [...unknown, unknown[3] ?? []]);
    const report = await stage.backstage.until('the sheet is read', async () => {
      const read = await way.report('hospital-1', reportId);
      return read.state !== 'READING' && read;
    });
    expect(report).toMatchObject({ state: 'FAULTY', lineCount: 0, faultCount: 4 });
    expect(report.faults.map(({ row, code }) => [row, code])).toEqual([
      [2, 'NOT_A_QUANTITY'],
      [5, 'NOT_A_QUANTITY'],
      [10, 'VARIETY_NOT_IN_ROUND'],
      [27, 'DUPLICATE_LINE'],
    ]);
    expect(report.faults.every(({ message, mend }) => message !== '' && mend !== '')).toBe(true);
    expect(await area.as('hospital-1').refusal('volumeReportSubmit', { reportId })).toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('A3 A5 A6 filled templates are submitted; one is returned, reopened for its hospital alone; every level must pass', async () => {
    for (const index of hospitals.keys()) await scene.report(index);
    const [first = '', second = '', third = ''] = scene.reports;
    const reason = '蒙脱石散请与药库核对';
    await area.as('first').mutate('volumeReportReturn', { reportId: second, reason });
    const seen = await area
      .as('hospital-2')
      .query('query ($id: Uuid!) { volumeReport(id: $id) { state returnReason waitingFor { name } } }', { id: second });
    expect(seen).toEqual({ volumeReport: { state: 'RETURNED', returnReason: reason, waitingFor: null } });
    await area.as('clerk').mutate('reportingCampaignClose', { campaignId: scene.campaignId });
    await expect(scene.report(1)).rejects.toThrow('经办机构已结束报量');
    const until = { campaignId: scene.campaignId, until: '2019-10-25', reason: '退回后补报' };
    await area.as('clerk').mutate('reportingCampaignReopen', { ...until, hospitalId: area.idOf('二院') });
    await scene.report(1);
    const before = await area.digest();
    expect(await area.as('recheck').refusal('volumeReportAccept', { reportId: first })).toMatchObject({
      mend: expect.stringMatching(/./),
    });
    expect(await area.digest()).toBe(before);
    for (const report of [first, second, third]) expect(await scene.way.accept(report)).toBe('ACCEPTED');
  });

  it('A7 A9 base, half of it (of antibiotics 40 %), shared without losing a tablet', async () => {
    await area.as('clerk').mutate('agreedVolumesCompute', { periodId: scene.periodId });
    await area.as('clerk').mutate('contractsMake', { periodId: scene.periodId, distributors: scene.deliverers() });
    const subs = await area.list<SubContractView>('auditor', SUB, id());
    expect(subs).toHaveLength(75);
    const volumes = await area.list<{
      variety: { id: string; antibiotic: boolean };
      ratio: number;
      baseQuantity: string;
      agreedQuantity: string;
    }>('auditor', VOLUMES, id());
    expect(volumes).toHaveLength(25);
    const rows = new Map(scene.awards.map(({ variety }, at) => [variety.id, at]));
    expect(rows.size).toBe(25);
    for (const { variety, ratio, baseQuantity, agreedQuantity } of volumes) {
      const [base, agreed] = [BigInt(baseQuantity), BigInt(agreedQuantity)];
      expect(ratio).toBe(variety.antibiotic ? 4000 : 5000);
      expect(agreed).toBe((2n * base * BigInt(ratio) + 10_000n) / 20_000n);
      const parts = subs.filter((sub) => sub.variety.id === variety.id);
      const quantities = parts.map(({ lines }) => BigInt(lines[0]?.agreedQuantity ?? ''));
      expect(quantities.reduce((sum, one) => sum + one, 0n)).toBe(agreed);
    }
    const all = volumes.reduce((sum, { baseQuantity }) => sum + BigInt(baseQuantity), 0n);
    const needed = [...hospitals.keys()].flatMap((hospital) =>
      Array.from({ length: 25 }, (_, at) => BigInt(needOf(hospital, at + 2))),
    );
    expect(all).toBe(needed.reduce((sum, one) => sum + one, 0n));
  });

  it('A10 amounts are sums of rounded lines; in force only when every party has signed, and then unchangeable', async () => {
    const { periodId } = scene;
    expect(await area.as('clerk').refusal('contractsActivate', { periodId })).toMatchObject({
      code: 'SIGNATURES_MISSING',
      message: expect.stringContaining('75'),
    });
    for (const signer of ['hospital-1', 'hospital-2', 'hospital-3', 'supplier-1', 'supplier-2'])
      await area.as(signer).mutate('contractsSign', { periodId });
    expect(await area.as('supplier-3').refusal('contractsSign', { periodId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await area.as('clerk').refusal('contractsActivate', { periodId })).toMatchObject({
      code: 'SIGNATURES_MISSING',
    });
    await area.as('clerk').mutate('contractsSignOnPaper', { periodId, note: '企业纸质合同存档' });
    await area.as('clerk').mutate('contractsActivate', { periodId });
    const subs = await area.list<SubContractView>('auditor', SUB, id());
    for (const { amount, lines } of subs) {
      for (const line of lines) expect(fenOf(line.amount)).toBe(amountOf(BigInt(line.agreedQuantity), line.price));
      expect(fenOf(amount)).toBe(sumOf(lines.map((line) => line.amount)));
    }
    const mains = await area.list<{ product: { id: string }; amount: string }>('auditor', MAIN, id());
    expect(mains).toHaveLength(25);
    for (const { product, amount } of mains) {
      const own = subs.filter((sub) => sub.product.id === product.id);
      expect(amount).toBe(yuanOf(sumOf(own.map((sub) => sub.amount))));
    }
    const { agreementPeriod } = await area
      .as('auditor')
      .query('query ($id: Uuid!) { agreementPeriod(id: $id) { state contractAmount } }', id());
    expect(agreementPeriod).toEqual({
      state: 'IN_FORCE',
      contractAmount: yuanOf(sumOf(mains.map(({ amount }) => amount))),
    });
    for (const mutation of ['agreedVolumesCompute', 'contractsMake'])
      expect(await area.as('clerk').refusal(mutation, { periodId })).toMatchObject({ code: 'WRONG_STATE' });
    expect(await area.brokenPromises()).toEqual([]);
  });
});
