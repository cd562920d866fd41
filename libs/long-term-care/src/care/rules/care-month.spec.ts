import { addDays, daysInclusive, daysInMonth, fen, firstDay, month, plainDate, type PlainDate } from '@huiji/kernel';
import fc from 'fast-check';
import { chongqingPack } from '../data/chongqing-pack';
import type { BenefitPack, CareFacts, CareSpan } from '../model/care';
import { careMonthArbitrary } from '../../testing/care-arbitraries';
import { careMonth } from './care-month';
import { slowCareMonth } from '../../testing/care-month-twin';
import { payableDays, sharesForMonth, subsidyForMonth } from './subsidy';

const pack: BenefitPack = { ...chongqingPack, id: 'pack' };
const date = plainDate;
const year = { startsOn: date('2021-11-01'), endsOn: date('2023-10-19'), grade: 3 };
const visits = { mode: 'home-visits', startsOn: date('2021-10-20'), endsOn: null, providerId: null } as const;
const facts = (over: Partial<CareFacts> = {}): CareFacts => ({
  entitlements: [year],
  modes: [visits],
  stops: [],
  ...over,
});
const reasons = (spans: readonly CareSpan[]): readonly string[] =>
  spans.map(({ from, to, day }) => `${from.slice(8)}-${to.slice(8)} ${day.kind === 'payable' ? day.mode : day.reason}`);

describe('the care month of Chongqing', () => {
  it.each([
    ['2021-11', 150_000n],
    ['2022-01', 155_000n],
    ['2022-02', 140_000n],
  ])('D13 D14 %s at 50 yuan a day is %d fen, and no monthly cap is stored', (name, amount) => {
    expect(subsidyForMonth(careMonth(facts(), [pack], month(name)))).toBe(amount);
    expect(JSON.stringify(Object.keys(pack))).not.toMatch(/cap|limit|month(ly)?Fen/i);
  });

  it('D13 home personal care is 40 yuan a day', () => {
    const home = { ...visits, mode: 'home-personal' } as const;
    expect(subsidyForMonth(careMonth(facts({ modes: [home] }), [pack], month('2022-01')))).toBe(124_000n);
  });

  it('a change of mode splits the month by day and the new mode counts from its first day', () => {
    const modes = [
      { ...visits, mode: 'home-personal', endsOn: date('2022-01-10') },
      { ...visits, startsOn: date('2022-01-11') },
    ] as const;
    const spans = careMonth(facts({ modes }), [pack], month('2022-01'));
    expect(reasons(spans)).toEqual(['01-10 home-personal', '11-31 home-visits']);
    expect(subsidyForMonth(spans)).toBe(10n * 4000n + 21n * 5000n);
  });

  it('D14 a stay in hospital stops the day of admission and pays the day of discharge', () => {
    const stops = [{ kind: 'hospital-stay', startsOn: date('2022-01-10'), endsOn: date('2022-01-14') }] as const;
    const spans = careMonth(facts({ stops }), [pack], month('2022-01'));
    expect(reasons(spans)).toEqual(['01-09 home-visits', '10-13 hospital-stay', '14-31 home-visits']);
  });

  it('D14 a transfer on the day of discharge counts that day once', () => {
    const stops = [
      { kind: 'hospital-stay', startsOn: date('2022-01-10'), endsOn: date('2022-01-14') },
      { kind: 'hospital-stay', startsOn: date('2022-01-14'), endsOn: date('2022-01-16') },
    ] as const;
    const spans = careMonth(facts({ stops }), [pack], month('2022-01'));
    expect(reasons(spans)).toEqual(['01-09 home-visits', '10-15 hospital-stay', '16-31 home-visits']);
  });

  it('D14 a stay without a discharge stops every later day', () => {
    const stops = [{ kind: 'hospital-stay', startsOn: date('2021-12-30'), endsOn: null }] as const;
    expect(reasons(careMonth(facts({ stops }), [pack], month('2022-01')))).toEqual(['01-31 hospital-stay']);
  });

  it('D14 death pays its own day and nothing after it, also in hospital', () => {
    const stops = [
      { kind: 'death', startsOn: date('2022-01-20'), endsOn: null },
      { kind: 'hospital-stay', startsOn: date('2022-01-25'), endsOn: null },
    ] as const;
    expect(reasons(careMonth(facts({ stops }), [pack], month('2022-01')))).toEqual([
      '01-20 home-visits',
      '21-31 death',
    ]);
  });

  it('D14 a move out of the area pays the day of the move or not, as the pack says', () => {
    const stops = [{ kind: 'moved-away', startsOn: date('2022-01-20'), endsOn: null }] as const;
    expect(payableDays(careMonth(facts({ stops }), [pack], month('2022-01')))).toBe(20);
    expect(payableDays(careMonth(facts({ stops }), [{ ...pack, moveDay: 'stopped' }], month('2022-01')))).toBe(19);
  });

  it('D12 the last valid day is paid, the next is not', () => {
    const spans = careMonth(facts(), [pack], month('2023-10'));
    expect(reasons(spans)).toEqual(['01-19 home-visits', '20-31 expired']);
  });

  it('nobody is paid without a confirmed grade, without a chosen mode, or with a grade the pack does not pay', () => {
    expect(careMonth(facts({ entitlements: [] }), [pack], month('2022-01'))).toEqual([]);
    expect(reasons(careMonth(facts({ modes: [] }), [pack], month('2022-01')))).toEqual(['01-31 no-mode']);
    const mild = [{ ...year, grade: 2 }];
    expect(reasons(careMonth(facts({ entitlements: mild }), [pack], month('2022-01')))).toEqual(['01-31 no-rate']);
    expect(reasons(careMonth(facts(), [], month('2022-01')))).toEqual(['01-31 no-rate']);
    expect(reasons(careMonth(facts(), [pack], month('2021-10')))).toEqual(['01-31 not-started']);
  });
});

