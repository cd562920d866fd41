import { assert } from './assert';
import { addDays, plainDate, type PlainDate } from './plain-date';
import { ok, refuse, type Result } from './result';

/** A calendar month "YYYY-MM". */
export type Month = string & { readonly __brand: 'Month' };

export const parseMonth = (text: string): Result<Month> =>
  /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text)
    ? ok(text as Month)
    : refuse('input', 'NOT_A_MONTH', { text: text.slice(0, 40) });

export const month = (text: string): Month => {
  const parsed = parseMonth(text);
  assert(parsed.ok, `a calendar month, got ${text}`);
  return parsed.value;
};

export const monthOf = (date: PlainDate): Month => date.slice(0, 7) as Month;
export const firstDay = (of: Month): PlainDate => plainDate(`${of}-01`);
export const addMonths = (to: Month, months: number): Month => {
  const index = Number(to.slice(0, 4)) * 12 + Number(to.slice(5)) - 1 + months;
  return month(
    `${Math.floor(index / 12)
      .toString()
      .padStart(4, '0')}-${((index % 12) + 1).toString().padStart(2, '0')}`,
  );
};
/** 28…31. */
export const daysInMonth = (of: Month): number =>
  new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5)), 0)).getUTCDate();
export const lastDay = (of: Month): PlainDate => addDays(firstDay(of), daysInMonth(of) - 1);
