import { assert } from '@huiji/kernel';
import type { WeightedModule, WeightedScoring } from '../model/instrument';

/**
 * The grade of a weighted instrument from its modules' raw totals, in whole quarter points (SGB XI § 15, Anlage 2).
 * Modules that share a name count once, with the higher weight. Below the first threshold the grade is 0.
 */
export const weightedGrade = (
  scoring: WeightedScoring,
  totals: ReadonlyMap<string, number>,
): { readonly grade: number; readonly quarterPoints: number } => {
  const shared = new Map<string, number>();
  let quarterPoints = 0;
  for (const module of scoring.modules) {
    const weight = weightOf(module, totals.get(module.domain) ?? 0);
    if (module.shares === undefined) quarterPoints += weight;
    else shared.set(module.shares, Math.max(weight, shared.get(module.shares) ?? 0));
  }
  for (const weight of shared.values()) quarterPoints += weight;
  const reached = scoring.grades.filter(({ fromQuarterPoints }) => quarterPoints >= fromQuarterPoints);
  return { grade: reached.at(-1)?.grade ?? 0, quarterPoints };
};

const weightOf = (module: WeightedModule, total: number): number => {
  const band = module.bands.find(({ min, max }) => total >= min && total <= max);
  assert(band, `a total of ${total} has a band in ${module.domain}`);
  return band.quarterPoints;
};

/** How often something is done: per day, per week, per month; whole numbers. */
export interface Frequency {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** Tenths of a point of each band's start for criteria 5.12 to 5.15, the highest first. */
const therapyBands = [
  { fromTenths: 600, points: 6 },
  { fromTenths: 129, points: 3 },
  { fromTenths: 86, points: 2 },
  { fromTenths: 43, points: 1 },
  { fromTenths: 0, points: 0 },
] as const;

/**
 * Points for time-consuming measures (SGB XI Anlage 1, 5.12–5.15): 60 a day; 8.6 a week and 2 a month at home and for long
 * visits, 4.3 a week and 1 a month for short visits. In whole tenths: 3 × 43 is 129 and reaches the band of 12.9.
 */
export const therapyPoints = (atHomeOrLong: readonly Frequency[], short: readonly Frequency[]): number => {
  const tenths = (factor: { weekly: number; monthly: number }, rows: readonly Frequency[]): number =>
    rows.reduce((sum, row) => sum + 600 * row.daily + factor.weekly * row.weekly + factor.monthly * row.monthly, 0);
  const sum = tenths({ weekly: 86, monthly: 20 }, atHomeOrLong) + tenths({ weekly: 43, monthly: 10 }, short);
  return therapyBands.find(({ fromTenths }) => sum >= fromTenths)?.points ?? 0;
};
