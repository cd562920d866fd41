import { addDays, plainDate } from '@huiji/kernel';
import fc from 'fast-check';
import { agreementYears, daysOfYear, yearOn } from './agreement-years';

const PROPERTY = { seed: 20190320, numRuns: 200 };

describe('agreement years (协议年)', () => {
  it('A1 run from the execution date of the area: Chongqing 2019-03-20 to 2020-03-19 has 366 days', () => {
    const [first] = agreementYears(plainDate('2019-03-20'), 1);
    expect(first).toEqual({ yearNumber: 1, startsOn: '2019-03-20', endsOn: '2020-03-19' });
    expect(daysOfYear({ startsOn: plainDate('2019-03-20'), endsOn: plainDate('2020-03-19') })).toBe(366);
  });

  it('A1 follow each other without a gap or a shared day, also from 29 February', () => {
    const years = agreementYears(plainDate('2020-02-29'), 4);
    expect(years.map((year) => [year.startsOn, year.endsOn])).toEqual([
      ['2020-02-29', '2021-02-27'],
      ['2021-02-28', '2022-02-27'],
      ['2022-02-28', '2023-02-27'],
      ['2023-02-28', '2024-02-28'],
    ]);
  });

  it('A1 every day of the period belongs to exactly one year (seed 20190320)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 1460 }),
        (start, count, offset) => {
          const from = addDays(plainDate('2010-01-01'), start);
          const years = agreementYears(from, count);
          const day = addDays(from, offset);
          const owners = years.filter((year) => year.startsOn <= day && day <= year.endsOn);
          const last = years.at(-1);
          expect(owners).toHaveLength(last !== undefined && day <= last.endsOn ? 1 : 0);
          expect(yearOn(years, day)).toBe(owners[0]);
        },
      ),
      PROPERTY,
    );
  });

  it('A1 a day before the execution date belongs to no year', () => {
    expect(yearOn(agreementYears(plainDate('2019-03-20'), 1), plainDate('2019-03-19'))).toBeUndefined();
  });

  it('A1 five years are not an agreement', () => {
    expect(() => agreementYears(plainDate('2019-03-20'), 5)).toThrow('1 to 4');
  });
});
