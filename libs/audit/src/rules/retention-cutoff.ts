import { plainDate, type PlainDate } from '@huiji/kernel';

const daysIn = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31;
};

/** The day before which a time of `keepMonths` began that is over today; a month without that day gives its last day. */
export const retentionCutoff = (today: PlainDate, keepMonths: number): PlainDate => {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const months = year * 12 + (month - 1) - keepMonths;
  const [atYear, atMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const atDay = Math.min(day, daysIn(atYear, atMonth));
  return plainDate(
    [atYear.toString().padStart(4, '0'), ...[atMonth, atDay].map((n) => n.toString().padStart(2, '0'))].join('-'),
  );
};
