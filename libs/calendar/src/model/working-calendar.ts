import type { PlainDate } from '@huiji/kernel';

/** What is known of working days in China: published year by year by the State Council (国务院办公厅节假日安排). */
export interface WorkingCalendar {
  /** Years whose arrangement is published and known here. */
  readonly knownYears: ReadonlySet<number>;
  /** Days off, weekends included, moved working days (调休) excluded. Only asked for known years. */
  isWorkingDay(date: PlainDate): boolean;
}

/** A date that a calendar was needed for; provisional when a year was not known and only weekends were counted off. */
export interface CalendarDay {
  readonly date: PlainDate;
  readonly provisional: boolean;
}

/** Which of the two clocks counts (回款时限), with its dates and source; policy of an area. */
export interface DueDatePolicy {
  readonly counting: 'days-after-acceptance' | 'end-of-month-after';
  /** Days after acceptance, 1…366; the acceptance day is not counted. */
  readonly deadlineDays: number;
  readonly roll: 'next-working-day' | 'none';
  readonly legalBasis: string;
}

/** Both clocks, and the one that counts. */
export interface DueDates {
  readonly byDays: CalendarDay;
  readonly byMonthEnd: CalendarDay;
  readonly due: CalendarDay;
}
