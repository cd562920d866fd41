import { addDays, formatQuotient, multiply, plainDate, quotient } from '@huiji/kernel';
import fc from 'fast-check';
import { timeProgress } from './time-progress';

const chongqing = { startsOn: plainDate('2019-03-20'), endsOn: plainDate('2020-03-19') };
const percent = (year: typeof chongqing, date: string): string =>
  formatQuotient(multiply(timeProgress(year, plainDate(date)), quotient(100n, 1n)), 2);

describe('time progress (序时进度)', () => {
  it('A17 2019-10-31 is day 226 of 366 of 2019-03-20…2020-03-19: 61.75 %', () => {
    expect(timeProgress(chongqing, plainDate('2019-10-31'))).toEqual(quotient(226n, 366n));
    expect(percent(chongqing, '2019-10-31')).toBe('61.75');
  });

  it('A17 the first day is 1/n and the last day is 100 %', () => {
    expect(timeProgress(chongqing, plainDate('2019-03-20'))).toEqual(quotient(1n, 366n));
    expect(percent(chongqing, '2020-03-19')).toBe('100.00');
  });

  it('A17 a leap day is a day of its year', () => {
    expect(timeProgress(chongqing, plainDate('2020-02-29'))).toEqual(quotient(347n, 366n));
    expect(
      timeProgress({ startsOn: plainDate('2020-03-20'), endsOn: plainDate('2021-03-19') }, plainDate('2021-03-19')),
    ).toEqual(quotient(365n, 365n));
  });

  it('A17 is 0 before the year and stays 100 % after it', () => {
    expect([percent(chongqing, '2019-03-19'), percent(chongqing, '2022-01-01')]).toEqual(['0.00', '100.00']);
  });

  it('A17 grows by exactly one day a day; the slow twin counts days one by one (seed 366)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), (offset) => {
        const date = addDays(chongqing.startsOn, offset);
        let elapsed = 0n;
        for (let day = chongqing.startsOn; day <= date; day = addDays(day, 1)) elapsed += 1n;
        expect(timeProgress(chongqing, date)).toEqual(quotient(elapsed, 366n));
      }),
      { seed: 366, numRuns: 100 },
    );
  });
});
