import { addDays, addMonths, lastDay, monthOf, type PlainDate } from '@huiji/kernel';

/** Which of the two clocks of an area counts (回款时限). Policy data; legal basis beside it in the table. */
export interface DuePolicy {
  readonly counts: 'days-after-acceptance' | 'month-end-after-acceptance';
  /** Days, 1…365; the acceptance day is not counted. */
  readonly days: number;
  /** Months after the month of acceptance, 0…12. */
  readonly months: number;
}

/** Moves a day that is not worked to the next that is; given by the calendar. */
export type ToWorkingDay = (day: PlainDate) => PlainDate;

/** Both clocks, and the one that counts. */
export interface DueDates {
  readonly byDays: PlainDate;
  readonly byMonthEnd: PlainDate;
  readonly dueDate: PlainDate;
}

/**
 * When an accepted delivery must be paid. The acceptance day is not counted; a day on which nobody works moves to the
 * next working day. Source: domain law §4.4 (30 days from acceptance; end of the month after acceptance).
 */
export const dueDates = (acceptedOn: PlainDate, policy: DuePolicy, toWorkingDay: ToWorkingDay): DueDates => {
  const byDays = toWorkingDay(addDays(acceptedOn, policy.days));
  const byMonthEnd = toWorkingDay(lastDay(addMonths(monthOf(acceptedOn), policy.months)));
  return { byDays, byMonthEnd, dueDate: policy.counts === 'days-after-acceptance' ? byDays : byMonthEnd };
};