describe('benefit packs are dated', () => {
  const first: BenefitPack = { ...pack, id: 'first', validTo: date('2022-01-15') };
  const raised = pack.rates.map((rate) => ({ ...rate, personDayFen: fen(2000n), providerDayFen: fen(3000n) }));
  const second: BenefitPack = { ...pack, id: 'second', validFrom: date('2022-01-16'), rates: raised };

  it('each day follows the pack in force on it, and a split rate goes to person and institution', () => {
    const withProvider = [{ ...visits, providerId: 'house' }];
    const spans = careMonth(facts({ modes: withProvider }), [first, second], month('2022-01'));
    expect(spans).toHaveLength(2);
    expect(sharesForMonth(spans, 'person')).toEqual([
      { payeeType: 'person', payeeId: 'person', days: 31, amountFen: 15n * 5000n + 16n * 2000n },
      { payeeType: 'organisation', payeeId: 'house', days: 16, amountFen: 16n * 3000n },
    ]);
  });

  it('a rate with an institution share is not paid while no institution is named', () => {
    expect(reasons(careMonth(facts(), [second], month('2022-02')))).toEqual(['01-28 no-provider']);
  });

  it('a closed mode is kept by those who had it before and by nobody else', () => {
    const rates = pack.rates.map((rate) => ({ ...rate, onlyIfModeBefore: date('2021-12-01') }));
    const later = [{ ...visits, startsOn: date('2021-12-01') }];
    expect(payableDays(careMonth(facts(), [{ ...pack, rates }], month('2022-01')))).toBe(31);
    expect(payableDays(careMonth(facts({ modes: later }), [{ ...pack, rates }], month('2022-01')))).toBe(0);
  });
});

const seed = 20_211_101;

describe(`the care month against a day-by-day twin (seed ${seed})`, () => {
  it('D14 is the same calendar', () => {
    fc.assert(
      fc.property(careMonthArbitrary, ({ of, person, packs }) => {
        const spans = careMonth(person, packs, of);
        const days = spans.flatMap(({ from, to, day }) =>
          Array.from({ length: daysInclusive(from, to) }, (_, n): [PlainDate, unknown] => [addDays(from, n), day]),
        );
        expect(days).toEqual(slowCareMonth(person, packs, of));
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('covers every day once, neighbours differ, and the sum is the sum of its payees', () => {
    fc.assert(
      fc.property(careMonthArbitrary, ({ of, person, packs }) => {
        const spans = careMonth(person, packs, of);
        if (spans.length === 0) return;
        expect(spans[0]?.from).toBe(firstDay(of));
        expect(spans.reduce((sum, { from, to }) => sum + daysInclusive(from, to), 0)).toBe(daysInMonth(of));
        spans.slice(1).forEach((span, index) => {
          expect(span.from).toBe(addDays(spans[index]?.to ?? span.to, 1));
          expect(span.day).not.toEqual(spans[index]?.day);
        });
        const shared = sharesForMonth(spans, 'person').reduce((sum, share) => sum + share.amountFen, 0n);
        expect(shared).toBe(subsidyForMonth(spans));
      }),
      { seed, numRuns: 1000 },
    );
  });
});
