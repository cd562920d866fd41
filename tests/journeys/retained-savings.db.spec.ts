import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bank } from '@huiji/bank-sandbox/bank';
import { mod11Hybrid10 } from '@huiji/kernel';
import { seedArea } from '@huiji/migrations/testing';
import type { Role } from '@huiji/platform';
import { BankNewsService } from '@huiji/settlement';
import { businessDigest } from './support/business-digest';
import { journeyApi, type JourneyApi } from './support/journey-api';
import type { JourneyClient } from './support/journey-client';
import { savingsPolicy as policy } from './support/savings-policy';
import { SavingsProcurement } from './support/savings-procurement';

const AREA = '510900';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const CNAPS = `99990000001${mod11Hybrid10('99990000001')}`;

describe('retained savings: from a closed agreement year to the money of the hospital', () => {
  let api: JourneyApi;
  let bank: Bank;
  let procurement: SavingsProcurement;
  const folder = mkdtempSync(join(tmpdir(), 'huiji-savings-'));
  const people = new Map<string, JourneyClient>();
  const organisations = new Map<string, string>();
  let roundId = '';
  let yearId = '';
  let runId = '';
  let sheetId = '';

  const as = (name: string): JourneyClient => {
    const client = people.get(name);
    if (!client) throw new Error(`nobody is called ${name}`);
    return client;
  };
  const idOf = (name: string): string => organisations.get(name) ?? '';
  const enter = async (loginName: string, organisation: string, role: Role): Promise<void> => {
    people.set(loginName, await api.enter({ loginName, area: AREA, organisationId: idOf(organisation), role }));
  };
  const partOf = async (loginName: string, organisation: string) => {
    const [row] = await api.db.ownerQuery<{ id: string }>('SELECT id FROM identity.person_user WHERE login_name = $1', [
      loginName,
    ]);
    return { userId: row?.id ?? '', organisationId: idOf(organisation) };
  };
  const varietyOf = async (name: string): Promise<string> =>
    (await api.db.ownerQuery<{ id: string }>('SELECT id FROM catalog.variety WHERE generic_name_zh = $1', [name]))[0]
      ?.id ?? '';

  beforeAll(async () => {
    mkdirSync(join(folder, 'bank'));
    bank = new Bank(folder, () => new Date('2020-07-06T07:00:00Z'));
    api = await journeyApi({ environment: { HUIJI_BANK_DIRECTORY: folder } });
    await seedArea(api.db, AREA, { businessDate: '2019-01-02' });
    procurement = new SavingsProcurement(api);
    for (const [name, kind] of [
      ['遂宁测试经办中心', 'agency'],
      ['遂宁测试医院', 'hospital'],
      ['遂宁测试配送', 'supplier'],
    ] as const)
      organisations.set(kind, await procurement.organisation(kind, name));
    await enter('clerk', 'agency', 'agency-clerk');
    await enter('first', 'agency', 'agency-first-review');
    await enter('recheck', 'agency', 'agency-recheck');
    await enter('approval', 'agency', 'agency-approval');
    await enter('accounts', 'agency', 'agency-accounts');
    await enter('check', 'agency', 'agency-accounts-check');
    await enter('hospital', 'hospital', 'hospital');
    await enter('supplier', 'supplier', 'supplier');
    roundId = await procurement.play({
      clerk: await partOf('clerk', 'agency'),
      hospital: await partOf('hospital', 'hospital'),
      supplier: await partOf('supplier', 'supplier'),
    });
    organisations.set('other', await procurement.organisation('hospital', '遂宁另一医院'));
    await enter('other', 'other', 'hospital');
  }, 120_000);
  afterAll(async () => {
    bank.close();
    await api.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('a year that runs is not taken up; one that is over brings its volumes', async () => {
    expect(await as('clerk').refusal('savingsYearTakeUp', { roundId, agreementYear: 1 })).toMatchObject({
      code: 'AGREEMENT_YEAR_NOT_OVER',
      mend: expect.stringContaining('结束'),
    });
    await procurement.on('2020-07-01');
    const year = await as('clerk').mutate<{ id: string; missing: { code: string }[] }>(
      'savingsYearTakeUp',
      { roundId, agreementYear: 1 },
      '{ id state missing { code varietyName } }',
    );
    yearId = year.id;
    expect(year.missing.map((gap) => gap.code).sort()).toEqual([
      'BASELINE_MISSING',
      'BASELINE_MISSING',
      'SCORE_MISSING',
    ]);
  });

  it('B1 a policy is put in force by a second person, and nothing is calculated before', async () => {
    expect(await as('clerk').refusal('savingsRunCreate', { yearId })).toMatchObject({ code: 'POLICY_MISSING' });
    const { id } = await as('clerk').mutate<{ id: string }>('savingsPolicyDraft', { ...policy, roundId }, '{ id }');
    const state = await as('first').mutate('savingsPolicyPutInForce', { policyId: id }, '{ state }');
    expect(state).toMatchObject({ state: 'IN_FORCE' });
    const second = await as('clerk').mutate<{ id: string }>('savingsPolicyDraft', { ...policy, roundId }, '{ id }');
    expect(await as('first').refusal('savingsPolicyPutInForce', { policyId: second.id })).toMatchObject({
      __typename: 'ConflictRefusal',
      code: 'POLICY_OVERLAP',
    });
  });

  it('B2 every missing input is named with hospital and drug, then entered with its source', async () => {
    const refused = await as('clerk').refusal('savingsRunCreate', { yearId });
    expect(refused.code).toBe('INPUT_MISSING');
    expect(refused.facts).toEqual([{ name: 'count', value: '3' }]);
    const share = (numerator: string) => ({ numerator, denominator: '100', source: '测试' });
    for (const [name, amount] of [
      ['甲片', '2.00'],
      ['乙片', '1.00'],
    ] as const)
      await as('clerk').mutate('savingsBaselineSet', {
        yearId,
        hospitalId: idOf('hospital'),
        varietyId: await varietyOf(name),
        priceBefore: { amount, quantity: '1', source: '测试' },
        fundShare: share('65'),
        insuredShare: share('90'),
      });
    await as('clerk').mutate('savingsScoreSet', { yearId, hospitalId: idOf('hospital'), score: '76', source: '测试' });
  });

  it('B3 the constructed example comes out to the fen and the hospital reads it line by line', async () => {
    const run = await as('clerk').mutate<{ id: string }>('savingsRunCreate', { yearId }, '{ id retained sheetCount }');
    expect(run).toMatchObject({ retained: '32547.65', sheetCount: '1' });
    runId = run.id;
    const { savingsSheets } = await as('hospital').query<{ savingsSheets: { edges: { node: { id: string } }[] } }>(
      `{ savingsSheets(first: 5) { edges { node { id hospitalName ratioPercent base { yuan } retained state answerUntil
         lines { varietyName baseQuantity agreedQuantity selectedQuantity nonSelectedAmount trace { formula } } } } } }`,
    );
    const [{ node } = { node: { id: '' } }] = savingsSheets.edges;
    expect(node).toMatchObject({
      ratioPercent: '40.0000',
      base: { yuan: '81369.1125' },
      retained: '32547.65',
      state: 'OPEN',
      answerUntil: '2020-07-15',
      lines: expect.arrayContaining([
        expect.objectContaining({
          varietyName: '甲片',
          baseQuantity: '100000',
          agreedQuantity: '70000',
          selectedQuantity: '90000',
          nonSelectedAmount: '27000.00',
          trace: expect.arrayContaining([{ formula: '100000 × 2.00 × 0.65 × 0.9' }]),
        }),
      ]),
    });
    sheetId = node.id;
  });

  it('B9 from a line down to the deliveries it counts: their units sum to the line', async () => {
    const query = `query ($sheetId: Uuid!, $varietyId: Uuid!) { savingsLineDeliveries(sheetId: $sheetId,
      varietyId: $varietyId) { edges { node { acceptedOn acceptedQuantity returnedQuantity amount } } } }`;
    const line = { sheetId, varietyId: await varietyOf('甲片') };
    const delivered = {
      acceptedOn: '2019-05-06',
      acceptedQuantity: '90000',
      returnedQuantity: '0',
      amount: '36000.00',
    };
    expect(await as('hospital').query(query, line)).toEqual({
      savingsLineDeliveries: { edges: [{ node: delivered }] },
    });
    expect(await as('other').query(query, line)).toEqual({ savingsLineDeliveries: null });
  });

  it('X1 another hospital sees nothing of it, and cannot answer for it', async () => {
    expect(await as('other').query('{ savingsSheets(first: 5) { edges { node { id } } } }')).toEqual({
      savingsSheets: { edges: [] },
    });
    expect(await as('other').query('query ($id: Uuid!) { savingsSheet(id: $id) { id } }', { id: sheetId })).toEqual({
      savingsSheet: null,
    });
    expect(await as('other').refusal('savingsSheetConfirm', { sheetId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    [
      'clerk',
      'savingsScoreSet',
      () => ({ yearId, hospitalId: idOf('hospital'), score: '100.01', source: 'x' }),
      'score',
      'SCORE_OUT_OF_RANGE',
    ],
    [
      'clerk',
      'savingsScoreSet',
      () => ({ yearId, hospitalId: idOf('hospital'), score: '80', source: ' ' }),
      'source',
      'SAVINGS_TEXT_LENGTH',
    ],
    [
      'clerk',
      'savingsPolicyDraft',
      () => ({ ...policy, roundId, validTo: '2019-01-01' }),
      'validTo',
      'SAVINGS_PERIOD_BACKWARDS',
    ],
    ['clerk', 'savingsPolicyDraft', () => ({ ...policy, roundId, cap: 5001 }), 'cap', 'CAP_ABOVE_HALF'],
    ['clerk', 'savingsPolicyDraft', () => ({ ...policy, roundId, bands: policy.bands.slice(1) }), 'bands', 'BAND_GAP'],
    [
      'clerk',
      'savingsPolicyDraft',
      () => ({ ...policy, roundId, answerWorkingDays: 0 }),
      'answerWorkingDays',
      'ANSWER_DAYS_OUT_OF_RANGE',
    ],
    ['hospital', 'savingsSheetObject', () => ({ sheetId, objection: ' ' }), 'objection', 'SAVINGS_TEXT_LENGTH'],
    ['clerk', 'areaDateAdvance', () => ({ days: 401 }), 'days', 'DAYS_TO_ADVANCE'],
  ] as const)(
    'a bad input of %s to %s is named, and nothing changes (%#)',
    async (who, mutation, input, field, code) => {
      const before = await businessDigest((sql, params) => api.db.ownerQuery(sql, params));
      const refused = await as(who).refusal(mutation, input());
      expect(refused).toMatchObject({ code: 'BAD_INPUT', issues: [{ field, code, mend: expect.stringMatching(/./) }] });
      expect(await businessDigest((sql, params) => api.db.ownerQuery(sql, params))).toBe(before);
    },
  );

  it.each([
    ['clerk', 'savingsYearTakeUp', () => ({ roundId: NOBODY, agreementYear: 1 }), 'NOT_FOUND'],
    ['clerk', 'savingsRunCreate', () => ({ yearId: NOBODY }), 'NOT_FOUND'],
    ['first', 'savingsPolicyPutInForce', () => ({ policyId: NOBODY }), 'NOT_FOUND'],
    ['clerk', 'savingsSheetAnswer', () => ({ sheetId, reason: '没有异议' }), 'WRONG_STATE'],
    ['clerk', 'savingsRunHandOver', () => ({ runId }), 'NO_CONFIRMED_SHEET'],
    ['clerk', 'subsidyRunHandOver', () => ({ runId: NOBODY }), 'NOT_FOUND'],
  ] as const)(
    '%s to %s in the wrong place or state is refused, and nothing changes (%#)',
    async (who, mutation, input, code) => {
      const before = await businessDigest((sql, params) => api.db.ownerQuery(sql, params));
      expect(await as(who).refusal(mutation, input())).toMatchObject({ code });
      expect(await businessDigest((sql, params) => api.db.ownerQuery(sql, params))).toBe(before);
    },
  );

  it('the confirmed sheet becomes a payable, passes four people, and the bank pays the hospital', async () => {
    await as('hospital').mutate('savingsSheetConfirm', { sheetId });
    const account = { bankName: '测试银行', cnaps: CNAPS };
    const fund = await as('accounts').mutate<{ id: string }>(
      'fundAccountEnter',
      {
        ...account,
        holderName: '基金',
        accountNumber: '620000000001',
        openingBalance: '100000.00',
        openingDate: '2020-07-01',
      },
      '{ id }',
    );
    await as('check').mutate('fundAccountConfirm', { fundAccountId: fund.id });
    const payee = await as('accounts').mutate<{ id: string }>(
      'payeeAccountEnter',
      {
        ...account,
        holderName: '遂宁测试医院',
        accountNumber: '620000000002',
        payeeType: 'ORGANISATION',
        payeeId: idOf('hospital'),
      },
      '{ id }',
    );
    await as('check').mutate('payeeAccountConfirm', { payeeAccountId: payee.id });
    await as('clerk').mutate('savingsRunHandOver', { runId });
    expect(await as('clerk').refusal('savingsRunHandOver', { runId })).toMatchObject({ code: 'NO_CONFIRMED_SHEET' });
    const batch = await as('clerk').mutate<{ id: string }>('batchCreate', { kinds: ['RETAINED_SAVINGS'] }, '{ id }');
    await as('clerk').mutate('batchLock', { batchId: batch.id });
    for (const [who, step] of [
      ['first', 'FIRST_REVIEW'],
      ['recheck', 'RECHECK'],
      ['approval', 'APPROVAL'],
    ] as const)
      await as(who).mutate('batchReview', { batchId: batch.id, step, decision: 'PASS' });
    await api.drain(AREA);
    await bank.round();
    await api.app.get(BankNewsService, { strict: false }).read(AREA);
    const { payments } = await as('hospital').query<{ payments: unknown }>(
      '{ payments(first: 5) { edges { node { amount state } } } }',
    );
    expect(payments).toEqual({ edges: [{ node: { amount: '32547.65', state: 'PAID' } }] });
    const { areaOverview } = await as('clerk').query<{ areaOverview: unknown }>(
      '{ areaOverview { fund { cash owedToHospitals } } }',
    );
    expect(areaOverview).toEqual({ fund: { cash: '67452.35', owedToHospitals: '0.00' } });
  });
});
