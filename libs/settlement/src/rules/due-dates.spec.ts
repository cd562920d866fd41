import { addDays, plainDate, type PlainDate } from '@huiji/kernel';

import { dueDates, type DuePolicy } from './due-dates';

const policy: DuePolicy = { counts: 'days-after-acceptance', days: 30, months: 1 };
const everyDay = (day: PlainDate): PlainDate => day;
const closed = new Set(['2020-10-01', '2020-10-02', '2020-10-03']);
const afterHoliday = (day: PlainDate): PlainDate => (closed.has(day) ? afterHoliday(addDays(day, 1)) : day);

describe('C5 when a delivery is due', () => {
  it('does not count the day of acceptance', () => {
    expect(dueDates(plainDate('2020-07-10'), policy, everyDay).byDays).toBe('2020-08-09');
  });

  it('shows the end of the month after acceptance beside it, and the policy names the one that counts', () => {
    expect(dueDates(plainDate('2020-07-10'), policy, everyDay)).toMatchObject({
      byMonthEnd: '2020-08-31',
      dueDate: '2020-08-09',
    });
    expect(
      dueDates(plainDate('2020-07-10'), { ...policy, counts: 'month-end-after-acceptance' }, everyDay).dueDate,
    ).toBe('2020-08-31');
  });

  it.each([
    ['2020-01-31', '2020-02-29'],
    ['2021-01-31', '2021-02-28'],
    ['2020-12-15', '2021-01-31'],
  ])('accepted on %s, the end of the next month is %s', (acceptedOn, end) => {
    expect(dueDates(plainDate(acceptedOn), policy, everyDay).byMonthEnd).toBe(end);
  });

  it('moves a day on which nobody works to the next working day', () => {
    expect(dueDates(plainDate('2020-09-01'), policy, afterHoliday).byDays).toBe('2020-10-04');
  });
});
