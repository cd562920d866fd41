import { careGround, draftOf, SheetMaker, somebody } from './support/care-ground';
import type { JourneyArea } from './support/journey-area';
import { openStage, type JourneyStage } from './support/journey-stage';

jest.setTimeout(120_000);

/** A death of the tenth becomes known when the month is computed, or even handed over: the whole month is not paid. */
describe('a death known before the money leaves', () => {
  let stage: JourneyStage;
  let area: JourneyArea;
  const [one, two] = [somebody('赵甲', 101), somebody('钱乙', 102)];
  const runOf = (): Promise<{ id: string; total: string }> =>
    area.as('clerk').mutate('subsidyRunCreate', { month: '2022-02' }, '{ id total }');
  const death = (personId: string) =>
    area.as('clerk').mutate('stopEventRecord', { personId, kind: 'DEATH', startsOn: '2022-02-10' });

  beforeAll(async () => {
    stage = await openStage('500000', '2021-09-06', 'inline');
    ({ area } = stage);
    await careGround(area);
    const answers = (await SheetMaker.read(area)).worstIn('adl');
    const { assessors } = await area
      .as('clerk')
      .query<{ assessors: { id: string; fullName: string }[] }>('{ assessors { id fullName } }');
    const assessorIds = assessors.filter(({ fullName }) => fullName !== 'stranger').map(({ id }) => id);
    for (const person of [one, two]) {
      const made = await area
        .as('clerk')
        .mutate<{ id: string; person: { id: string } }>('applicationSubmit', draftOf(person), '{ id person { id } }');
      [person.applicationId, person.personId] = [made.id, made.person.id];
      await area.as('clerk').mutate('applicationAccept', { applicationId: made.id }, '{ state }');
      const visit = { applicationId: made.id, assessorIds, visitOn: '2021-09-06', visitPlace: '家中' };
      const { id } = await area.as('clerk').mutate<{ id: string }>('visitAssign', visit, '{ id }');
      for (const login of ['expert', 'assessor'])
        await area.as(login).mutate('sheetSubmit', { assessmentId: id, answers, guardianPresent: true });
      for (const login of ['expert', 'assessor']) await area.as(login).mutate('conclusionSubmit', { assessmentId: id });
      await area.as('clerk').mutate('publicityStart', { assessmentId: id });
      person.assessmentId = id;
    }
    await area.goTo('2021-10-11');
    for (const { assessmentId, personId, name } of [one, two]) {
      await area.as('approval').mutate('gradeConfirm', { assessmentId });
      await area.as('clerk').mutate('careModeChoose', { personId, mode: 'HOME_VISITS', startsOn: '2021-11-01' });
      await stage.payments.openAccount('PERSON', personId, name);
    }
    await stage.payments.openFund('100000.00');
    await area.goTo('2022-03-04');
  });
  afterAll(() => stage.close());

  it('D14 D15 a computed run with it is not handed over; discarded, it is run again with the days before the death', async () => {
    const first = await runOf();
    expect(first).toMatchObject({ total: '2800.00' });
    await death(one.personId);
    expect(await area.as('clerk').refusal('subsidyRunHandOver', { runId: first.id })).toMatchObject({
      code: 'SUBSIDY_FACTS_CHANGED',
      mend: expect.stringMatching(/./),
    });
    const given = { runId: first.id, reason: '参保人死亡' };
    expect(await area.as('clerk').mutate('subsidyRunDiscard', given, '{ state }')).toMatchObject({
      state: 'DISCARDED',
    });
    const second = await runOf();
    expect(second).toMatchObject({ total: '1900.00' });
    await area.as('clerk').mutate('subsidyRunHandOver', { runId: second.id });
  });

  it('D14 C6 after the hand-over the payable is on hold: no batch takes it, and it says why', async () => {
    await death(two.personId);
    const payables = await area.list<{
      id: string;
      amount: string;
      heldReason: string | null;
      heldSince: string | null;
    }>('clerk', '{ payables { edges { node { id amount heldReason heldSince } } } }');
    const held = payables.find(({ amount }) => amount === '1400.00');
    expect(held).toMatchObject({ heldReason: 'CARE_DEATH', heldSince: '2022-03-04' });
    expect(await area.as('clerk').refusal('batchCreate', { payableIds: [held?.id] })).toMatchObject({
      code: 'PAYABLE_HELD',
    });
    expect(await stage.payments.pay({ kinds: ['CARE_SUBSIDY'] })).toMatchObject({ lineCount: '1', sum: '500.00' });
    expect(await area.as('clerk').refusal('batchCreate', { kinds: ['CARE_SUBSIDY'] })).toMatchObject({
      code: 'NOTHING_TO_PAY',
    });
    expect(await area.brokenPromises()).toEqual([]);
  });
});
