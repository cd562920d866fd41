import { randomUUID } from 'node:crypto';
import { getNamedType, isInputObjectType } from 'graphql';
import { made, type Input } from '../journeys/bad-input/case';
import { mutationFixtures } from './fixtures';
import { codeOf, succeeded, type Told } from './http-asker';
import { Stage } from './stage';

/** Mutations that write over what somebody may have written meanwhile, and how the version that stands is read. */
const VERSIONS: Readonly<Record<string, (input: Input) => readonly [sql: string, params: readonly unknown[]]>> = {
  volumeReportEnter: ({ reportId }) => ['SELECT edition AS v FROM procurement.volume_report WHERE id = $1', [reportId]],
  volumeReportUpload: ({ reportId }) => [
    'SELECT edition AS v FROM procurement.volume_report WHERE id = $1',
    [reportId],
  ],
  savingsScoreSet: ({ yearId, hospitalId }) => [
    'SELECT version AS v FROM savings.score WHERE year_id = $1 AND hospital_id = $2',
    [yearId, hospitalId],
  ],
  savingsBaselineSet: ({ yearId, hospitalId, varietyId }) => [
    'SELECT version AS v FROM savings.baseline WHERE year_id = $1 AND hospital_id = $2 AND variety_id = $3',
    [yearId, hospitalId, varietyId],
  ],
  sheetSave: ({ assessmentId }) => [
    'SELECT max(version) AS v FROM long_term_care.answer_sheet WHERE assessment_id = $1',
    [assessmentId],
  ],
  sheetSubmit: ({ assessmentId }) => [
    'SELECT max(version) AS v FROM long_term_care.answer_sheet WHERE assessment_id = $1',
    [assessmentId],
  ],
};

describe('versions of what is edited', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  }, 180_000);
  afterAll(() => stage.close());

  const standing = async (name: string, input: Input): Promise<number> => {
    const [sql, params] = VERSIONS[name]?.(input) ?? ['', []];
    const [row] = await stage.world.journey.db.ownerQuery<{ v: number | null }>(sql, params);
    return row?.v ?? 0;
  };
  const ask = async (name: string, input: Input): Promise<Told> => {
    const client = await stage.world.as(mutationFixtures[name]?.as ?? '');
    return stage.asker.act(client, name, { ...input, requestId: randomUUID() });
  };
  const inputOf = async (name: string): Promise<Input> => {
    const { stage: before, input = {} } = mutationFixtures[name] ?? {};
    const staged = (await before?.(stage.world)) ?? {};
    return { ...(await made(input, stage.world)), ...staged };
  };

  it('X4 every input that takes a version is tried here', () => {
    const taking = Object.values(stage.world.schema.getMutationType()?.getFields() ?? {}).filter(({ args }) => {
      const type = args[0] && getNamedType(args[0].type);
      return isInputObjectType(type) && 'expectedVersion' in type.getFields();
    });
    expect(taking.map(({ name }) => name).sort()).toEqual(Object.keys(VERSIONS).sort());
  });

  it.each(Object.keys(VERSIONS))(
    'X4 %s: of two who read the same version, one is told what the other changed',
    async (name) => {
      await stage.restore();
      const input = await inputOf(name);
      const expectedVersion = await standing(name, input);
      const both = await Promise.all([1, 2].map(() => ask(name, { ...input, expectedVersion })));
      const done = both.filter((told) => succeeded(name, told));
      const [lost] = both.filter((told) => !succeeded(name, told));
      expect([both, done.length]).toEqual([expect.anything(), 1]);
      if (['sheetSubmit', 'volumeReportUpload'].includes(name)) {
        expect(['WRONG_STATE', 'STALE_VERSION']).toContain(lost && codeOf(name, lost));
        return;
      }
      expect(lost && codeOf(name, lost)).toBe('STALE_VERSION');
      const facts = (lost?.data as Record<string, { facts: readonly { name: string; value: string }[] }>)[name]?.facts;
      expect(facts).toEqual([
        { name: 'yours', value: expectedVersion.toString() },
        { name: 'current', value: (expectedVersion + 1).toString() },
        { name: 'changes', value: expect.stringMatching(/^[A-Z]\w+ [0-9a-f-]{36} \d{4}-\d\d-\d\dT/) },
      ]);
      const again = await ask(name, { ...input, expectedVersion: expectedVersion + 1 });
      expect(succeeded(name, again)).toBe(true);
    },
  );

  it('X4 without a version the last word stands', async () => {
    await stage.restore();
    const input = await inputOf('savingsScoreSet');
    for (const score of ['80', '81'])
      expect(
        succeeded('savingsScoreSet', await ask('savingsScoreSet', { ...input, score, expectedVersion: null })),
      ).toBe(true);
  });

  it('X4 of two who move one thing at once, one is told its state, and what was done', async () => {
    await stage.restore();
    const { orderId } = await inputOf('purchaseOrderConfirm');
    const both = await Promise.all([1, 2].map(() => ask('purchaseOrderConfirm', { orderId })));
    expect(both.filter((told) => succeeded('purchaseOrderConfirm', told))).toHaveLength(1);
    const [lost] = both.filter((told) => !succeeded('purchaseOrderConfirm', told));
    expect(JSON.stringify(lost)).toMatch(/WRONG_STATE.*confirmed|STATE_CHANGED.*OrderConfirmed/);
  });
});
