import fc from 'fast-check';
import { addMonths, daysInMonth, firstDay, lastDay, month, monthOf, parseMonth } from './month';
import { addDays, addYears, daysBetween, daysInclusive, parsePlainDate, plainDate, plainDateOf } from './plain-date';

const seed = 20_190_320;
const runs = { seed, numRuns: 500 } as const;
const days = fc.integer({ min: 0, max: 100_000 }).map((offset) => addDays(plainDate('1902-01-01'), offset));
const months = fc
  .tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, at]) => month(`${year}-${at.toString().padStart(2, '0')}`));

/** The slow twin: the Gregorian rule by hand. */
const daysByHand = (year: number, at: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][at - 1] ?? 0;
};

describe(`days and months (seed ${seed})`, () => {
  it('A17 the first agreement year of Chongqing has 366 days and 2019-10-31 is day 226', () => {
    expect(daysInclusive(plainDate('2019-03-20'), plainDate('2020-03-19'))).toBe(366);
    expect(daysInclusive(plainDate('2019-03-20'), plainDate('2019-10-31'))).toBe(226);
  });

  it('going n days and counting them gives n', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -700, max: 700 }), (from, by) => daysBetween(from, addDays(from, by)) === by),
      runs,
    );
  });

  it('a month has the days of the Gregorian rule, and ends the day before the next begins', () => {
    fc.assert(
      fc.property(months, (of) => {
        const by = daysByHand(Number(of.slice(0, 4)), Number(of.slice(5)));
        return daysInMonth(of) === by && daysInclusive(firstDay(of), lastDay(of)) === by;
      }),
      runs,
    );
    expect(lastDay(month('2199-12'))).toBe('2199-12-31');
  });

  it('months add over the year’s end, both ways', () => {
    expect(addMonths(month('2021-11'), 3)).toBe('2022-02');
    expect(addMonths(month('2022-01'), -1)).toBe('2021-12');
    expect(monthOf(plainDate('2022-02-28'))).toBe('2022-02');
  });

  it('the same day next year; 29 February becomes 28 February', () => {
    expect(addYears(plainDate('2019-03-20'), 1)).toBe('2020-03-20');
    expect(addYears(plainDate('2020-02-29'), 1)).toBe('2021-02-28');
  });

  it.each(['2021-02-29', '2021-13-01', '2021-00-10', '2021-1-1', '1899-12-31', '2200-01-01', '2021-04-31', 'today'])(
    '%s is not a day',
    (text) => {
      expect(parsePlainDate(text).ok).toBe(false);
    },
  );

  it.each(['2021-13', '2021-1', '202101', ''])('"%s" is not a month', (text) => {
    expect(parseMonth(text).ok).toBe(false);
  });

  it('the day of an instant is the day in Asia/Shanghai', () => {
    expect(plainDateOf(new Date('2020-06-30T15:59:59Z'))).toBe('2020-06-30');
    expect(plainDateOf(new Date('2020-06-30T16:00:00Z'))).toBe('2020-07-01');
  });
});
