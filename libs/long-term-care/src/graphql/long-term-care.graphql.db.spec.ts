import { randomUUID } from 'node:crypto';
import { applicant, CareStage } from '../testing/care-stage';
import { answersList, CareApp, type Actor } from '../testing/care-app';

const SHEETS = `query ($id: Uuid!) { assessment(id: $id) { state sheetsIn mySheet { state answers { item score } }
  sheets { assessorId state grading { grade explanationEn } } } }`;

describe('long-term care through GraphQL', () => {
  let stage: CareStage;
  let app: CareApp;
  beforeAll(async () => {
    stage = await CareStage.open();
    app = await CareApp.open(stage);
  });
  afterAll(async () => {
    await app.close();
    await stage.db.close();
  });
  const ask = (as: Actor, query: string, variables: object = {}) => app.ask(as, query, variables);
  const mutate = (as: Actor, name: string, input: object, fields: string) => app.mutate(as, name, input, fields);

  it('D1 an application is entered, shown masked, and a fault says how to mend it', async () => {
    const { guardian: _none, ...draft } = applicant(1);
    const made = await mutate(
      'clerk',
      'applicationSubmit',
      draft,
      '... on Application { id state person { identityNumberMasked } }',
    );
    expect(made).toMatchObject({
      __typename: 'Application',
      state: 'SUBMITTED',
      person: { identityNumberMasked: expect.stringMatching(/^509900[*]{8}/) },
    });
  });

  it('X3 the same request gives the same application, another body is refused', async () => {
    const { guardian: _none, ...draft } = applicant(2);
    const requestId = randomUUID();
    const first = await mutate('clerk', 'applicationSubmit', { ...draft, requestId }, '... on Application { id }');
    expect(await mutate('clerk', 'applicationSubmit', { ...draft, requestId }, '... on Application { id }')).toEqual(
      first,
    );
    expect(
      await mutate('clerk', 'applicationSubmit', { ...draft, requestId, street: '别处' }, '... on Application { id }'),
    ).toMatchObject({
      __typename: 'ConflictRefusal',
      code: 'REQUEST_REUSED',
    });
  });

  it('D5 X1 an assessor reads and writes own tasks only, and the other sheet opens when both are in', async () => {
    const { assessments } = await stage.visited([10]);
    const [id = ''] = assessments;
    const [expertId = '', assessorId = ''] = stage.assessorIds;
    const view = async (as: Actor) => (await ask(as, SHEETS, { id })).data?.['assessment'];
    const sheet = { assessmentId: id, answers: answersList(3), guardianPresent: true };
    await mutate(
      'expert',
      'sheetSave',
      { ...sheet, answers: [{ item: 'eating', score: 5 }] },
      '... on Assessment { id }',
    );
    expect(await view('expert')).toMatchObject({
      mySheet: { state: 'DRAFT', answers: [{ item: 'eating', score: 5 }] },
    });
    for (const other of ['assessor', 'clerk', 'auditor'] as const)
      expect(await view(other)).toEqual({ state: 'VISITING', sheetsIn: 0, mySheet: null, sheets: [] });
    expect(await mutate('expert', 'sheetSubmit', sheet, '... on Assessment { state sheetsIn }')).toMatchObject({
      state: 'VISITING',
      sheetsIn: 1,
    });
    for (const other of ['assessor', 'clerk', 'auditor'] as const)
      expect(await view(other)).toEqual({ state: 'VISITING', sheetsIn: 1, mySheet: null, sheets: [] });
    expect(await view('stranger')).toBeNull();
    expect(await mutate('stranger', 'sheetSubmit', sheet, '... on Assessment { id }')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(
      await mutate('assessor', 'sheetSubmit', { ...sheet, answers: answersList(5) }, '... on Assessment { state }'),
    ).toMatchObject({ state: 'JOINT' });
    const both = [expertId, assessorId];
    for (const reader of ['expert', 'assessor', 'clerk', 'auditor'] as const) {
      const seen = await view(reader);
      expect((seen?.['sheets'] as { assessorId: string }[]).map((row) => row.assessorId).sort()).toEqual(
        [...both].sort(),
      );
    }
    const list = await ask('stranger', '{ assessments { edges { node { id } } } }');
    expect(list.data).toEqual({ assessments: { edges: [] } });
  });

  it('every blank item is named with words and a way to mend it', async () => {
    const { assessments } = await stage.visited([11]);
    const [id = ''] = assessments;
    const answers = answersList(3).filter(({ item }) => item !== 'memory' && item !== 'vision');
    expect(
      await mutate(
        'expert',
        'sheetSubmit',
        { assessmentId: id, answers, guardianPresent: true },
        '... on Assessment { id }',
      ),
    ).toMatchObject({
      __typename: 'InputRefusal',
      code: 'BAD_INPUT',
      issues: [
        {
          field: 'answers.memory',
          code: 'ANSWER_MISSING',
          message: '"Memory" is not answered',
          mend: expect.stringContaining('choose an answer'),
        },
        { field: 'answers.vision', code: 'ANSWER_MISSING' },
      ],
    });
  });

  it.each([
    ['expert', 'applicationAccept', { applicationId: randomUUID() }],
    ['auditor', 'applicationAccept', { applicationId: randomUUID() }],
    ['clerk', 'gradeConfirm', { assessmentId: randomUUID() }],
    ['auditor', 'subsidyRunCreate', { month: '2021-11' }],
    ['hospital', 'subsidyRunCreate', { month: '2021-11' }],
    ['clerk', 'sheetSubmit', { assessmentId: randomUUID(), answers: [] }],
  ] as const)('X1 %s may not %s', async (as, name, input) => {
    expect(await mutate(as, name, input, '')).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it.each([
    ['clerk', 'applicationAccept', { applicationId: randomUUID() }],
    ['clerk', 'applicationReturn', { applicationId: randomUUID(), reason: 'x' }],
    ['clerk', 'publicityStart', { assessmentId: randomUUID() }],
    ['clerk', 'objectionFile', { assessmentId: randomUUID(), objectorName: 'x', reason: 'x' }],
    ['approval', 'gradeConfirm', { assessmentId: randomUUID() }],
    ['expert', 'conclusionSubmit', { assessmentId: randomUUID() }],
    ['clerk', 'careModeChoose', { personId: randomUUID(), mode: 'HOME_VISITS', startsOn: '2021-11-01' }],
    ['clerk', 'stopEventRecord', { personId: randomUUID(), kind: 'DEATH', startsOn: '2021-09-01' }],
    ['approval', 'instrumentConfirm', { key: 'none', version: '1', officerName: 'x', document: 'x' }],
  ] as const)('X1 %s: %s of something absent is not found', async (as, name, input) => {
    expect(await mutate(as, name, input, '')).toMatchObject({ __typename: 'NotFoundRefusal', code: 'NOT_FOUND' });
  });

  it('X1 what is absent, and what belongs to another area, reads as nothing', async () => {
    const other = await stage.neighbour('370200');
    const { applications, assessments } = await other.visited([30]);
    const [row] = await other.read((tx) => other.services.applications.byIds(tx, applications));
    const read = await ask(
      'auditor',
      `query ($a: Uuid!, $b: Uuid!, $c: Uuid!) { application(id: $a) { id } assessment(id: $b) { id } carePerson(id: $c) { id }
       careMonth(personId: $c, month: "2021-11") { amount } subsidyRun(id: $a) { id } }`,
      { a: applications[0], b: assessments[0], c: row?.personId },
    );
    expect(read).toEqual({
      data: { application: null, assessment: null, carePerson: null, careMonth: null, subsidyRun: null },
    });
    const accept = await mutate('clerk', 'applicationAccept', { applicationId: applications[0] }, '');
    expect(accept).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('D13 D17 the thread ends in a calendar, a run with its lines, and a funnel', async () => {
    const { applications, assessments } = await stage.visited([20]);
    await stage.concluded(assessments, 3);
    const [assessmentId = ''] = assessments;
    expect(
      await mutate(
        'clerk',
        'publicityStart',
        { assessmentId },
        '... on Assessment { state publicity { maskedName endsOn } }',
      ),
    ).toMatchObject({
      state: 'IN_PUBLICITY',
      publicity: { maskedName: '张*三', endsOn: '2021-09-13' },
    });
    await stage.goTo('2021-10-20');
    await stage.done('clerk', (tx) => stage.services.publicity.closeDue(tx));
    expect(
      await mutate(
        'approval',
        'gradeConfirm',
        { assessmentId },
        '... on Assessment { confirmedGrade resultLetter { passed startsOn endsOn } conclusion { basis } }',
      ),
    ).toMatchObject({
      confirmedGrade: 3,
      resultLetter: { passed: true, startsOn: '2021-11-01', endsOn: '2023-10-19' },
      conclusion: { basis: 'SHEETS_AGREE' },
    });
    const [row] = await stage.read((tx) => stage.services.applications.byIds(tx, applications));
    const personId = row?.personId ?? '';
    await mutate(
      'clerk',
      'careModeChoose',
      { personId, mode: 'HOME_VISITS', startsOn: '2021-11-01' },
      '... on CarePerson { id }',
    );
    await stage.goTo('2021-12-01');
    const stay = { personId, kind: 'HOSPITAL_STAY', startsOn: '2021-11-10', endsOn: '2021-11-12' };
    await mutate('clerk', 'stopEventRecord', stay, '... on CarePerson { stops { kind } }');
    const run = await mutate(
      'clerk',
      'subsidyRunCreate',
      { month: '2021-11' },
      '... on SubsidyRun { id state total paidPeopleCount exceptions { code } }',
    );
    expect(run).toMatchObject({ state: 'COMPUTED', total: '1400.00', paidPeopleCount: '1', exceptions: [] });
    const read = await ask(
      'auditor',
      `query ($personId: Uuid!, $runId: Uuid!) { careMonth(personId: $personId, month: "2021-11") { closed amount payableDays
         spans { from to days stopReason mode dayRate } }
       subsidyLines(runId: $runId) { edges { node { amount days payeeType payeeId } } }
       subsidyRuns { month sequence } careFunnel { passed } }`,
      { personId, runId: (run as { id: string }).id },
    );
    expect(read.data).toMatchObject({
      careMonth: {
        closed: true,
        amount: '1400.00',
        payableDays: 28,
        spans: [
          { from: '2021-11-01', to: '2021-11-09', days: 9, mode: 'HOME_VISITS', dayRate: '50.00', stopReason: null },
          { from: '2021-11-10', to: '2021-11-11', days: 2, stopReason: 'HOSPITAL_STAY', mode: null },
          { from: '2021-11-12', to: '2021-11-30', days: 19 },
        ],
      },
      subsidyLines: { edges: [{ node: { amount: '1400.00', days: 28, payeeType: 'PERSON', payeeId: personId } }] },
      subsidyRuns: [{ month: '2021-11', sequence: 1 }],
      careFunnel: { passed: '1' },
    });
  });

  it('D2 the instrument shows its 17 items, its table and that it is unconfirmed', async () => {
    const answer = await ask(
      'expert',
      '{ instruments { key unconfirmed table wordingGaps { item } domains { items { key options { score } } } } }',
    );
    expect(answer.data?.['instruments']).toMatchObject([
      {
        key: 'cn_ltci_2021',
        unconfirmed: true,
        table: [
          [0, 0, 1, 1],
          [1, 1, 1, 2],
          [2, 2, 2, 3],
          [3, 3, 4, 5],
        ],
      },
    ]);
  });
});
