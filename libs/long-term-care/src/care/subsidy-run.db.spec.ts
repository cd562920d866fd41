import { firstDay, lastDay, month, type Month } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import fc from 'fast-check';
import { BenefitPackService } from './benefit-pack.service';
import { CareService } from './care.service';
import { chongqingPack } from './data/chongqing-pack';
import type { BenefitPack, CareFacts } from './model/care';
import { PaidMonthWatch } from './paid-month-watch';
import { careMonth } from './rules/care-month';
import { payableDays, sharesForMonth, subsidyForMonth } from './rules/subsidy';
import { SubsidyRunService } from './subsidy-run.service';
import { careFactsIn, packsIn } from '../testing/care-arbitraries';
import { plant, uuidOf } from '../testing/people';

/** Each area draws around a month of its own: 31 days, the 29th of February, 28 days, 30 days. */
const AREAS = [
  ['500000', month('2022-01')],
  ['370200', month('2024-02')],
  ['440300', month('2022-02')],
  ['330100', month('2022-04')],
] as const;
const JANUARY = month('2022-01');
const seed = 20_220_131;
const runs = new SubsidyRunService();
const care = new CareService(new BenefitPackService(), new PaidMonthWatch());

const inTurn = async <Item, Out>(
  items: readonly Item[],
  each: (item: Item) => Promise<Out>,
): Promise<readonly Out[]> => {
  const out: Out[] = [];
  for (const item of items) out.push(await each(item));
  return out;
};

const inMonth = ({ entitlements }: CareFacts, of: Month): boolean =>
  entitlements.some(({ startsOn, endsOn }) => startsOn <= lastDay(of) && endsOn >= firstDay(of));

