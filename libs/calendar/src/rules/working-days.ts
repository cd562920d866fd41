import { addDays, assert, type PlainDate } from '@huiji/kernel';
import type { CalendarDay, WorkingCalendar } from '../model/working-calendar';

const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

/** 1970-01-01 was a Thursday; Saturday and Sunday are the weekend. */
const isWeekend = (date: PlainDate): boolean => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
};

/** Whether people work on a day; for a year that is not known only weekends are off, and the answer is provisional. */
export const workingDay = (date: PlainDate, calendar: WorkingCalendar): { works: boolean; provisional: boolean } =>
  calendar.knownYears.has(yearOf(date))
    ? { works: calendar.isWorkingDay(date), provisional: false }
    : { works: !isWeekend(date), provisional: true };

/** The day itself when people work on it, else the next one on which they do. */
export const nextWorkingDay = (date: PlainDate, calendar: WorkingCalendar): CalendarDay => {
  let day = date;
  let provisional = false;
  for (;;) {
    const answer = workingDay(day, calendar);
    provisional ||= answer.provisional;
    if (answer.works) return { date: day, provisional };
    day = addDays(day, 1);
  }
};

/** The n-th working day after a day (工作日); the day itself is not counted. n is 0…1000; 0 is the day itself. */
export const addWorkingDays = (date: PlainDate, days: number, calendar: WorkingCalendar): CalendarDay => {
  assert(Number.isInteger(days) && days >= 0 && days <= 1000, 'a count of working days within 0…1000');
  let day = date;
  let provisional = false;
  for (let counted = 0; counted < days;) {
    day = addDays(day, 1);
    const answer = workingDay(day, calendar);
    provisional ||= answer.provisional;
    if (answer.works) counted += 1;
  }
  return { date: day, provisional };
};
