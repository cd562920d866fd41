import { plainDate } from '@huiji/kernel';
import type { DueDatePolicy } from '../model/working-calendar';
import { publishedCalendar } from '../published-calendar';
import { dueDates } from './due-dates';

const thirtyDays: DueDatePolicy = {
  counting: 'days-after-acceptance',
  deadlineDays: 30,
  roll: 'next-working-day',
  legalBasis: 'test',
};
const monthEnd: DueDatePolicy = { ...thirtyDays, counting: 'end-of-month-after' };
const due = (acceptedOn: string, policy: DueDatePolicy) => dueDates(plainDate(acceptedOn), policy, publishedCalendar);

describe('when a delivery must be paid', () => {
  it('C5 the acceptance day is not counted: 30 days after 1 June is 1 July', () => {
    expect(due('2020-06-01', thirtyDays).due).toEqual({ date: '2020-07-01', provisional: false });
  });

  it('C5 a due date on a day off moves to the next working day', () => {
    expect(due('2020-09-02', thirtyDays).byDays.date).toBe('2020-10-09');
    expect(due('2020-12-05', thirtyDays).byDays.date).toBe('2021-01-04');
  });

  it('C5 the end of the month after acceptance, also from the last day of January', () => {
    expect(due('2020-01-31', monthEnd).due.date).toBe('2020-03-02');
    expect(due('2021-05-31', monthEnd).due.date).toBe('2021-06-30');
  });

  it('both clocks are shown, and the policy names the one that counts', () => {
    const both = due('2021-05-10', thirtyDays);
    expect([both.byDays.date, both.byMonthEnd.date]).toEqual(['2021-06-09', '2021-06-30']);
    expect(both.due).toEqual(both.byDays);
    expect(due('2021-05-10', monthEnd).due).toEqual(both.byMonthEnd);
  });

  it('without rolling the day stands as it is', () => {
    expect(due('2020-09-02', { ...thirtyDays, roll: 'none' }).due.date).toBe('2020-10-02');
  });
});
