import { readKeptHeads, Sealer, SealVerifier } from '@huiji/audit';
import { sealLines, verifySeals } from '../../apps/start/src/verify-seals';
import type { JourneyArea } from './support/journey-area';
import { openStage, type JourneyStage } from './support/journey-stage';

jest.setTimeout(120_000);

const AREA = '500000';

interface Verification {
  readonly id: string;
  readonly finishedAt: string | null;
  readonly doneRows: string;
  readonly totalRows: string | null;
  readonly findingCount: string | null;
  readonly tailCount: string | null;
  readonly findings: readonly { readonly kind: string; readonly seal: string; readonly actionId: string | null }[];
}

const FIELDS = 'id finishedAt doneRows totalRows findingCount tailCount findings { kind seal actionId }';

describe('X2 the seals of an area, through the API', () => {
  let stage: JourneyStage;
  let area: JourneyArea;
  let heads: string;
  beforeAll(async () => {
    stage = await openStage(AREA, '2021-12-01', 'inline');
    ({ area } = stage);
  });
  afterAll(() => stage.close());

  const owner = <Row>(sql: string): Promise<Row[]> => area.journey.db.ownerQuery<Row>(sql);
  const seal = async (): Promise<void> => {
    const sealer = area.journey.app.get(Sealer, { strict: false });
    await sealer.turn(AREA, 5);
    await owner(`UPDATE platform.seal_look SET seen_at = seen_at - interval '1 hour'`);
    await sealer.turn(AREA, 5);
  };
  const verified = async (keptHeads = ''): Promise<Verification> => {
    const { id } = await area.as('approval').mutate<Verification>('auditVerify', { keptHeads }, `{ ${FIELDS} }`);
    await area.journey.drain(AREA);
    const all = await area.list<Verification>('auditor', `{ auditVerifications { edges { node { ${FIELDS} } } } }`);
    const done = all.find((one) => one.id === id);
    if (!done) throw new Error('the verification is not listed');
    return done;
  };

  it('says what is not sealed yet, and lists the seals and their heads once it is', async () => {
    const state = '{ auditSealState { lastSeal { number } unsealedCount unsealedSince longestTransactionSeconds } }';
    expect(await area.as('auditor').query(state)).toMatchObject({
      auditSealState: { lastSeal: null, longestTransactionSeconds: 900, unsealedSince: expect.any(String) as string },
    });
    await seal();
    expect(await area.as('auditor').query(state)).toMatchObject({
      auditSealState: { unsealedCount: '0', unsealedSince: null },
    });
    const seals = await area.list<{ number: string; head: string }>(
      'auditor',
      '{ auditSeals { edges { node { number head } } } }',
    );
    expect(seals.length).toBeGreaterThan(2);
    ({ auditSealHeads: heads } = await area.as('auditor').query<{ auditSealHeads: string }>('{ auditSealHeads }'));
    for (const { number, head } of seals) expect(heads).toContain(`${AREA} ${number} ${head} `);
  });

  it('verifies in the background, with progress, and finds nothing where nothing was touched', async () => {
    const done = await verified(heads);
    expect(done).toMatchObject({ findingCount: '0', findings: [], finishedAt: expect.any(String) as string });
    expect(done.doneRows).toBe(done.totalRows);
    expect(Number(done.tailCount)).toBeGreaterThan(0);
  });

  it('a text that holds no heads is refused by its line', async () => {
    expect(await area.as('approval').refusal('auditVerify', { keptHeads: 'words' })).toMatchObject({
      issues: [{ field: 'keptHeads', code: 'KEPT_HEAD_FORM' }],
    });
  });

  it('names what somebody with the rights of the owner changed, on the page and on the command line', async () => {
    await seal();
    const [row] = await owner<{ id: string }>(
      `SELECT id FROM platform.action WHERE area = '${AREA}' ORDER BY seq LIMIT 1`,
    );
    await owner(`UPDATE platform.action SET reason = 'x' WHERE id = '${row?.id ?? ''}'`);
    expect(await verified(heads)).toMatchObject({
      findingCount: '1',
      findings: [{ kind: 'CHANGED', seal: '1', actionId: row?.id }],
    });
    await owner(`DELETE FROM platform.seal WHERE area = '${AREA}' AND number > 2`);
    expect((await verified(heads)).findings.map(({ kind }) => kind)).toContain('CUT_OFF');
    const said: string[] = [];
    const kept = readKeptHeads(heads);
    if (!kept.ok) throw new Error('no heads');
    const { database } = area.journey.db;
    expect(await verifySeals(database, [AREA], kept.value, (line) => said.push(line))).toBe(1);
    const text = said.join('\n');
    expect(text).toMatch(/BROKEN {2}500000 {2}seals: 2 seals/);
    expect(text).toContain(`changed: seal 1, action ${row?.id ?? ''}`);
    expect(text).toContain('cut-off: seal 3: the seal is gone');
    expect(text).toMatch(/\d+ actions since .* are not sealed yet/);
    const report = await SealVerifier.verify(database, AREA);
    expect(sealLines(AREA, report)[0]).toMatch(/^BROKEN/);
    expect(await verifySeals(database, [], kept.value, () => undefined)).toBe(1);
  });
});
