import { addDays, addMonths, firstDay, monthOf, plainDate } from '@huiji/kernel';
import { chongqingPack } from '../data/chongqing-pack';
import type { BenefitPack } from '../model/care';
import {
  disabledLongEnough,
  isEligible,
  packOn,
  publicityEndsOn,
  publicityIsOver,
  startsOn,
  validTo,
} from './care-dates';

const date = plainDate;
const pack: BenefitPack = { ...chongqingPack, id: 'pack' };

describe('the first payable day', () => {
  it.each([
    ['next-month', '2021-10-01', '2021-11-01'],
    ['next-month', '2021-10-31', '2021-11-01'],
    ['next-month', '2021-12-31', '2022-01-01'],
    ['next-day', '2021-10-31', '2021-11-01'],
    ['next-day', '2024-02-28', '2024-02-29'],
    ['month-after-contribution-gap', '2021-10-20', '2021-11-01'],
  ] as const)('D14 %s: passed on %s, paid from %s', (rule, passed, first) => {
    expect(startsOn(rule, date(passed))).toBe(first);
  });

  it('D14 waits for the contribution gap, and a gap paid long ago delays nothing', () => {
    expect(startsOn('month-after-contribution-gap', date('2021-10-20'), date('2021-12-05'))).toBe('2022-01-01');
    expect(startsOn('month-after-contribution-gap', date('2021-10-20'), date('2020-12-05'))).toBe('2021-11-01');
  });
});

describe('validity', () => {
  it.each([
    ['2021-10-20', 3, 24, '2023-10-19'],
    ['2021-10-20', 5, 36, '2023-10-19'], // severe: two years at most
    ['2021-10-20', 2, 36, '2024-10-19'],
    ['2021-08-31', 3, 6, '2022-02-27'], // February has no 31st
    ['2024-02-29', 3, 12, '2025-02-27'],
    ['2021-10-01', 3, 12, '2022-09-30'],
  ])('D12 confirmed on %s with grade %i and %i months is valid to %s', (confirmed, grade, months, last) => {
    expect(validTo(date(confirmed), grade, months)).toBe(last);
  });

  it('D12 no severe grade lives longer than two years, whatever the policy says', () => {
    for (let n = 0; n < 800; n += 1) {
      const confirmed = addDays(date('2021-01-01'), n);
      const last = validTo(confirmed, 4, 99);
      expect(last < firstDay(addMonths(monthOf(confirmed), 25))).toBe(true);
      expect(last).toBe(validTo(confirmed, 4, 24));
    }
  });
});

describe('publicity', () => {
  it('D10 does not count its first day and is not over on its last', () => {
    const ends = publicityEndsOn(date('2021-10-11'), 7);
    expect(ends).toBe('2021-10-18');
    expect(publicityIsOver(ends, date('2021-10-18'))).toBe(false);
    expect(publicityIsOver(ends, date('2021-10-19'))).toBe(true);
  });
});

describe('the benefit pack', () => {
  it('pays severe grades only', () => {
    expect([0, 1, 2, 3, 4, 5].filter((grade) => isEligible(pack, grade))).toEqual([3, 4, 5]);
  });

  it('a grade that is paid only to those of old is not eligible for newcomers', () => {
    const closed = { ...pack, rates: pack.rates.map((rate) => ({ ...rate, onlyIfModeBefore: date('2024-03-01') })) };
    expect(isEligible(closed, 3)).toBe(false);
  });

  it('is the one in force on the day, or a refusal', () => {
    expect(packOn([pack], date('2021-01-01'))).toEqual({ ok: true, value: pack });
    expect(packOn([pack], date('2020-12-31'))).toMatchObject({ ok: false, refusal: { code: 'NO_BENEFIT_PACK' } });
  });
});

describe('six months of disability', () => {
  it.each([
    ['2021-03-15', '2021-09-14', false],
    ['2021-03-15', '2021-09-15', true],
    ['2021-08-31', '2022-02-27', false],
    ['2021-08-31', '2022-02-28', true],
  ])('D1 disabled since %s, applying on %s: %s', (since, applied, enough) => {
    expect(disabledLongEnough(date(since), date(applied))).toBe(enough);
  });
});
