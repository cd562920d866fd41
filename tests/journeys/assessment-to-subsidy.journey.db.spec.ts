import { assessmentSeenBy, careGround, draftOf, SheetMaker, somebody, type Somebody } from './support/care-ground';
import type { JourneyArea } from './support/journey-area';
import { openStage, type JourneyStage } from './support/journey-stage';
import type { PaymentWay } from './support/payment-way';

jest.setTimeout(120_000);

interface Applied {
  readonly id: string;
  readonly state: string;
  readonly person: { readonly id: string; readonly fullName: string };
}

describe('from an application for long-term care to the subsidy of a month in the bank', () => {
  let stage: JourneyStage;
  let area: JourneyArea;
  let payments: PaymentWay;
  let sheets: SheetMaker;
  /** Both assessors agree on severe Ⅰ; they differ and find it together; mild: no benefit. */
  const [agreed, joint, mild] = [somebody('赵甲', 101), somebody('钱乙', 102), somebody('孙丙', 103)];
  const everybody = [agreed, joint, mild];

  const seen = (login: string, person: Somebody): Promise<unknown> => assessmentSeenBy(area, login, person);

  beforeAll(async () => {
    stage = await openStage('500000', '2021-09-06', 'processes');
    ({ area, payments } = stage);
    await careGround(area);
    sheets = await SheetMaker.read(area);
  });
  afterAll(() => stage.close());

  it('D1 applications are entered and accepted; a person has one open application', async () => {
    for (const person of everybody) {
      const made = await area
        .as('clerk')
        .mutate<Applied>('applicationSubmit', draftOf(person), '{ id state person { id fullName } }');
      expect(made).toMatchObject({ state: 'SUBMITTED', person: { fullName: person.name } });
      [person.applicationId, person.personId] = [made.id, made.person.id];
    }
    const before = await area.digest();
    expect(await area.as('clerk').refusal('applicationSubmit', draftOf(agreed))).toMatchObject({
      code: 'OPEN_APPLICATION_EXISTS',
    });
    expect(
      await area.as('clerk').refusal('visitAssign', {
        applicationId: agreed.applicationId,
        assessorIds: [],
        visitOn: '2021-09-08',
        visitPlace: '家中',
      }),
    ).toMatchObject({ mend: expect.stringMatching(/./) });
    expect(await area.digest()).toBe(before);
    for (const { applicationId } of everybody)
      await area.as('clerk').mutate('applicationAccept', { applicationId }, '{ state }');
  });

  it('D4 D5 two visit, at least one of them an expert', async () => {
    const { assessors } = await area
      .as('clerk')
      .query<{ assessors: { id: string; fullName: string }[] }>('{ assessors { id fullName } }');
    const idOf = (name: string): string => assessors.find(({ fullName }) => fullName === name)?.id ?? '';
    const visit = ({ applicationId }: Somebody, names: readonly string[]) => ({
      applicationId,
      assessorIds: names.map(idOf),
      visitOn: '2021-09-08',
      visitPlace: '家中',
    });
    for (const [fault, names] of [
      ['TWO_ASSESSORS_NEEDED', ['expert']],
      ['SAME_ASSESSOR', ['expert', 'expert']],
      ['TWO_ASSESSORS_NEEDED', ['expert', 'assessor', 'stranger']],
    ] as const)
      expect(await area.as('clerk').refusal('visitAssign', visit(agreed, names))).toMatchObject({
        code: 'ASSESSORS_NOT_FIT',
        issues: [{ field: 'assessorIds', code: fault, mend: expect.stringMatching(/./) }],
      });
    for (const person of everybody) {
      const made = await area
        .as('clerk')
        .mutate<{ id: string }>('visitAssign', visit(person, ['expert', 'assessor']), '{ id state }');
      expect(made).toMatchObject({ state: 'VISITING' });
      person.assessmentId = made.id;
    }
    await area.goTo('2021-09-08');
  });

  it('D5 seventeen items; a blank one blocks, a draft is kept, the other sheet is hidden until both are in', async () => {
    const { assessmentId } = agreed;
    const severe = sheets.worstIn('adl');
    expect(sheets.items).toHaveLength(17);
    const blank = severe.filter(({ item }) => item !== 'memory');
    expect(
      await area.as('expert').refusal('sheetSubmit', { assessmentId, answers: blank, guardianPresent: true }),
    ).toMatchObject({ code: 'BAD_INPUT', issues: [{ field: 'answers.memory', code: 'ANSWER_MISSING' }] });
    await area.as('expert').mutate('sheetSave', { assessmentId, answers: blank });
    expect(await seen('expert', agreed)).toMatchObject({ mySheet: { state: 'DRAFT', answers: { length: 16 } } });
    await area.as('expert').mutate('sheetSubmit', { assessmentId, answers: severe, guardianPresent: true });
    for (const login of ['assessor', 'clerk', 'approval', 'auditor'])
      expect(await seen(login, agreed)).toEqual({ state: 'VISITING', sheetsIn: 1, mySheet: null, sheets: [] });
    expect(await seen('stranger', agreed)).toBeNull();
    expect(
      await area.as('stranger').refusal('sheetSubmit', { assessmentId, answers: severe, guardianPresent: true }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    await area.as('assessor').mutate('sheetSubmit', { assessmentId, answers: severe, guardianPresent: true });
    expect(await seen('assessor', agreed)).toMatchObject({
      state: 'JOINT',
      sheets: [{ grading: { grade: 3 } }, { grading: { grade: 3 } }],
    });
  });

  it('D3 D5 sheets of two grades need joint answers of both; the grade is computed and carries its instrument', async () => {
    const { assessmentId } = joint;
    const [severe, none] = [sheets.worstIn('adl'), sheets.worstIn()];
    const submit = (login: string, person: Somebody, answers: typeof severe) =>
      area.as(login).mutate('sheetSubmit', { assessmentId: person.assessmentId, answers, guardianPresent: true });
    await submit('expert', joint, severe);
    await submit('assessor', joint, none);
    for (const login of ['expert', 'assessor']) await submit(login, mild, none);
    for (const login of ['expert', 'assessor'])
      for (const person of [agreed, mild])
        await area.as(login).mutate('conclusionSubmit', { assessmentId: person.assessmentId });
    expect(await area.as('expert').refusal('conclusionSubmit', { assessmentId })).toMatchObject({
      issues: [{ code: 'JOINT_ANSWERS_NEEDED' }],
    });
    await area.as('expert').mutate('conclusionSubmit', { assessmentId, jointAnswers: severe });
    expect(await area.as('assessor').refusal('conclusionSubmit', { assessmentId, jointAnswers: none })).toMatchObject({
      code: 'JOINT_ANSWERS_DIFFER',
    });
    const concluded = await area
      .as('assessor')
      .mutate(
        'conclusionSubmit',
        { assessmentId, jointAnswers: severe },
        '{ state assessedGrade confirmedGrade instrumentKey instrumentVersion conclusion { basis grading { explanationZh } } }',
      );
    expect(concluded).toMatchObject({
      state: 'CONCLUDED',
      assessedGrade: 3,
      confirmedGrade: null,
      instrumentKey: sheets.instrument.key,
      instrumentVersion: sheets.instrument.version,
      conclusion: { basis: 'JOINT_ANSWERS', grading: { explanationZh: expect.arrayContaining([expect.any(String)]) } },
    });
  });

  it('D10 X11 publicity shows a masked name and ends by its own clock; before that nothing is confirmed', async () => {
    for (const { assessmentId } of [agreed, joint])
      expect(
        await area
          .as('clerk')
          .mutate('publicityStart', { assessmentId }, '{ publicity { maskedName birthYear endsOn } }'),
      ).toMatchObject({
        publicity: { maskedName: expect.stringContaining('*'), birthYear: 1940, endsOn: '2021-09-15' },
      });
    const early = () => area.as('approval').refusal('gradeConfirm', { assessmentId: agreed.assessmentId });
    expect(await early()).toMatchObject({ __typename: 'StateRefusal', code: 'WRONG_STATE' });
    await area.goTo('2021-09-15');
    expect(await early()).toMatchObject({ code: 'WRONG_STATE' });
    await area.goTo('2021-09-16');
    expect(await seen('auditor', agreed)).toMatchObject({ state: 'PUBLICITY_ENDED' });
  });

  it('D13 D14 only the confirmed grade opens money, from the month after; the mild one is told no', async () => {
    const confirm = ({ assessmentId }: Somebody) =>
      area
        .as('approval')
        .mutate(
          'gradeConfirm',
          { assessmentId },
          '{ state confirmedGrade instrumentVersion resultLetter { passed grade startsOn endsOn } }',
        );
    const before = { personId: agreed.personId, mode: 'HOME_VISITS', startsOn: '2021-10-01' };
    expect(await area.as('clerk').refusal('careModeChoose', before)).toMatchObject({
      code: 'BAD_INPUT',
      issues: [{ field: 'personId', code: 'NO_ENTITLEMENT' }],
    });
    await area.goTo('2021-10-11');
    for (const person of [agreed, joint])
      expect(await confirm(person)).toMatchObject({
        state: 'CONFIRMED',
        confirmedGrade: 3,
        instrumentVersion: sheets.instrument.version,
        resultLetter: { passed: true, grade: 3, startsOn: '2021-11-01', endsOn: '2023-10-10' },
      });
    expect(await confirm(mild)).toMatchObject({ state: 'NOT_PASSED', resultLetter: { passed: false, startsOn: null } });
    for (const { personId } of [agreed, joint])
      await area.as('clerk').mutate('careModeChoose', { personId, mode: 'HOME_VISITS', startsOn: '2021-11-01' });
    expect((await area.as('auditor').query('{ careFunnel { applied passed notPassed } }'))['careFunnel']).toEqual({
      applied: '3',
      passed: '2',
      notPassed: '1',
    });
  });

  it('D13 D14 the care month is a calendar of days; a stay in hospital stops them with its reason', async () => {
    await area.goTo('2022-01-14');
    const stay = { personId: joint.personId, kind: 'HOSPITAL_STAY', startsOn: '2022-01-10', endsOn: '2022-01-12' };
    await area.as('clerk').mutate('stopEventRecord', stay);
    const { careMonth } = await area.as('auditor').query(
      `query ($id: Uuid!) { careMonth(personId: $id, month: "2022-01") { amount payableDays closed
         spans { from to days mode dayRate stopReason } } }`,
      { id: joint.personId },
    );
    const paid = { mode: 'HOME_VISITS', dayRate: '50.00', stopReason: null };
    expect(careMonth).toEqual({
      amount: '1450.00',
      payableDays: 29,
      closed: false,
      spans: [
        { from: '2022-01-01', to: '2022-01-09', days: 9, ...paid },
        { from: '2022-01-10', to: '2022-01-11', days: 2, mode: null, dayRate: null, stopReason: 'HOSPITAL_STAY' },
        { from: '2022-01-12', to: '2022-01-31', days: 20, ...paid },
      ],
    });
  });

  it('C6 payees get their accounts by two people, the fund its own', async () => {
    await payments.openFund('100000.00');
    for (const { personId, name } of [agreed, joint]) await payments.openAccount('PERSON', personId, name);
    const own = await area.list<{ state: string }>(
      'auditor',
      '{ payeeAccounts(payeeType: PERSON) { edges { node { state holderName accountNumberMasked } } } }',
    );
    expect(own.map(({ state }) => state)).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(JSON.stringify(own)).not.toMatch(/\d{8}/);
  });

  it.each([
    ['2021-11', '2022-01-14', 1500, 1500],
    ['2022-01', '2022-02-04', 1550, 1450],
    ['2022-02', '2022-03-04', 1400, 1400],
  ] as const)(
    'D13 D15 PD-14 %s at 50 a day is paid once, however often it is run',
    async (month, on, first, second) => {
      if (month > '2021-11')
        expect(await area.as('clerk').refusal('subsidyRunCreate', { month })).toMatchObject({
          code: 'CARE_MONTH_NOT_OVER',
        });
      await area.goTo(on);
      const sum = `${first + second}.00`;
      const create = () =>
        area.as('clerk').mutate<{ id: string }>('subsidyRunCreate', { month }, '{ id state total paidPeopleCount }');
      const both = await Promise.allSettled([create(), create()]);
      const made = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      expect(made).toEqual([expect.objectContaining({ state: 'COMPUTED', total: sum, paidPeopleCount: '2' })]);
      const runId = made[0]?.id ?? '';
      const lines = await area.list<{ amount: string; payeeId: string }>(
        'clerk',
        'query ($runId: Uuid!) { subsidyLines(runId: $runId) { edges { node { amount payeeId payeeType } } } }',
        { runId },
      );
      const amountOf = new Map(lines.map(({ payeeId, amount }) => [payeeId, amount]));
      expect([agreed, joint].map(({ personId }) => amountOf.get(personId))).toEqual([`${first}.00`, `${second}.00`]);
      await area.as('clerk').mutate('subsidyRunHandOver', { runId });
      const batch = await payments.pay({ kinds: ['CARE_SUBSIDY'] });
      expect(batch).toMatchObject({ state: 'SETTLED', lineCount: '2', sum });
      const before = await area.digest();
      expect(await area.as('clerk').refusal('subsidyRunCreate', { month })).toMatchObject({
        code: 'NO_SUBSIDY_TO_PAY',
      });
      expect(await area.as('clerk').refusal('subsidyRunHandOver', { runId })).toMatchObject({ code: 'WRONG_STATE' });
      expect(await area.as('clerk').refusal('batchCreate', { kinds: ['CARE_SUBSIDY'] })).toMatchObject({
        code: 'NOTHING_TO_PAY',
      });
      expect(await area.digest()).toBe(before);
    },
  );

  it('PD-22 C15 what each person was paid is read from the ledger, and every promise about stored data holds', async () => {
    const paid = await area.list<{ amount: string; state: string; payee: { id: string } }>(
      'auditor',
      '{ payments(state: PAID) { edges { node { amount state payee { id } } } } }',
    );
    const sums = ({ personId }: Somebody) =>
      paid.flatMap(({ payee, amount }) => (payee.id === personId ? [amount] : [])).sort();
    expect([sums(agreed), sums(joint)]).toEqual([
      ['1400.00', '1500.00', '1550.00'],
      ['1400.00', '1450.00', '1500.00'],
    ]);
    const { trialBalance } = await area
      .as('auditor')
      .query('{ trialBalance { totalDebit totalCredit lines { code debit credit } } }');
    expect(trialBalance).toMatchObject({
      totalDebit: '117600.00',
      totalCredit: '117600.00',
      lines: expect.arrayContaining([
        expect.objectContaining({ code: 'CARE_EXPENSE', debit: '8800.00', credit: '0.00' }),
        expect.objectContaining({ code: 'FUND_CASH', debit: '100000.00', credit: '8800.00' }),
        expect.objectContaining({ code: 'PERSON_PAYABLE', debit: '8800.00', credit: '8800.00' }),
      ]),
    });
    expect(await area.brokenPromises()).toEqual([]);
  });
});
