import { assert } from './assert';
import { ok, refuse, type Result } from './result';

/** A calendar day "YYYY-MM-DD" in Asia/Shanghai, 1900…2199. Compares as text. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };

const DAY_MS = 86_400_000;
const utc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`);
const ofUtc = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10) as PlainDate;

export const parsePlainDate = (text: string): Result<PlainDate> => {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return refuse('input', 'NOT_A_DATE', { text: text.slice(0, 40) });
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || ofUtc(ms) !== text ? refuse('input', 'NOT_A_DATE', { text }) : ok(text as PlainDate);
};

/** For literals and stored values: stops on a date that is not one. */
export const plainDate = (text: string): PlainDate => {
  const parsed = parsePlainDate(text);
  assert(parsed.ok, `a calendar day, got ${text}`);
  return parsed.value;
};

/** Stops outside 1900…2199. */
export const addDays = (date: PlainDate, days: number): PlainDate => plainDate(ofUtc(utc(date) + days * DAY_MS));

/** Whole days from `from` to `to`; 0 when equal. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((utc(to) - utc(from)) / DAY_MS);

/** Days with both ends counted; 1 when equal. */
export const daysInclusive = (from: PlainDate, to: PlainDate): number => daysBetween(from, to) + 1;

export const minDate = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
export const maxDate = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** The same day n years later; 29 February becomes 28 February in a common year. */
export const addYears = (date: PlainDate, years: number): PlainDate => {
  const year = (Number(date.slice(0, 4)) + years).toString();
  const moved = parsePlainDate(`${year}${date.slice(4)}`);
  return moved.ok ? moved.value : plainDate(`${year}-02-28`);
};

/** The calendar day in Asia/Shanghai (UTC+8, no summer time since 1991) of an instant. */
export const plainDateOf = (instant: Date): PlainDate => ofUtc(instant.getTime() + 8 * 3_600_000);
