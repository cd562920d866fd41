import { ok, plainDate } from '@huiji/kernel';
import { applicant, CareStage } from '../testing/care-stage';

const refusal = (code: string) => ({ ok: false, refusal: { code } });

describe('after the conclusion', () => {
  let stage: CareStage;
  beforeAll(async () => {
    stage = await CareStage.open();
  });
  afterAll(() => stage.db.close());

  const shown = async (n: number): Promise<{ readonly id: string; readonly application: string }> => {
    const { assessments, applications } = await stage.visited([n]);
    const [id = ''] = assessments;
    await stage.concluded([id], 3);
    await stage.done('clerk', (tx) => stage.services.publicity.start(tx, [id]));
    return { id, application: applications[0] ?? '' };
  };
  const objected = async (n: number) => {
    const made = await shown(n);
    const objection = { objectorName: '李四', reason: '与实际不符' };
    await stage.done('clerk', (tx) => stage.services.publicity.object(tx, made.id, objection));
    return made;
  };
  const apply = (n: number) => stage.act('clerk', (tx) => stage.services.applications.submit(tx, [applicant(n)]));
  const decide = (user: 'approval' | 'expert', id: string, upheld: boolean, reason = '复核属实') =>
    stage.act(user, (tx) => stage.services.objections.decide(tx, id, { upheld, reason }));

  it('D11 an objection stops the clock', async () => {
    const { publicity, grades } = stage.services;
    const { id } = await objected(1);
    await stage.goTo('2021-12-01');
    expect(await stage.done('clerk', (tx) => publicity.closeDue(tx))).toEqual([]);
    expect(await stage.act('approval', (tx) => grades.confirm(tx, [id]))).toMatchObject(refusal('WRONG_STATE'));
    expect(await apply(1)).toMatchObject(refusal('OPEN_APPLICATION_EXISTS'));
  });

  it('D11 an objection that is upheld voids the result, and the person may apply again', async () => {
    const { id, application } = await objected(2);
    expect(await decide('approval', id, true, ' ')).toMatchObject({ refusal: { issues: [{ field: 'reason' }] } });
    expect(await decide('expert', id, true)).toMatchObject(refusal('ASSESSOR_DECIDES_OWN'));
    expect(await decide('approval', id, true)).toEqual(ok(id));
    expect(await decide('approval', id, false)).toMatchObject(refusal('WRONG_STATE'));
    const [row] = await stage.read((tx) => stage.services.applications.byIds(tx, [application]));
    expect(row).toMatchObject({ state: 'concluded' });
    expect(await apply(2)).toMatchObject({ ok: true });
  });

  it('D11 an objection that is dismissed lets publicity go on; another may follow, then the grade is confirmed', async () => {
    const { publicity, grades } = stage.services;
    const { id } = await objected(3);
    expect(await decide('approval', id, false, '经复核不成立')).toEqual(ok(id));
    await stage.done('clerk', (tx) => publicity.object(tx, id, { objectorName: '王五', reason: '仍有异议' }));
    expect(await decide('approval', id, false, '同前')).toEqual(ok(id));
    await stage.goTo('2022-01-10');
    expect(await stage.done('clerk', (tx) => publicity.closeDue(tx))).toContain(id);
    expect(await stage.done('approval', (tx) => grades.confirm(tx, [id]))).toEqual([id]);
  });

  it('D12 a second grade in the same month is refused until the first has begun, then takes over', async () => {
    const { publicity, grades, care } = stage.services;
    await stage.goTo('2022-02-01');
    const [first, again] = [await shown(4), await shown(5)];
    const [same] = await stage.read((tx) => stage.services.applications.byIds(tx, [first.application]));
    await stage.goTo('2022-02-20');
    await stage.done('clerk', (tx) => publicity.closeDue(tx));
    await stage.done('approval', (tx) => grades.confirm(tx, [first.id]));
    // Two other assessors would have come; whose sheets they are is not the point here.
    for (const [table, id] of [
      ['application', again.application],
      ['assessment', again.id],
    ] as const)
      await stage.db.ownerQuery(`UPDATE long_term_care.${table} SET person_id = $2 WHERE id = $1`, [
        id,
        same?.personId,
      ]);
    const confirm = () => stage.act('approval', (tx) => grades.confirm(tx, [again.id]));
    expect(await confirm()).toMatchObject({
      refusal: { code: 'ENTITLEMENT_NOT_BEGUN', facts: { startsOn: '2022-03-01' } },
    });
    await stage.goTo('2022-03-01');
    expect(await confirm()).toEqual(ok([again.id]));
    const [row] = await stage.read((tx) => stage.services.applications.byIds(tx, [again.application]));
    const entitlements = await stage.read((tx) => care.entitlements(tx, [row?.personId ?? '']));
    expect(entitlements.map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ['2022-03-01', '2022-03-31'],
      ['2022-04-01', expect.any(String)],
    ]);
  });

  it('D14 a transfer between hospitals on one day is recorded, the same stay twice is not', async () => {
    const { application } = await shown(6);
    const [row] = await stage.read((tx) => stage.services.applications.byIds(tx, [application]));
    const stay = (startsOn: string, endsOn: string | null) =>
      stage.act('clerk', (tx) =>
        stage.services.care.recordStop(tx, {
          personId: row?.personId ?? '',
          kind: 'hospital-stay',
          startsOn: plainDate(startsOn),
          endsOn: endsOn === null ? null : plainDate(endsOn),
        }),
      );
    expect(await stay('2022-02-20', '2022-02-25')).toMatchObject({ ok: true });
    expect(await stay('2022-02-25', '2022-02-27')).toMatchObject({ ok: true });
    expect(await stay('2022-02-18', '2022-02-20')).toMatchObject({ ok: true });
    for (const [from, to] of [
      ['2022-02-20', '2022-02-25'],
      ['2022-02-24', null],
      ['2022-02-22', '2022-02-22'],
    ] as const)
      expect(await stay(from, to)).toMatchObject(refusal('STOP_KNOWN'));
  });
});
