import { firstDay, lastDay, month, ok, plainDate, type Result } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import type { Tx } from '@huiji/platform';
import { BenefitPackService } from './benefit-pack.service';
import { CareService } from './care.service';
import { chongqingPack } from './data/chongqing-pack';
import type { CareFacts } from './model/care';
import { PaidMonthWatch, type DoubtedMonths } from './paid-month-watch';
import { SubsidyRunService } from './subsidy-run.service';
import { plant, uuidOf } from '../testing/people';

const AREA = '500000';
const JANUARY = month('2022-01');
const inCare: CareFacts = {
  entitlements: [{ grade: 3, startsOn: firstDay(JANUARY), endsOn: lastDay(month('2022-03')) }],
  modes: [{ mode: 'home-visits', startsOn: firstDay(JANUARY), endsOn: null, providerId: null }],
  stops: [],
};

describe('a run whose facts change before it is handed over', () => {
  let db: TestDatabase;
  let ids: readonly string[];
  const watch = new PaidMonthWatch();
  const doubts: DoubtedMonths[] = [];
  const runs = new SubsidyRunService();
  const care = new CareService(new BenefitPackService(), watch);
  const act = <T>(work: (tx: Tx) => Promise<Result<T>>) => db.database.inTransaction(db.scope(AREA), work);
  const make = async (): Promise<string> => {
    const made = await act((tx) => runs.create(tx, JANUARY));
    return made.ok ? made.value : JSON.stringify(made.refusal);
  };
  const find = (id: string) => db.database.read(db.scope(AREA), (tx) => runs.find(tx, id));

  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA, { businessDate: '2022-03-01' });
    ids = await plant(db, AREA, [{ ...chongqingPack, id: uuidOf('pack') }], [inCare, inCare]);
    watch.register({
      doubted: (_tx, doubt) => {
        doubts.push(doubt);
        return Promise.resolve();
      },
    });
  });
  afterAll(() => db.close());

  it('D14 D15 a death known since is refused with the name masked; discarded, the month is run anew without those days', async () => {
    const first = await make();
    expect(await find(first)).toMatchObject({ totalFen: 310_000n });
    const death = { personId: ids[0] ?? '', kind: 'death', startsOn: plainDate('2022-01-10'), endsOn: null } as const;
    expect(await act((tx) => care.recordStop(tx, death))).toMatchObject({ ok: true });
    expect(doubts).toEqual([{ stop: 'death', lineIds: [expect.any(String)] }]);
    expect(await act((tx) => runs.handOver(tx, first))).toMatchObject({
      ok: false,
      refusal: { code: 'SUBSIDY_FACTS_CHANGED', facts: { count: '1', people: '张*三' } },
    });
    expect(await find(first)).toMatchObject({ state: 'computed' });
    expect(await act((tx) => runs.discard(tx, first, ' '))).toMatchObject({
      ok: false,
      refusal: { issues: [{ field: 'reason', code: 'CARE_REASON_MISSING' }] },
    });
    expect(await act((tx) => runs.discard(tx, first, '有人死亡'))).toEqual(ok(first));
    const second = await make();
    expect(await find(second)).toMatchObject({ sequence: 2, paidPeopleCount: 2n, totalFen: 10n * 5000n + 155_000n });
    expect(await find(first)).toMatchObject({ state: 'discarded', totalFen: 310_000n });
    expect(await act((tx) => runs.handOver(tx, second))).toMatchObject({ ok: true });
    expect(await act((tx) => runs.discard(tx, second, '再算'))).toMatchObject({
      ok: false,
      refusal: { code: 'WRONG_STATE' },
    });
  });

  it('a stop after the paid days changes nothing and raises no doubt', async () => {
    doubts.splice(0);
    const move = {
      personId: ids[1] ?? '',
      kind: 'moved-away',
      startsOn: plainDate('2022-02-10'),
      endsOn: null,
    } as const;
    expect(await act((tx) => care.recordStop(tx, move))).toMatchObject({ ok: true });
    const last = { personId: ids[1] ?? '', kind: 'death', startsOn: plainDate('2022-01-31'), endsOn: null } as const;
    expect(await act((tx) => care.recordStop(tx, last))).toMatchObject({ ok: true });
    expect(doubts).toEqual([]);
  });
});
