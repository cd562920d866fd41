import { addDays, addMonths, lastDay, monthOf, type PlainDate } from '@huiji/kernel';
import type { CalendarDay, DueDatePolicy, DueDates, WorkingCalendar } from '../model/working-calendar';
import { nextWorkingDay } from './working-days';

/**
 * When an accepted delivery must be paid: so many days after acceptance (the acceptance day not counted), or the end
 * of the month after it; a day on which nobody works moves to the next working day when the policy says so.
 * Source: the 30 days of national procurement and the month ends of local rules; the dated policy (with its legal basis) of
 * the area names the one that counts.
 */
export const dueDates = (acceptedOn: PlainDate, policy: DueDatePolicy, calendar: WorkingCalendar): DueDates => {
  const rolled = (date: PlainDate): CalendarDay =>
    policy.roll === 'none' ? { date, provisional: false } : nextWorkingDay(date, calendar);
  const byDays = rolled(addDays(acceptedOn, policy.deadlineDays));
  const byMonthEnd = rolled(lastDay(addMonths(monthOf(acceptedOn), 1)));
  return { byDays, byMonthEnd, due: policy.counting === 'days-after-acceptance' ? byDays : byMonthEnd };
};