describe(`the run over a month, set-based, against the rule (seed ${seed})`, () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    for (const [area] of AREAS) await seedArea(db, area, { businessDate: '2024-03-01' });
  });
  afterAll(() => db.close());

  it.each(AREAS)('D15 D14 gives the same days, sums and payees for 150 people of %s in %s', async (area, of) => {
    const at = seed + Number(area);
    const [packs = []] = fc.sample(
      packsIn(of).filter((list) => list.length > 1),
      { seed: at, numRuns: 1 },
    );
    const people = fc.sample(careFactsIn(of), { seed: at, numRuns: 150 });
    const ids = await plant(db, area, packs, people);
    const made = await db.database.inTransaction(db.scope(area), (tx) => runs.create(tx, of));
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    const expected = people.map((facts) => (inMonth(facts, of) ? careMonth(facts, packs, of) : []));

    const [calendars, lines] = await db.database.read(db.scope(area), async (tx) => [
      await inTurn(ids, (id) => care.calendar(tx, id, of)),
      await tx.query<{ id: string; type: string; payee: string; days: number; amount: bigint }>(
        `SELECT person_id AS id, payee_type AS type, payee_id AS payee, days, amount_fen AS amount
         FROM long_term_care.subsidy_line WHERE area = $1 ORDER BY person_id, payee_type DESC, payee_id`,
        [area],
      ),
    ]);
    const spans = await db.ownerQuery<{ id: string; n: bigint }>(
      `SELECT person_id AS id, count(*) AS n FROM long_term_care.care_span WHERE area = $1 GROUP BY person_id`,
      [area],
    );
    const spansOf = new Map(spans.map(({ id, n }) => [id, n]));
    let paid = 0;
    for (const [index, id] of ids.entries()) {
      const want = expected[index] ?? [];
      expect(spansOf.get(id) ?? 0n).toBe(BigInt(want.length));
      if (want.length === 0) continue;
      const amount = subsidyForMonth(want);
      expect(calendars[index]).toMatchObject({ spans: want, amountFen: amount, payableDays: payableDays(want) });
      expect(calendars[index]?.closed).toBe(amount > 0n);
      if (amount > 0n) paid += 1;
      expect(
        lines
          .filter((line) => line.id === id)
          .map(({ type, payee, days, amount: fenOf }) => ({ payeeType: type, payeeId: payee, days, amountFen: fenOf })),
      ).toEqual(sharesForMonth(want, id));
    }
    expect(paid).toBeGreaterThan(20);
    const run = await db.database.read(db.scope(area), (tx) => runs.find(tx, made.value));
    expect(run).toMatchObject({
      state: 'computed',
      paidPeopleCount: BigInt(paid),
      lineCount: BigInt(lines.length),
      totalFen: expected.reduce((sum, days) => sum + subsidyForMonth(days), 0n),
    });
  });

  it('D15 PD-14 a rerun pays nobody twice: refused when nobody is left, by the key on any other path', async () => {
    const again = await db.database.inTransaction(db.scope('500000'), (tx) => runs.create(tx, JANUARY));
    expect(again).toMatchObject({ ok: false, refusal: { code: 'NO_SUBSIDY_TO_PAY' } });
    const [before] = await db.ownerQuery(
      `SELECT count(*) AS n, sum(amount_fen) AS fen FROM long_term_care.subsidy_line WHERE area = '500000'`,
    );
    await expect(
      db.ownerQuery(
        `INSERT INTO long_term_care.care_month SELECT * FROM long_term_care.care_month WHERE area = '500000' LIMIT 1`,
      ),
    ).rejects.toMatchObject({ code: '23505' });
    await expect(
      db.ownerQuery(
        `INSERT INTO long_term_care.subsidy_line SELECT area, gen_random_uuid(), run_id, person_id, month, kind, payee_type,
           payee_id, days, amount_fen FROM long_term_care.subsidy_line WHERE area = '500000' LIMIT 1`,
      ),
    ).rejects.toMatchObject({ code: '23505' });
    const [after] = await db.ownerQuery(
      `SELECT count(*) AS n, sum(amount_fen) AS fen FROM long_term_care.subsidy_line WHERE area = '500000'`,
    );
    expect(after).toEqual(before);
  });

  it('D15 a later run of the month pays only those who became payable since', async () => {
    const latecomer = uuidOf('500000 latecomer');
    const facts: CareFacts = {
      entitlements: [{ grade: 3, startsOn: firstDay(JANUARY), endsOn: lastDay(JANUARY) }],
      modes: [],
      stops: [],
    };
    await seedArea(db, '510900', { businessDate: '2022-03-01' });
    const pack: BenefitPack = { ...chongqingPack, id: uuidOf('pack') };
    const ids = await plant(db, '510900', [pack], [facts, { ...facts, modes: [modeFrom(JANUARY)] }]);
    const first = await db.database.inTransaction(db.scope('510900'), (tx) => runs.create(tx, JANUARY));
    expect(first.ok).toBe(true);
    await db.ownerQuery(
      `INSERT INTO long_term_care.care_mode (area, id, person_id, mode, starts_on) VALUES ('510900', $1, $2, 'home-visits', '2022-01-01')`,
      [latecomer, ids[0]],
    );
    const second = await db.database.inTransaction(db.scope('510900'), (tx) => runs.create(tx, JANUARY));
    if (!second.ok || !first.ok) throw new Error('both runs are made');
    const [one, two] = await db.database.read(db.scope('510900'), async (tx) => [
      await runs.find(tx, first.value),
      await runs.find(tx, second.value),
    ]);
    expect(one).toMatchObject({
      sequence: 1,
      peopleCount: 2n,
      paidPeopleCount: 1n,
      exceptionCount: 2n,
      totalFen: 155_000n,
    });
    expect(two).toMatchObject({
      sequence: 2,
      peopleCount: 1n,
      paidPeopleCount: 1n,
      exceptionCount: 0n,
      totalFen: 155_000n,
    });
  });

  it('D15 PD-14 two runs of one month at the same moment pay everybody once', async () => {
    const before = month('2022-03');
    const make = () => db.database.inTransaction(db.scope('440300'), (tx) => runs.create(tx, before));
    const outcomes = await Promise.all([make(), make(), make()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes)
      if (!outcome.ok) expect(['SUBSIDY_RUN_IN_PROGRESS', 'NO_SUBSIDY_TO_PAY']).toContain(outcome.refusal.code);
    const [twice] = await db.ownerQuery<{ n: bigint }>(
      `SELECT count(*) AS n FROM (SELECT person_id, payee_id FROM long_term_care.subsidy_line
         WHERE area = '440300' AND month = '2022-03' GROUP BY 1, 2 HAVING count(*) > 1) x`,
    );
    expect(twice?.n).toBe(0n);
  });

  it('a month that is not over is not run', async () => {
    const early = await db.database.inTransaction(db.scope('500000'), (tx) => runs.create(tx, month('2024-03')));
    expect(early).toMatchObject({ ok: false, refusal: { code: 'CARE_MONTH_NOT_OVER' } });
  });
});

const modeFrom = (of: Month) =>
  ({ mode: 'home-visits', startsOn: firstDay(of), endsOn: null, providerId: null }) as const;
