import type { JourneyArea } from './support/journey-area';
import { openStage, type JourneyStage } from './support/journey-stage';
import { filled, ProcurementWay } from './support/procurement-way';
import { SupplyWay } from './support/supply-way';

jest.setTimeout(120_000);

const AWARDS = `product_code,generic_name_zh,generic_name_en,dosage_form,smallest_unit_zh,antibiotic,strength,units_per_pack,company_zh,pack_price_yuan,unit_price_yuan,role,share_percent,winner_count,supply_areas,status
N-A,甲片,a,片剂,片,no,1mg,1,测试药厂,0.40,0.40,main,100,1,遂宁,test
N-B,乙片,b,片剂,片,no,1mg,1,测试药厂,0.80,0.80,main,100,1,遂宁,test`;

const POLICY = {
  name: '结余留用',
  validFrom: '2019-03-20',
  validTo: '2020-12-31',
  budgetVolume: 'BASE',
  floor: 'HOSPITAL',
  ratioKind: 'BANDED',
  insuredShareUsed: true,
  nonSelectedCounted: true,
  cap: 5000,
  bands: [
    { fromHundredths: 8000, toHundredths: 10000, ratio: 5000 },
    { fromHundredths: 7000, toHundredths: 8000, ratio: 4000 },
    { fromHundredths: 6000, toHundredths: 7000, ratio: 3000 },
    { fromHundredths: 0, toHundredths: 6000, ratio: 0 },
  ],
  answerWorkingDays: 10,
  silence: 'WAITS',
  legalBasis: '测试',
  source: '测试',
};

interface SheetView {
  readonly id: string;
  readonly hospitalName: string;
  readonly state: string;
  readonly budget: { readonly yuan: string };
  readonly expenditure: { readonly yuan: string };
  readonly base: { readonly yuan: string };
  readonly retained: string;
  readonly lines: readonly { readonly varietyName: string }[];
}

const SHEETS = `{ savingsSheets(first: 10) { edges { node { id hospitalName state score ratioPercent negative retained
  budget { yuan } expenditure { yuan } base { yuan } answerUntil
  lines { varietyName baseQuantity agreedQuantity selectedQuantity nonSelectedQuantity nonSelectedAmount
    contractPrice { yuan } priceBefore { yuan } priceBeforeSource fundShare insuredShare volumeSource trace { term formula value { yuan } } } } } } }`;

