import { addDays, addYears, assert, daysInclusive, type PlainDate } from '@huiji/kernel';
import type { AgreementYearSpan } from '../model/round.types';

export const MAX_AGREEMENT_YEARS = 4;

/**
 * The 1–4 agreement years of a period, counted from the area's execution date (执行日), never from 1 January.
 * A period that starts on 29 February begins its later years on 28 February of common years.
 */
export const agreementYears = (executionDate: PlainDate, years: number): readonly AgreementYearSpan[] => {
  assert(Number.isInteger(years) && years >= 1 && years <= MAX_AGREEMENT_YEARS, 'an agreement has 1 to 4 years');
  return Array.from({ length: years }, (_, index) => ({
    yearNumber: index + 1,
    startsOn: addYears(executionDate, index),
    endsOn: addDays(addYears(executionDate, index + 1), -1),
  }));
};

/** The agreement year a day falls into, or undefined before the execution date and after the end. */
export const yearOn = <Year extends Pick<AgreementYearSpan, 'startsOn' | 'endsOn'>>(
  years: readonly Year[],
  date: PlainDate,
): Year | undefined => years.find((year) => year.startsOn <= date && date <= year.endsOn);

/** Days of an agreement year, both ends counted: 365 or 366. */
export const daysOfYear = (year: Pick<AgreementYearSpan, 'startsOn' | 'endsOn'>): number =>
  daysInclusive(year.startsOn, year.endsOn);
