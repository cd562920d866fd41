import { month, plainDate } from '@huiji/kernel';
import { longTermCareInvariants } from '../long-term-care.invariants';
import { applicant, answersOfGrade, CareStage, identityOf, sheetsOf } from '../testing/care-stage';

const refusal = (code: string) => ({ ok: false, refusal: { code } });
const issue = (code: string, field: string) => ({ ok: false, refusal: { issues: [{ code, field }] } });

describe('from the application to the subsidy', () => {
  let stage: CareStage;
  beforeAll(async () => {
    stage = await CareStage.open();
  });
  afterAll(() => stage.db.close());
  afterEach(async () => {
    for (const { id, sql } of longTermCareInvariants)
      expect([id, await stage.read((tx) => tx.query(sql, [stage.area]))]).toEqual([id, []]);
  });

  it('D1 a person has one open application; a returned one makes room for the next', async () => {
    const { applications } = stage.services;
    const [id = ''] = await stage.done('clerk', (tx) => applications.submit(tx, [applicant(900)]));
    expect(await stage.act('clerk', (tx) => applications.submit(tx, [applicant(900)]))).toMatchObject(
      refusal('OPEN_APPLICATION_EXISTS'),
    );
    await stage.done('clerk', (tx) => applications.return(tx, id, '病历不全'));
    await stage.done('clerk', (tx) => applications.submit(tx, [applicant(900)]));
    const [person] = await stage.db.ownerQuery<{ id: string }>(
      `SELECT person_id AS id FROM long_term_care.application WHERE id = $1`,
      [id],
    );
    await expect(
      stage.db.ownerQuery(
        `INSERT INTO long_term_care.application SELECT area, gen_random_uuid(), person_id, claimed_grade, disabled_since,
           treatment_record, insured, guardian_name, guardian_relation, applied_on, 'submitted', 1
         FROM long_term_care.application WHERE id = $1`,
        [id],
      ),
    ).rejects.toMatchObject({ code: '23505', constraint: 'application_one_open' });
    expect(person).toBeDefined();
  });

  it('D1 a list with a fault in one row changes nothing and names the row', async () => {
    const { applications } = stage.services;
    const drafts = [applicant(901), applicant(902, { insured: false }), applicant(901)];
    const result = await stage.act('clerk', (tx) => applications.submit(tx, drafts));
    expect(result).toMatchObject({ refusal: { issues: [{ row: 2, field: 'insured', code: 'NOT_INSURED' }] } });
    const twice = await stage.act('clerk', (tx) => applications.submit(tx, [applicant(901), applicant(901)]));
    expect(twice).toMatchObject({ refusal: { issues: [{ row: 2, code: 'IDENTITY_TWICE' }] } });
    const renamed = await stage.act('clerk', (tx) => applications.submit(tx, [applicant(900, { fullName: '李四' })]));
    expect(renamed).toMatchObject(issue('NAME_DIFFERS', 'fullName'));
  });

  it('identity numbers are encrypted, masked, and found by their blind index', async () => {
    const rows = await stage.db.ownerQuery<Record<string, unknown>>('SELECT * FROM long_term_care.person');
    const text = JSON.stringify([rows, await stage.db.ownerQuery('SELECT * FROM platform.action')], (_k, v: unknown) =>
      typeof v === 'bigint' ? v.toString() : v,
    );
    expect(text).not.toContain(identityOf(900));
    expect(rows[0]?.['identity_number_masked']).toBe('509900********9006'.replace('9006', identityOf(900).slice(-4)));
  });

  it('D4 the visit is refused to a wrong pair, to kin, and to an application that is not accepted', async () => {
    const { applications, assessors, visits } = stage.services;
    const [id = ''] = await stage.done('clerk', (tx) => applications.submit(tx, [applicant(903)]));
    const visit = {
      applicationId: id,
      assessorIds: stage.assessorIds.slice(0, 2),
      visitOn: plainDate('2021-09-06'),
      visitPlace: '家中',
    };
    expect(await stage.act('clerk', (tx) => visits.assign(tx, [visit]))).toMatchObject(refusal('WRONG_STATE'));
    await stage.done('clerk', (tx) => applications.accept(tx, [id]));
    const [first = '', second = ''] = stage.assessorIds;
    const pair = (assessorIds: readonly string[]) =>
      stage.act('clerk', (tx) => visits.assign(tx, [{ ...visit, assessorIds }]));
    expect(await pair([first, first])).toMatchObject(issue('SAME_ASSESSOR', 'assessorIds'));
    expect(await pair([first])).toMatchObject(issue('TWO_ASSESSORS_NEEDED', 'assessorIds'));
    expect(await pair([first, id])).toMatchObject(refusal('NOT_FOUND'));
    const [row] = await stage.read((tx) => applications.byIds(tx, [id]));
    await stage.done('clerk', (tx) => assessors.declareConflict(tx, second, row?.personId ?? '', 'kin'));
    expect(await pair([first, second])).toMatchObject(issue('ASSESSOR_IN_CONFLICT', 'assessorIds.1'));
    expect(await pair([first, stage.assessorIds[2] ?? ''])).toMatchObject({ ok: true });
    expect(await pair([first, stage.assessorIds[2] ?? ''])).toMatchObject(refusal('ASSESSORS_NOT_FIT'));
  });

  it('D5 a sheet is hidden from everybody else until both are in', async () => {
    const { assessments } = await stage.visited([910]);
    const [id = ''] = assessments;
    const { sheets, reading } = stage.services;
    const seen = (viewer: string | null, state: 'visiting' | 'joint') =>
      stage.read(async (tx) => {
        const [row] = await tx.query<{ state: string }>('SELECT state FROM long_term_care.assessment WHERE id = $1', [
          id,
        ]);
        expect(row?.state).toBe(state);
        const known = await stage.services.sheets.visible(
          tx,
          [{ ...(await assessment(id)), state }],
          viewer ? { id: viewer } : null,
        );
        return known.map(({ assessorId }) => assessorId);
      });
    const assessment = async (wanted: string) => {
      const found = await stage.read((tx) => reading.assessment(tx, callerOf('agency-clerk'), wanted));
      if (!found) throw new Error('an assessment');
      return found;
    };
    const [expert = '', other = ''] = stage.assessorIds;
    await stage.done('expert', (tx) =>
      sheets.save(tx, [{ assessmentId: id, answers: { eating: 5 }, guardianPresent: null }]),
    );
    expect(await seen(expert, 'visiting')).toEqual([expert]);
    expect(await seen(other, 'visiting')).toEqual([]);
    expect(await seen(null, 'visiting')).toEqual([]);
    await stage.done('expert', (tx) => sheets.submit(tx, sheetsOf([id], 3)));
    expect(await seen(other, 'visiting')).toEqual([]);
    expect(await seen(null, 'visiting')).toEqual([]);
    await stage.done('assessor', (tx) => sheets.submit(tx, sheetsOf([id], 5)));
    expect([...(await seen(other, 'joint'))].sort()).toEqual([expert, other].sort());
    expect(await seen(null, 'joint')).toHaveLength(2);
  });

  it('D5 nobody writes a sheet of a task that is not theirs, a submitted sheet never changes, a blank blocks', async () => {
    const { assessments } = await stage.visited([911]);
    const [id = ''] = assessments;
    const { sheets } = stage.services;
    expect(await stage.act('stranger', (tx) => sheets.save(tx, sheetsOf([id], 3)))).toMatchObject(refusal('NOT_FOUND'));
    expect(await stage.act('clerk', (tx) => sheets.save(tx, sheetsOf([id], 3)))).toMatchObject(refusal('NOT_FOUND'));
    const { eating: _blank, ...answers } = answersOfGrade(3);
    const blank = await stage.act('expert', (tx) =>
      sheets.submit(tx, [{ assessmentId: id, answers, guardianPresent: null }]),
    );
    expect(blank).toMatchObject({
      refusal: {
        issues: [
          { field: 'guardianPresent', code: 'GUARDIAN_PRESENCE_MISSING' },
          { field: 'answers.eating', code: 'ANSWER_MISSING' },
        ],
      },
    });
    await stage.done('expert', (tx) => sheets.submit(tx, sheetsOf([id], 3)));
    expect(await stage.act('expert', (tx) => sheets.submit(tx, sheetsOf([id], 5)))).toMatchObject(
      refusal('WRONG_STATE'),
    );
    expect(await stage.act('expert', (tx) => sheets.save(tx, sheetsOf([id], 5)))).toMatchObject(refusal('WRONG_STATE'));
  });

  it('D5 two sheets submitted at the same moment are both in', async () => {
    const { assessments } = await stage.visited([913]);
    const { sheets, reading } = stage.services;
    const both = await Promise.all(
      (['expert', 'assessor'] as const).map((user) =>
        stage.act(user, (tx) => sheets.submit(tx, sheetsOf(assessments, 3))),
      ),
    );
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    const view = await stage.read((tx) => reading.assessment(tx, callerOf('agency-clerk'), assessments[0] ?? ''));
    expect(view).toMatchObject({ state: 'joint', sheetsIn: 2 });
  });

  it('D5 sheets that differ in grade conclude only by the same joint answers of both', async () => {
    const { assessments } = await stage.visited([912]);
    const [id = ''] = assessments;
    const { conclusions, sheets } = stage.services;
    await stage.done('expert', (tx) => sheets.submit(tx, sheetsOf([id], 3)));
    await stage.done('assessor', (tx) => sheets.submit(tx, sheetsOf([id], 5)));
    const put = (user: 'expert' | 'assessor', jointAnswers: ReturnType<typeof answersOfGrade> | null) =>
      stage.act(user, (tx) => conclusions.submit(tx, [{ assessmentId: id, jointAnswers }]));
    expect(await put('expert', null)).toMatchObject(issue('JOINT_ANSWERS_NEEDED', 'jointAnswers'));
    expect(await put('expert', answersOfGrade(5))).toMatchObject({ ok: true });
    const other = { ...answersOfGrade(5), hearing: 1, memory: 1 };
    expect(await put('assessor', other)).toMatchObject({
      refusal: {
        code: 'JOINT_ANSWERS_DIFFER',
        issues: [{ field: 'jointAnswers.hearing' }, { field: 'jointAnswers.memory' }],
      },
    });
    expect(await put('assessor', answersOfGrade(5))).toMatchObject({ ok: true });
    const [row] = await stage.read((tx) => conclusions.of(tx, [id]));
    expect(row).toMatchObject({ basis: 'joint-answers', grade: 5, grading: { instrumentVersion: '2021-1' } });
    expect(await put('expert', answersOfGrade(5))).toMatchObject(refusal('WRONG_STATE'));
  });

  it('D10 D14 publicity runs its days, then the grade is confirmed and opens care from the next month', async () => {
    const { applications, assessments } = await stage.visited([920, 921]);
    const [passing = '', failing = ''] = assessments;
    const { publicity, grades, care, runs, reading } = stage.services;
    await stage.concluded([passing], 3);
    await stage.concluded([failing], 0);
    expect(await stage.act('clerk', (tx) => publicity.start(tx, [failing]))).toMatchObject(
      refusal('GRADE_NOT_ELIGIBLE'),
    );
    expect(await stage.act('approval', (tx) => grades.confirm(tx, [passing]))).toMatchObject(refusal('WRONG_STATE'));
    await stage.goTo('2021-10-11');
    await stage.done('clerk', (tx) => publicity.start(tx, [passing]));
    expect(await stage.read((tx) => publicity.of(tx, [passing]))).toMatchObject([
      { maskedName: '张*三', startsOn: '2021-10-11', endsOn: '2021-10-18', street: '七星岗街道' },
    ]);
    await stage.goTo('2021-10-18');
    expect(await stage.done('clerk', (tx) => publicity.closeDue(tx))).toEqual([]);
    await stage.goTo('2021-10-19');
    expect(await stage.done('clerk', (tx) => publicity.closeDue(tx))).toEqual([passing]);
    expect(await stage.done('clerk', (tx) => publicity.closeDue(tx))).toEqual([]);
    expect(await stage.act('expert', (tx) => grades.confirm(tx, [passing]))).toMatchObject(
      refusal('ASSESSOR_CONFIRMS_OWN'),
    );
    await stage.done('approval', (tx) => grades.confirm(tx, [passing, failing]));
    const rows = await stage.read((tx) => stage.services.applications.byIds(tx, applications));
    expect(rows.map(({ state }) => state)).toEqual(['concluded', 'concluded']);
    const letters = await stage.read(async (tx) => [
      await reading.letter(tx, callerOf('agency-clerk'), passing),
      await reading.letter(tx, callerOf('agency-clerk'), failing),
    ]);
    expect(letters).toMatchObject([
      { passed: true, grade: 3, gradeNameZh: '重度失能Ⅰ级', startsOn: '2021-11-01', endsOn: '2023-10-18' },
      { passed: false, grade: 0, startsOn: null, endsOn: null },
    ]);
    const person = rows.find(({ id }) => id === applications[0])?.personId ?? '';
    const choice = {
      personId: person,
      mode: 'home-visits' as const,
      startsOn: plainDate('2021-11-01'),
      providerId: null,
    };
    await stage.done('clerk', (tx) => care.chooseModes(tx, [choice]));
    await stage.goTo('2022-03-01');
    for (const [name, fen] of [
      ['2021-11', 150_000n],
      ['2022-01', 155_000n],
      ['2022-02', 140_000n],
    ] as const) {
      const run = await stage.done('clerk', (tx) => runs.create(tx, month(name)));
      expect(await stage.read((tx) => runs.find(tx, run))).toMatchObject({ totalFen: fen, paidPeopleCount: 1n });
    }
    const late = { personId: person, kind: 'death' as const, startsOn: plainDate('2022-01-10'), endsOn: null };
    await stage.done('clerk', (tx) => care.recordStop(tx, late));
    expect(await stage.act('clerk', (tx) => care.recordStop(tx, late))).toMatchObject(refusal('STOP_KNOWN'));
    const [january, december] = await stage.read(async (tx) => [
      await care.calendar(tx, person, month('2022-01')),
      await care.calendar(tx, person, month('2021-12')),
    ]);
    expect(january).toMatchObject({ closed: true, amountFen: 155_000n });
    expect(december).toMatchObject({ closed: false, amountFen: 155_000n });
    const again = { ...choice, mode: 'home-personal' as const, startsOn: plainDate('2022-02-01') };
    expect(await stage.act('clerk', (tx) => care.chooseModes(tx, [again]))).toMatchObject(
      issue('CARE_MONTH_CLOSED', 'startsOn'),
    );
  });
});

const callerOf = (role: 'agency-clerk') =>
  ({ role, userId: '', organisationId: '', area: '500000', scope: {} }) as unknown as Parameters<
    CareStage['services']['reading']['assessment']
  >[1];