describe('from the purchases of an agreement year to the retained savings of its hospitals in the bank', () => {
  let stage: JourneyStage;
  let area: JourneyArea;
  let roundId = '';
  let yearId = '';
  let runId = '';
  const varieties = new Map<string, string>();
  /** 一院 bought the drug of the constructed example only; 二院 a second one as well, badly. */
  const hospitals = [
    ['一院', 'hospital-1', ['甲片']],
    ['二院', 'hospital-2', ['甲片', '乙片']],
  ] as const;
  const sheetOf = async (login: string): Promise<SheetView> => {
    const [sheet, ...others] = await area.list<SheetView>(login, SHEETS);
    if (!sheet || others.length > 0) throw new Error(`${login} has ${others.length + (sheet ? 1 : 0)} sheets`);
    return sheet;
  };

  beforeAll(async () => {
    stage = await openStage('510900', '2018-12-17', 'processes');
    ({ area } = stage);
    for (const [name, login] of hospitals) {
      await area.organisation('hospital', name);
      await area.person(login, name, 'hospital');
    }
    await area.organisation('supplier', '测试配送');
    await area.person('supplier', '测试配送', 'supplier');
  });
  afterAll(() => stage.close());

  it('A7 a year of procurement: bases of 100,000 and 10,000 at 70 %, contracts at 0.40 and 0.80', async () => {
    const way = new ProcurementWay(area);
    await way.ratios('2018-12-17', [7000, 7000, 7000, 7000], [7000, 7000, 7000, 7000]);
    roundId = await way.round('T', '测试批次');
    const periodId = await way.period(roundId, '2019-03-20');
    const fileId = await area.as('clerk').upload('awards.csv', AWARDS, 'text/csv');
    await area.as('clerk').mutate('awardsImport', { periodId, fileId });
    const awards = await way.awards(periodId);
    for (const { variety } of awards) varieties.set(variety.genericNameZh, variety.id);
    const campaignId = await way.campaign(periodId, '2019-01-20');
    for (const [, login, drugs] of hospitals) {
      const reportId = await way.reportOf(login);
      const template = await way.template(login, reportId);
      const bases: Readonly<Record<string, number>> = { 甲片: 100_000, 乙片: 10_000 };
      const need = (name: string) => (drugs.some((drug) => drug === name) ? bases[name] : undefined);
      await way.upload(login, reportId, filled(template, need));
      await stage.backstage.until(
        'the sheet is read',
        async () => (await way.report(login, reportId)).state === 'DRAFT',
      );
      await way.submit(login, reportId);
      expect(await way.accept(reportId)).toBe('ACCEPTED');
    }
    const distributors = awards.map(({ manufacturer }) => ({
      manufacturerId: manufacturer.id,
      supplierId: area.idOf('测试配送'),
    }));
    await way.contract(periodId, campaignId, distributors, ['hospital-1', 'hospital-2', 'supplier']);
    const volumes = await area.list(
      'auditor',
      `query ($id: Uuid!) { varietyVolumes(periodId: $id) { edges { node { baseQuantity agreedQuantity } } } }`,
      { id: periodId },
    );
    expect(volumes).toHaveLength(2);
    expect(volumes).toEqual(
      expect.arrayContaining([
        { baseQuantity: '200000', agreedQuantity: '140000' },
        { baseQuantity: '10000', agreedQuantity: '7000' },
      ]),
    );
    await area.goTo('2019-05-06');
    const supply = new SupplyWay(area);
    const product = (name: string) => awards.find(({ variety }) => variety.genericNameZh === name)?.product.id ?? '';
    for (const [, login, drugs] of hospitals) {
      const packs: Readonly<Record<string, string>> = { 甲片: '90000', 乙片: '3000' };
      const lines = drugs.map((drug) => ({ productId: product(drug), packs: packs[drug] ?? '' }));
      await supply.deliver(login, 'supplier', lines);
    }
  });

  it('A18 what hospitals bought outside the selected products is recorded from their own files', async () => {
    await area.goTo('2019-06-02');
    const header = 'hospital,generic_name_zh,purchased_on,reference,quantity,amount_yuan';
    const outside: Readonly<Record<string, string>> = { 甲片: '15000,27000.00', 乙片: '9005,13507.50' };
    for (const [name, login, drugs] of hospitals) {
      const rows = drugs.map((drug, at) => `${name},${drug},2019-06-01,F-${login}-${at},${outside[drug] ?? ''}`);
      const faulty = await area
        .as(login)
        .upload('坏.csv', [header, ...rows, `${name},丙片,2019-06-01,F9,1,1.00`].join('\n'));
      const before = await area.digest();
      expect(await area.as(login).refusal('nonSelectedPurchasesImport', { fileId: faulty })).toMatchObject({
        issues: [{ row: rows.length + 2, field: 'generic_name_zh', mend: expect.stringMatching(/./) }],
      });
      expect(await area.digest()).toBe(before);
      const fileId = await area.as(login).upload('非中选.csv', [header, ...rows].join('\n'));
      await area.as(login).mutate('nonSelectedPurchasesImport', { fileId });
    }
  });

  it('B1 B2 a policy of two people and every input with its source; what is missing blocks and is listed', async () => {
    await area.goTo('2020-03-19');
    const takeUp = { roundId, agreementYear: 1 };
    expect(await area.as('clerk').refusal('savingsYearTakeUp', takeUp)).toMatchObject({
      code: 'AGREEMENT_YEAR_NOT_OVER',
    });
    await area.goTo('2020-03-20');
    const year = await area
      .as('clerk')
      .mutate<{ id: string; missing: unknown[] }>(
        'savingsYearTakeUp',
        takeUp,
        '{ id missing { code hospitalName varietyName } }',
      );
    yearId = year.id;
    expect(year.missing).toHaveLength(5);
    const policy = await area
      .as('clerk')
      .mutate<{ id: string }>('savingsPolicyDraft', { ...POLICY, roundId }, '{ id }');
    await area.alsoAs('clerk', 'agency-first-review', 'clerk-as-first');
    expect(await area.as('clerk-as-first').refusal('savingsPolicyPutInForce', { policyId: policy.id })).toMatchObject({
      code: expect.stringMatching(/SAME|OWN/),
    });
    await area.as('first').mutate('savingsPolicyPutInForce', { policyId: policy.id });
    expect(await area.as('clerk').refusal('savingsRunCreate', { yearId })).toMatchObject({
      code: 'INPUT_MISSING',
      facts: [{ name: 'count', value: '5' }],
    });
    const share = (numerator: string) => ({ numerator, denominator: '100', source: '结算数据' });
    const before: Readonly<Record<string, string>> = { 甲片: '2.00', 乙片: '1.00' };
    for (const [name, , drugs] of hospitals) {
      const hospitalId = area.idOf(name);
      for (const drug of drugs)
        await area.as('clerk').mutate('savingsBaselineSet', {
          yearId,
          hospitalId,
          varietyId: varieties.get(drug),
          priceBefore: { amount: before[drug], quantity: '1', source: '集采前采购价' },
          fundShare: share('65'),
          insuredShare: share('90'),
        });
      await area.as('clerk').mutate('savingsScoreSet', { yearId, hospitalId, score: '76', source: '考核表' });
    }
  });

  it('B3 B5 the constructed example comes out to the fen: 33,930.00, and 32,547.65 with the second drug', async () => {
    const run = await area
      .as('clerk')
      .mutate<{ id: string }>('savingsRunCreate', { yearId }, '{ id retained sheetCount lineCount seal }');
    runId = run.id;
    expect(run).toMatchObject({
      retained: '66477.65',
      sheetCount: '2',
      lineCount: '3',
      seal: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await sheetOf('hospital-1')).toMatchObject({
      hospitalName: '一院',
      state: 'OPEN',
      ratioPercent: '40.0000',
      budget: { yuan: '117000.0000' },
      expenditure: { yuan: '32175.0000' },
      base: { yuan: '84825.0000' },
      retained: '33930.00',
    });
    expect(await sheetOf('hospital-2')).toMatchObject({
      hospitalName: '二院',
      budget: { yuan: '122850.0000' },
      base: { yuan: '81369.1125' },
      retained: '32547.65',
    });
  });

  it('B3 B9 the hospital reads its sheet line by line, each figure with its formula and source', async () => {
    const { lines } = await sheetOf('hospital-2');
    expect(lines.map(({ varietyName }) => varietyName).sort()).toEqual(['乙片', '甲片']);
    expect(lines.find(({ varietyName }) => varietyName === '甲片')).toMatchObject({
      baseQuantity: '100000',
      agreedQuantity: '70000',
      selectedQuantity: '90000',
      nonSelectedQuantity: '15000',
      nonSelectedAmount: '27000.00',
      priceBeforeSource: '集采前采购价',
      trace: expect.arrayContaining([
        expect.objectContaining({
          term: 'BUDGET',
          formula: '100000 × 2.00 × 0.65 × 0.9',
          value: { yuan: '117000.0000' },
        }),
        expect.objectContaining({ term: 'EXPENDITURE', value: { yuan: '32175.0000' } }),
      ]),
    });
    expect(lines.find(({ varietyName }) => varietyName === '乙片')).toMatchObject({
      selectedQuantity: '3000',
      trace: expect.arrayContaining([
        expect.objectContaining({ term: 'BUDGET', value: { yuan: '5850.0000' } }),
        expect.objectContaining({ term: 'EXPENDITURE', value: { yuan: '9305.8875' } }),
      ]),
    });
  });

  it('B7 an objection holds that hospital only; nobody answers for another', async () => {
    const [mine, theirs] = [await sheetOf('hospital-1'), await sheetOf('hospital-2')];
    expect(await area.as('hospital-1').refusal('savingsSheetConfirm', { sheetId: theirs.id })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const objection = { sheetId: theirs.id, objection: '非中选金额与本院台账不符' };
    await area.as('hospital-2').mutate('savingsSheetObject', objection, '{ state }');
    await area.as('hospital-1').mutate('savingsSheetConfirm', { sheetId: mine.id }, '{ state }');
    await area.as('clerk').mutate('savingsRunHandOver', { runId });
    const open = await area.list('clerk', '{ payables { edges { node { kind amount payee { name } state } } } }');
    expect(open).toEqual([{ kind: 'RETAINED_SAVINGS', amount: '33930.00', payee: { name: '一院' }, state: 'OPEN' }]);
    expect(await area.as('clerk').refusal('savingsRunHandOver', { runId })).toMatchObject({
      code: 'NO_CONFIRMED_SHEET',
    });
    await area.as('clerk').mutate('savingsSheetAnswer', { sheetId: theirs.id, reason: '台账含目录外药品，不计入' });
    await area.as('hospital-2').mutate('savingsSheetConfirm', { sheetId: theirs.id });
    await area.as('clerk').mutate('savingsRunHandOver', { runId });
  });

  it('B10 PD-22 both are paid through the bank; cash, expense and payables agree with the sheets', async () => {
    await stage.payments.openFund('100000.00');
    for (const [name] of hospitals) await stage.payments.openAccount('ORGANISATION', area.idOf(name), name);
    const batch = await stage.payments.pay({ kinds: ['RETAINED_SAVINGS'] });
    expect(batch).toMatchObject({ state: 'SETTLED', lineCount: '2', sum: '66477.65' });
    for (const [, login] of hospitals) {
      const own = await area.list(login, '{ payments { edges { node { amount state } } } }');
      expect(own).toEqual([{ amount: (await sheetOf(login)).retained, state: 'PAID' }]);
    }
    const { trialBalance } = await area
      .as('auditor')
      .query('{ trialBalance { totalDebit totalCredit lines { code debit credit } } }');
    expect(trialBalance).toEqual({
      totalDebit: '232955.30',
      totalCredit: '232955.30',
      lines: expect.arrayContaining([
        { code: 'FUND_CASH', debit: '100000.00', credit: '66477.65' },
        { code: 'RETAINED_EXPENSE', debit: '66477.65', credit: '0.00' },
        { code: 'HOSPITAL_PAYABLE', debit: '66477.65', credit: '66477.65' },
      ]),
    });
    expect(await area.as('clerk').refusal('batchCreate', { kinds: ['RETAINED_SAVINGS'] })).toMatchObject({
      code: 'NOTHING_TO_PAY',
    });
    expect(await area.brokenPromises()).toEqual([]);
  });
});
