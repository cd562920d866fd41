import { plainDate } from '@huiji/kernel';
import { ClosePublicityHandler } from './jobs/close-publicity.job';
import { longTermCareInvariants } from './long-term-care.invariants';
import { applicant, CareStage } from './testing/care-stage';

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, n) => from + n);
const refusal = (code: string) => ({ ok: false, refusal: { code } });

describe('an unconfirmed instrument', () => {
  let stage: CareStage;
  beforeAll(async () => {
    stage = await CareStage.open('510900', { demonstration: false });
  });
  afterAll(() => stage.db.close());

  it('D2 makes no result final outside a demonstration until a named officer has confirmed it', async () => {
    const { grades, publicity, instruments } = stage.services;
    const { assessments } = await stage.visited([1, 2]);
    const [passing = '', failing = ''] = assessments;
    await stage.concluded([passing], 3);
    await stage.concluded([failing], 0);
    await stage.done('clerk', (tx) => publicity.start(tx, [passing]));
    await stage.goTo('2021-09-30');
    await stage.done('clerk', (tx) => publicity.closeDue(tx));
    for (const id of [passing, failing])
      expect(await stage.act('approval', (tx) => grades.confirm(tx, [id]))).toMatchObject(
        refusal('INSTRUMENT_UNCONFIRMED'),
      );
    const version = { key: 'cn_ltci_2021', version: '2021-1' };
    const officer = { officerName: '王五', document: '医保办发〔2021〕37号 正式文本' };
    expect(
      await stage.act('approval', (tx) => instruments.confirm(tx, version, { officerName: ' ', document: '' })),
    ).toMatchObject({ refusal: { issues: [{ code: 'OFFICER_MISSING' }, { code: 'OFFICIAL_DOCUMENT_MISSING' }] } });
    await stage.done('approval', (tx) => instruments.confirm(tx, version, officer));
    expect(await stage.act('approval', (tx) => instruments.confirm(tx, version, officer))).toMatchObject(
      refusal('INSTRUMENT_CONFIRMED_BEFORE'),
    );
    const [standing] = await stage.read((tx) => instruments.standings(tx));
    expect(standing).toMatchObject({ unconfirmed: false, confirmation: { officerName: '王五' } });
    await stage.done('approval', (tx) => grades.confirm(tx, assessments));
  });

  it('D2 a stored version never changes', async () => {
    await expect(stage.db.dataSource.query(`UPDATE long_term_care.instrument SET content = '{}'`)).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('the funnel', () => {
  let stage: CareStage;
  beforeAll(async () => {
    stage = await CareStage.open('500000');
  });
  afterAll(() => stage.db.close());

  it('D17 923 applied, 788 passed, loaded through the services, and a second close of publicity finds nothing', async () => {
    const { applications, publicity, grades, care, reading } = stage.services;
    const visited = await stage.visited(range(0, 880));
    await stage.concluded(visited.assessments.slice(0, 788), 3);
    await stage.concluded(visited.assessments.slice(788), 0);
    const rest = await stage.done('clerk', (tx) =>
      applications.submit(
        tx,
        range(880, 923).map((n) => applicant(n)),
      ),
    );
    for (const id of rest) await stage.done('clerk', (tx) => applications.return(tx, id, '资料不全'));
    await stage.done('clerk', (tx) => publicity.start(tx, visited.assessments.slice(0, 788)));
    await stage.goTo('2021-10-20');
    const job = new ClosePublicityHandler(stage.db.database, publicity);
    await job.handle({ area: stage.area });
    await job.handle({ area: stage.area });
    await stage.done('approval', (tx) => grades.confirm(tx, visited.assessments));
    const people = await stage.read((tx) => applications.byIds(tx, visited.applications.slice(0, 788)));
    await stage.done('clerk', (tx) =>
      care.chooseModes(
        tx,
        people.map(({ personId }) => ({
          personId,
          mode: 'home-visits',
          startsOn: plainDate('2021-11-01'),
          providerId: null,
        })),
      ),
    );
    expect(await stage.read((tx) => reading.funnel(tx))).toEqual({
      applied: 923n,
      accepted: 880n,
      returned: 43n,
      assessed: 880n,
      passed: 788n,
      notPassed: 92n,
    });
    for (const { id, sql } of longTermCareInvariants)
      expect([id, await stage.read((tx) => tx.query(sql, [stage.area]))]).toEqual([id, []]);
  }, 120_000);

  it('a page of applications follows the page before it and ends', async () => {
    const { reading } = stage.services;
    const seen = new Set<string>();
    let after: string | null = null;
    for (;;) {
      const page = await stage.read((tx) => reading.applicationPage(tx, 'concluded', { first: 200, after }));
      for (const { node } of page.edges) {
        expect(node.assessment?.assessors).toHaveLength(2);
        seen.add(node.id);
      }
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen.size).toBe(880);
  });
});
