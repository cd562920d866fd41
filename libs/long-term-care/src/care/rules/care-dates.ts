import {
  addDays,
  addMonths,
  assert,
  firstDay,
  lastDay,
  maxDate,
  minDate,
  monthOf,
  ok,
  plainDate,
  refuse,
  type PlainDate,
  type Result,
} from '@huiji/kernel';
import type { BenefitPack, StartRule } from '../model/care';

/**
 * The first payable day. `next-month`: the first day of the month after passing (Chongqing); `next-day` (Huai'an);
 * `month-after-contribution-gap`: the first day of the month after passing or after the gap was paid, the later.
 */
export const startsOn = (
  rule: StartRule,
  passedOn: PlainDate,
  contributionGapPaidOn: PlainDate | null = null,
): PlainDate => {
  switch (rule) {
    case 'next-day':
      return addDays(passedOn, 1);
    case 'next-month':
      return firstDay(addMonths(monthOf(passedOn), 1));
    case 'month-after-contribution-gap':
      return firstDay(addMonths(monthOf(maxDate(passedOn, contributionGapPaidOn ?? passedOn)), 1));
  }
};

/** Grades from here on are severe (重度失能) in the instrument of 2021. */
export const SEVERE_FROM_GRADE = 3;
/** 医保办发〔2021〕37号: a severe result is valid two years at most. */
export const SEVERE_VALIDITY_MONTHS_MAX = 24;

/** The last day a confirmed grade is valid: `months` later, less a day; severe grades two years at most, whatever the policy says. */
export const validTo = (confirmedOn: PlainDate, grade: number, months: number): PlainDate => {
  assert(Number.isInteger(months) && months > 0, 'a validity has a whole number of months');
  const capped = grade >= SEVERE_FROM_GRADE ? Math.min(months, SEVERE_VALIDITY_MONTHS_MAX) : months;
  const target = addMonths(monthOf(confirmedOn), capped);
  const sameDay = minDate(lastDay(target), dayOf(target, confirmedOn));
  return addDays(sameDay, -1);
};

const dayOf = (month: ReturnType<typeof monthOf>, like: PlainDate): PlainDate => {
  const days = Number(like.slice(8));
  const last = Number(lastDay(month).slice(8));
  return plainDate(`${month}-${Math.min(days, last).toString().padStart(2, '0')}`);
};

/** The last day of publicity: the day it begins is not counted (Civil Code, article 201). */
export const publicityEndsOn = (startsOn: PlainDate, days: number): PlainDate => addDays(startsOn, days);

/** Publicity is over on the day after its last day, never on it. */
export const publicityIsOver = (endsOn: PlainDate, businessDate: PlainDate): boolean => businessDate > endsOn;

/** The pack in force on a day. Refuses NO_BENEFIT_PACK when none is. */
export const packOn = (packs: readonly BenefitPack[], date: PlainDate): Result<BenefitPack> => {
  const pack = packs.find(({ validFrom, validTo: last }) => validFrom <= date && (last === null || date <= last));
  return pack ? ok(pack) : refuse('rule', 'NO_BENEFIT_PACK', { date });
};

/** A grade is eligible when the pack pays it in any mode that is still open to newcomers. */
export const isEligible = (pack: BenefitPack, grade: number): boolean =>
  pack.rates.some((rate) => rate.grade === grade && rate.onlyIfModeBefore === null);

/** Disability has lasted at least six months on the day of application (domain rule of the standard). */
export const disabledLongEnough = (disabledSince: PlainDate, appliedOn: PlainDate): boolean => {
  const target = addMonths(monthOf(disabledSince), 6);
  return dayOf(target, disabledSince) <= appliedOn;
};
