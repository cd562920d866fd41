import { addDays, canonicalJson, firstDay, lastDay, maxDate, minDate, type Month, type PlainDate } from '@huiji/kernel';
import type {
  BenefitPack,
  CareFacts,
  CareSpan,
  DayOfCare,
  EdgeDay,
  Entitlement,
  ModeSpan,
  StopEvent,
} from '../model/care';

/**
 * The days of one person's month as spans, each payable (mode, rate, payees) or stopped (reason); no day is missing, no two
 * neighbours are alike. Empty when the person never had a confirmed grade: only a confirmed grade opens money.
 * Each day follows the pack in force on that day; reasons apply in the order of `stopReasons`.
 */
export const careMonth = (facts: CareFacts, packs: readonly BenefitPack[], month: Month): readonly CareSpan[] => {
  if (facts.entitlements.length === 0) return [];
  const starts = edgesOf(facts, packs, firstDay(month), lastDay(month));
  const spans: CareSpan[] = [];
  for (const [index, from] of starts.entries()) {
    const next = starts[index + 1];
    const to = next === undefined ? lastDay(month) : addDays(next, -1);
    const day = judgeDay(facts, packs, from);
    const before = spans.at(-1);
    if (before && canonicalJson(before.day) === canonicalJson(day)) spans[spans.length - 1] = { ...before, to };
    else spans.push({ from, to, day });
  }
  return spans;
};

/** What one day of care is: payable, or stopped and why. */
export const judgeDay = (facts: CareFacts, packs: readonly BenefitPack[], date: PlainDate): DayOfCare => {
  const pack = packs.find((candidate) => covers(date, candidate.validFrom, candidate.validTo));
  const stopped = (kind: StopEvent['kind']): boolean =>
    facts.stops.some((stop) => stop.kind === kind && stopCovers(stop, pack, date));
  if (stopped('death')) return { kind: 'stopped', reason: 'death' };
  if (stopped('moved-away')) return { kind: 'stopped', reason: 'moved-away' };
  const entitlement = facts.entitlements.find(({ startsOn, endsOn }) => covers(date, startsOn, endsOn));
  if (!entitlement) return { kind: 'stopped', reason: outside(facts.entitlements, date) };
  if (stopped('hospital-stay')) return { kind: 'stopped', reason: 'hospital-stay' };
  const mode = facts.modes.find(({ startsOn, endsOn }) => covers(date, startsOn, endsOn));
  if (!mode) return { kind: 'stopped', reason: 'no-mode' };
  return payableDay(pack, entitlement.grade, mode);
};

const payableDay = (pack: BenefitPack | undefined, grade: number, span: ModeSpan): DayOfCare => {
  const rate = pack?.rates.find(
    (candidate) =>
      candidate.mode === span.mode &&
      candidate.grade === grade &&
      (candidate.onlyIfModeBefore === null || span.startsOn < candidate.onlyIfModeBefore),
  );
  if (!rate) return { kind: 'stopped', reason: 'no-rate' };
  if (rate.providerDayFen > 0n && span.providerId === null) return { kind: 'stopped', reason: 'no-provider' };
  const { personDayFen, providerDayFen } = rate;
  return { kind: 'payable', grade, mode: span.mode, personDayFen, providerDayFen, providerId: span.providerId };
};

const covers = (date: PlainDate, from: PlainDate, to: PlainDate | null): boolean =>
  from <= date && (to === null || date <= to);

const outside = (entitlements: readonly Entitlement[], date: PlainDate): 'expired' | 'not-started' =>
  entitlements.some(({ endsOn }) => endsOn < date) ? 'expired' : 'not-started';

/** First and last day that a stop takes away under the day rules of a pack; without a pack every edge day is stopped. */
const stopCovers = (stop: StopEvent, pack: BenefitPack | undefined, date: PlainDate): boolean => {
  const first = firstEdge(stop.kind, pack) === 'payable' ? addDays(stop.startsOn, 1) : stop.startsOn;
  if (stop.kind !== 'hospital-stay' || stop.endsOn === null) return first <= date;
  const last = pack?.dischargeDay === 'payable' ? addDays(stop.endsOn, -1) : stop.endsOn;
  return first <= date && date <= last;
};

const firstEdge = (kind: StopEvent['kind'], pack: BenefitPack | undefined): EdgeDay => {
  if (!pack) return 'stopped';
  if (kind === 'death') return pack.deathDay;
  return kind === 'moved-away' ? pack.moveDay : pack.admissionDay;
};

/** Every day of the month on which the judgement may change, ascending, the first day included. */
const edgesOf = (
  facts: CareFacts,
  packs: readonly BenefitPack[],
  from: PlainDate,
  to: PlainDate,
): readonly PlainDate[] => {
  const edges = new Set<PlainDate>([from]);
  const mark = (startsOn: PlainDate, endsOn: PlainDate | null): void => {
    const last = endsOn === null ? [] : [endsOn, addDays(endsOn, 1)];
    for (const edge of [startsOn, addDays(startsOn, 1), ...last])
      if (maxDate(edge, from) === edge && minDate(edge, to) === edge) edges.add(edge);
  };
  for (const { validFrom, validTo } of packs) mark(validFrom, validTo);
  for (const { startsOn, endsOn } of [...facts.entitlements, ...facts.modes, ...facts.stops]) mark(startsOn, endsOn);
  return [...edges].sort();
};
