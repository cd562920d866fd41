import { randomUUID } from 'node:crypto';
import { CalendarService } from '@huiji/calendar';
import { fen, formatQuotient, plainDate, price, quantity, quotient } from '@huiji/kernel';
import type { VarietyFacts } from './model/facts';
import { savingsInvariants } from './invariants';
import { RunRepository } from './persistence/run.repository';
import { SheetRepository } from './persistence/sheet.repository';
import { SavingsRunService } from './savings-run.service';
import { SavingsSheetService } from './savings-sheet.service';
import { AREA, people, SavingsWorld } from './testing/savings-world';

const first: Omit<VarietyFacts, 'key'> = {
  baseVolume: quantity(100_000),
  agreedVolume: quantity(70_000),
  priceBefore: quotient(200n, 1n),
  contractPrice: price(40n, 1n),
  selectedVolume: quantity(90_000),
  nonSelectedAmount: fen(2_700_000n),
  fundShare: quotient(65n, 100n),
  insuredShare: quotient(90n, 100n),
};
const second: Omit<VarietyFacts, 'key'> = {
  ...first,
  baseVolume: quantity(10_000),
  agreedVolume: quantity(7_000),
  priceBefore: quotient(100n, 1n),
  contractPrice: price(80n, 1n),
  selectedVolume: quantity(3_000),
  nonSelectedAmount: fen(1_350_750n),
};

