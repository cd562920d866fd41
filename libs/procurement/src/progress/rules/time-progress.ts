import { daysInclusive, quotient, type PlainDate, type Quotient } from '@huiji/kernel';

/**
 * Time progress (序时进度): elapsed days ÷ days of the agreement year, both ends counted.
 * The first day is 1/n, the last n/n; 0 before the year, 1 after it.
 */
export const timeProgress = (
  year: { readonly startsOn: PlainDate; readonly endsOn: PlainDate },
  date: PlainDate,
): Quotient => {
  const days = BigInt(daysInclusive(year.startsOn, year.endsOn));
  if (date < year.startsOn) return quotient(0n, days);
  if (date > year.endsOn) return quotient(days, days);
  return quotient(BigInt(daysInclusive(year.startsOn, date)), days);
};
