import { addDays, daysInMonth, firstDay, type Month, type PlainDate } from '@huiji/kernel';
import type { BenefitPack, CareFacts, DayOfCare, StopEvent } from '../care/model/care';

/** The slow, obvious twin of `careMonth`: asks every question for every day, writes no span. For tests. */
export const slowCareMonth = (
  facts: CareFacts,
  packs: readonly BenefitPack[],
  month: Month,
): readonly (readonly [PlainDate, DayOfCare])[] => {
  if (facts.entitlements.length === 0) return [];
  const days: (readonly [PlainDate, DayOfCare])[] = [];
  for (let n = 0; n < daysInMonth(month); n += 1) {
    const date = addDays(firstDay(month), n);
    days.push([date, oneDay(facts, packs, date)]);
  }
  return days;
};

const oneDay = (facts: CareFacts, packs: readonly BenefitPack[], date: PlainDate): DayOfCare => {
  const yesterday = addDays(date, -1);
  const tomorrow = addDays(date, 1);
  let pack: BenefitPack | undefined;
  for (const one of packs) if (one.validFrom <= date && (!one.validTo || one.validTo >= date)) pack = one;

  for (const stop of facts.stops) {
    if (stop.kind !== 'death') continue;
    if (stop.startsOn <= yesterday) return { kind: 'stopped', reason: 'death' };
    if (stop.startsOn === date && pack?.deathDay !== 'payable') return { kind: 'stopped', reason: 'death' };
  }
  for (const stop of facts.stops) {
    if (stop.kind !== 'moved-away') continue;
    if (stop.startsOn <= yesterday) return { kind: 'stopped', reason: 'moved-away' };
    if (stop.startsOn === date && pack?.moveDay !== 'payable') return { kind: 'stopped', reason: 'moved-away' };
  }

  let grade: number | undefined;
  let anyBefore = false;
  for (const one of facts.entitlements) {
    if (one.startsOn <= date && one.endsOn >= date) grade ??= one.grade;
    if (one.endsOn <= yesterday) anyBefore = true;
  }
  if (grade === undefined) return { kind: 'stopped', reason: anyBefore ? 'expired' : 'not-started' };

  const inHospital = (stop: StopEvent): boolean => {
    if (stop.kind !== 'hospital-stay') return false;
    const admitted = stop.startsOn <= yesterday || (stop.startsOn === date && pack?.admissionDay !== 'payable');
    const home =
      stop.endsOn !== null &&
      (stop.endsOn <= yesterday || (stop.endsOn < tomorrow && pack?.dischargeDay === 'payable'));
    return admitted && !home;
  };
  for (const stop of facts.stops) if (inHospital(stop)) return { kind: 'stopped', reason: 'hospital-stay' };

  for (const span of facts.modes) {
    if (span.startsOn > date || (span.endsOn !== null && span.endsOn < date)) continue;
    for (const rate of pack?.rates ?? []) {
      if (rate.mode !== span.mode || rate.grade !== grade) continue;
      if (rate.onlyIfModeBefore !== null && span.startsOn >= rate.onlyIfModeBefore) continue;
      if (rate.providerDayFen !== 0n && span.providerId === null) return { kind: 'stopped', reason: 'no-provider' };
      const { personDayFen, providerDayFen } = rate;
      return { kind: 'payable', grade, mode: span.mode, personDayFen, providerDayFen, providerId: span.providerId };
    }
    return { kind: 'stopped', reason: 'no-rate' };
  }
  return { kind: 'stopped', reason: 'no-mode' };
};