describe('a closed year of retained savings, on PostgreSQL', () => {
  let world: SavingsWorld;
  let runs: SavingsRunService;
  let sheets: SavingsSheetService;
  const hospitals: string[] = [];
  const varieties: string[] = [];

  beforeAll(async () => {
    world = await SavingsWorld.open();
    const calendar = new CalendarService();
    const runRows = new RunRepository();
    runs = new SavingsRunService(world.inputs, world.policies, runRows, calendar);
    sheets = new SavingsSheetService(new SheetRepository(), runRows, world.policies, calendar);
    for (const name of ['一院', '二院']) hospitals.push(await world.hospital(name));
    for (const name of ['甲片', '乙片']) varieties.push(await world.variety(name));
  });
  afterAll(() => world.db.close());

  const at = (list: readonly string[], index: number): string => list[index] ?? '';

  /** Two hospitals with both varieties, all inputs there, under a policy that floors per hospital. */
  const readyYear = async (): Promise<string> => {
    const roundId = randomUUID();
    await world.policy({ roundId, floor: 'hospital' });
    const yearId = await world.year(1, roundId);
    for (const hospital of hospitals) {
      await world.volume(yearId, hospital, at(varieties, 0), first);
      await world.volume(yearId, hospital, at(varieties, 1), second);
      await world.baseline(yearId, hospital, at(varieties, 0), first);
      await world.baseline(yearId, hospital, at(varieties, 1), second);
      await world.score(yearId, hospital, '76');
    }
    return yearId;
  };

  const sheetOf = async (runId: string, hospitalId: string) => {
    const page = await world.read((tx) => sheets.page(tx, { runId, hospitalId }, { first: 10 }));
    const node = page.edges[0]?.node;
    if (!node) throw new Error('no sheet');
    return node;
  };

  const broken = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const invariant of savingsInvariants)
      if ((await world.db.ownerQuery(invariant.sql, [AREA])).length > 0) found.push(invariant.id);
    return found;
  };

  it('B1 two policies in force for one round may not share a day', async () => {
    const roundId = randomUUID();
    await world.policy({ roundId, validTo: plainDate('2020-03-19') });
    const id = await world.done((tx) =>
      world.policies.draft(tx, world.draftOf({ roundId, validFrom: plainDate('2020-03-19') })),
    );
    const result = await world.act((tx) => world.policies.putInForce(tx, id), people.reviewer);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'POLICY_OVERLAP' } });
    await world.policy({ roundId, validFrom: plainDate('2020-03-20') });
  });

  it('who wrote a policy does not put it in force', async () => {
    const id = await world.done((tx) => world.policies.draft(tx, world.draftOf({ roundId: randomUUID() })));
    const result = await world.act((tx) => world.policies.putInForce(tx, id));
    expect(result).toMatchObject({ ok: false, refusal: { code: 'POLICY_BY_SAME_PERSON' } });
  });

  it('a year is taken up only when its last day is over', async () => {
    const year = { agreementYear: 2, periodFrom: plainDate('2020-03-20'), periodTo: plainDate('2021-03-19') };
    const result = await world.act((tx) => world.inputs.takeUp(tx, { ...year, roundId: world.roundId }));
    expect(result).toMatchObject({ ok: false, refusal: { code: 'AGREEMENT_YEAR_NOT_OVER' } });
  });

  it('B2 a missing baseline or score blocks the run, and each gap is listed', async () => {
    const roundId = randomUUID();
    await world.policy({ roundId });
    const yearId = await world.year(1, roundId);
    await world.volume(yearId, at(hospitals, 0), at(varieties, 0), first);
    await world.volume(yearId, at(hospitals, 0), at(varieties, 1), second);
    await world.baseline(yearId, at(hospitals, 0), at(varieties, 0), first);
    const result = await world.act((tx) => runs.calculate(tx, yearId));
    expect(result).toMatchObject({
      ok: false,
      refusal: {
        code: 'INPUT_MISSING',
        facts: { count: '2' },
        issues: [
          { field: 'score', row: 1, code: 'SCORE_MISSING', facts: { hospital: '一院' } },
          { field: 'baseline', row: 2, code: 'BASELINE_MISSING', facts: { hospital: '一院', variety: '乙片' } },
        ],
      },
    });
    expect(await world.db.ownerQuery('SELECT * FROM savings.run WHERE year_id = $1', [yearId])).toEqual([]);
  });

  it('B3 the constructed example comes out to the fen, with its trace: 81,369.1125 gives 32,547.65', async () => {
    const yearId = await readyYear();
    const runId = await world.done((tx) => runs.calculate(tx, yearId));
    const sheet = await sheetOf(runId, at(hospitals, 0));
    expect(sheet.retained).toBe(3_254_765n);
    expect(formatQuotient(quotient(sheet.base.numerator, sheet.base.denominator * 100n), 4)).toBe('81369.1125');
    const lines = await world.read((tx) => sheets.lines(tx, sheet));
    const traces = lines.map((line) => line.trace.map((step) => step.formula));
    expect(traces).toContainEqual(expect.arrayContaining(['100000 × 2.00 × 0.65 × 0.9', '117000.00 − 32175.00']));
    expect((await world.read((tx) => runs.find(tx, runId)))?.retained).toBe(6_509_530n);
    expect(await broken()).toEqual([]);
  });

  it("B7 an objection holds that hospital only; the other's sheet can be handed over", async () => {
    const yearId = await readyYear();
    const runId = await world.done((tx) => runs.calculate(tx, yearId));
    const mine = await sheetOf(runId, at(hospitals, 0));
    const other = await sheetOf(runId, at(hospitals, 1));
    await world.done((tx) => sheets.object(tx, at(hospitals, 0), mine.id, '非中选金额有误'));
    await world.done((tx) => sheets.confirm(tx, at(hospitals, 1), other.id));
    const payout = await world.db.ownerQuery<{ sheet_id: string; retained_fen: bigint }>(
      'SELECT sheet_id, retained_fen FROM savings.sheet_payout_v1 WHERE run_id = $1',
      [runId],
    );
    expect(payout).toEqual([{ sheet_id: other.id, retained_fen: 3_254_765n }]);
    const unanswered = await world.act((tx) => runs.calculate(tx, yearId));
    expect(unanswered).toMatchObject({ refusal: { code: 'OBJECTION_UNANSWERED', facts: { count: '1' } } });
    expect((await sheetOf(runId, at(hospitals, 0))).state).toBe('objected');
    await world.done((tx) => sheets.answer(tx, mine.id, '已更正'));
    expect(await world.act((tx) => runs.calculate(tx, yearId))).toMatchObject({ refusal: { code: 'NOTHING_CHANGED' } });
    expect((await sheetOf(runId, at(hospitals, 0))).state).toBe('open');
    await world.score(yearId, at(hospitals, 0), '77');
    const again = await world.done((tx) => runs.calculate(tx, yearId));
    expect((await sheetOf(runId, at(hospitals, 0))).state).toBe('superseded');
    expect((await sheetOf(runId, at(hospitals, 1))).state).toBe('confirmed');
    expect((await world.read((tx) => runs.find(tx, again)))?.sheetCount).toBe(1n);
    expect(await broken()).toEqual([]);
  });

  it('X3 a year is taken up once, however many do it at the same moment', async () => {
    const roundId = randomUUID();
    const year = { roundId, agreementYear: 1, periodFrom: plainDate('2019-03-20'), periodTo: plainDate('2020-03-19') };
    const taken = await Promise.all(Array.from({ length: 20 }, () => world.act((tx) => world.inputs.takeUp(tx, year))));
    expect(taken.every(({ ok }) => ok)).toBe(true);
    expect(new Set(taken.map((one) => (one.ok ? one.value : ''))).size).toBe(1);
    const actions = `SELECT 1 FROM platform.action WHERE kind = 'YearTakenUp' AND subject_id =
      (SELECT id FROM savings.closed_year WHERE round_id = $1)`;
    expect(await world.db.ownerQuery(actions, [roundId])).toHaveLength(1);
  });

  it('X3 twenty calculations at the same moment make one run; the sheet that a hospital reads stays', async () => {
    const yearId = await readyYear();
    const made = await Promise.all(Array.from({ length: 20 }, () => world.act((tx) => runs.calculate(tx, yearId))));
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of made) if (!one.ok) expect(one.refusal.code).toBe('NOTHING_CHANGED');
    expect(await world.db.ownerQuery('SELECT 1 FROM savings.run WHERE year_id = $1', [yearId])).toHaveLength(1);
    expect(await broken()).toEqual([]);
  });

  it('sheets are listed newest first, page by page, whatever the hash that is their id', async () => {
    const yearId = await readyYear();
    const made: string[] = [];
    for (let points = 60; points < 66; points += 1) {
      await world.score(yearId, at(hospitals, 0), `${points}`);
      made.unshift(await world.done((tx) => runs.calculate(tx, yearId)));
    }
    const listed: string[] = [];
    const filter = { runId: null, hospitalId: at(hospitals, 0) };
    const cursors: string[] = [];
    for (let page = 0; page < 3; page += 1) {
      const asked = { first: 2, after: cursors.at(-1) ?? null };
      const read = await world.read((tx) => sheets.page(tx, filter, asked));
      listed.push(...read.edges.map(({ node }) => node.runId));
      cursors.push(read.pageInfo.endCursor ?? '');
    }
    expect(listed).toEqual(made);
  });

  it("X1 a hospital cannot read, confirm or object to another's sheet: it is not found", async () => {
    const yearId = await readyYear();
    const runId = await world.done((tx) => runs.calculate(tx, yearId));
    const foreign = (await sheetOf(runId, at(hospitals, 1))).id;
    expect(await world.read((tx) => sheets.find(tx, foreign, at(hospitals, 0)))).toBeUndefined();
    const confirmed = await world.act((tx) => sheets.confirm(tx, at(hospitals, 0), foreign));
    const objected = await world.act((tx) => sheets.object(tx, at(hospitals, 0), foreign, '不是我的'));
    for (const result of [confirmed, objected])
      expect(result).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });

  it('silence confirms after the last working day to answer, by the system and not by a person', async () => {
    const yearId = await readyYear();
    const runId = await world.done((tx) => runs.calculate(tx, yearId));
    const sheet = await sheetOf(runId, at(hospitals, 0));
    expect(sheet.answerUntil).toBe('2020-07-15');
    await world.db.ownerQuery(`UPDATE platform.area SET business_date = '2020-07-15' WHERE area = $1`, [AREA]);
    await world.db.database.inTransaction(world.db.scope(AREA), async (tx) => ({
      ok: true,
      value: await sheets.confirmSilent(tx),
    }));
    expect((await sheetOf(runId, at(hospitals, 0))).state).toBe('open');
    await world.db.ownerQuery(`UPDATE platform.area SET business_date = '2020-07-16' WHERE area = $1`, [AREA]);
    await world.db.database.inTransaction(world.db.scope(AREA), async (tx) => ({
      ok: true,
      value: await sheets.confirmSilent(tx),
    }));
    expect((await sheetOf(runId, at(hospitals, 0))).state).toBe('confirmed');
    const late = await world.act((tx) => sheets.object(tx, at(hospitals, 0), sheet.id, '太晚'));
    expect(late.ok).toBe(false);
    const [action] = await world.db.ownerQuery(
      `SELECT actor_kind FROM platform.action WHERE subject_id = $1 AND kind = 'SheetConfirmedBySilence'`,
      [sheet.id],
    );
    expect(action).toEqual({ actor_kind: 'system' });
    expect(await broken()).toEqual([]);
  });

  it('B8 later edits of the inputs change nothing sealed, and a changed line breaks its seal', async () => {
    const yearId = await readyYear();
    const runId = await world.done((tx) => runs.calculate(tx, yearId));
    await world.baseline(yearId, at(hospitals, 0), at(varieties, 0), { ...first, priceBefore: quotient(999n, 1n) });
    expect(await broken()).toEqual([]);
    const sheet = await sheetOf(runId, at(hospitals, 0));
    await world.db.ownerQuery('UPDATE savings.sheet_line SET selected_quantity = 1 WHERE sheet_id = $1', [sheet.id]);
    expect(await broken()).toEqual(['savings-sheet-seal-holds']);
  });
});
