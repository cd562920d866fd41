import { addDays, plainDate } from '@huiji/kernel';
import fc from 'fast-check';
import { publishedCalendar } from '../published-calendar';
import { addWorkingDays, nextWorkingDay, workingDay } from './working-days';

const day = plainDate;

describe('working days in China', () => {
  it('C5 the Spring Festival of 2020 was lengthened to 2 February', () => {
    expect(nextWorkingDay(day('2020-01-24'), publishedCalendar)).toEqual({ date: '2020-02-03', provisional: false });
  });

  it('C5 a Saturday that was moved to be worked on is a working day', () => {
    expect(workingDay(day('2019-10-12'), publishedCalendar)).toEqual({ works: true, provisional: false });
    expect(workingDay(day('2019-10-19'), publishedCalendar)).toEqual({ works: false, provisional: false });
  });

  it('C5 a year whose arrangement is not published counts weekends only and is provisional', () => {
    expect(workingDay(day('2031-10-01'), publishedCalendar)).toEqual({ works: true, provisional: true });
    expect(nextWorkingDay(day('2031-10-04'), publishedCalendar)).toEqual({ date: '2031-10-06', provisional: true });
  });

  it('the day itself is not counted', () => {
    expect(addWorkingDays(day('2020-07-03'), 1, publishedCalendar).date).toBe('2020-07-06');
    expect(addWorkingDays(day('2020-07-03'), 0, publishedCalendar).date).toBe('2020-07-03');
    expect(addWorkingDays(day('2020-09-30'), 5, publishedCalendar).date).toBe('2020-10-14');
  });

  it('n working days lie between a day and the n-th working day after it', () => {
    const seed = 20200701;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7000 }), fc.integer({ min: 0, max: 60 }), (offset, n) => {
        const from = addDays(day('2005-01-01'), offset);
        const { date } = addWorkingDays(from, n, publishedCalendar);
        let worked = 0;
        for (let d = from; d < date; d = addDays(d, 1))
          if (workingDay(addDays(d, 1), publishedCalendar).works) worked += 1;
        return worked === n;
      }),
      { seed, numRuns: 300 },
    );
  });
});
