import { assert, compare, quotient, quotientOfBasisPoints, type Quotient } from '@huiji/kernel';
import type { SavingsChoices, ScoreBand, ScoreHundredths } from '../model/policy';

const FULL_SCORE = 10_000n;

const holds = (band: ScoreBand, score: ScoreHundredths): boolean =>
  band.fromHundredths <= score &&
  (score < band.toHundredths || (band.toHundredths === FULL_SCORE && score === FULL_SCORE));

/**
 * The ratio of the savings base that a hospital keeps (留用比例), never above the policy's cap.
 * Banded: the ratio of the one half-open band that holds the score. Linear: cap × score ÷ 100.
 * Bands that leave a score without an answer are refused when a policy is written (`bandFaults`).
 */
export const retentionRatio = (
  choices: Pick<SavingsChoices, 'ratioKind' | 'bands' | 'capBp'>,
  score: ScoreHundredths,
): Quotient => {
  assert(score >= 0n && score <= FULL_SCORE, 'a score is within 0…100.00');
  const cap = quotientOfBasisPoints(choices.capBp);
  if (choices.ratioKind === 'linear') return quotient(choices.capBp * score, 10_000n * FULL_SCORE);
  const band = choices.bands.find((each) => holds(each, score));
  assert(band !== undefined, 'bands cover every score');
  const ratio = quotientOfBasisPoints(band.ratioBp);
  return compare(ratio, cap) > 0 ? cap : ratio;
};

export type BandFault = 'BAND_EMPTY' | 'BAND_GAP' | 'BAND_OUT_OF_RANGE' | 'BAND_OVERLAP';

/** What is wrong with a table of bands: each code once per place. Empty when they cover 0…100 without gap or overlap. */
export const bandFaults = (bands: readonly ScoreBand[]): readonly BandFault[] => {
  const ordered = [...bands].sort((a, b) => Number(a.fromHundredths - b.fromHundredths));
  const faults: BandFault[] = [];
  let reached = 0n;
  for (const { fromHundredths, toHundredths } of ordered) {
    if (fromHundredths >= toHundredths) faults.push('BAND_EMPTY');
    if (fromHundredths < 0n || toHundredths > FULL_SCORE) faults.push('BAND_OUT_OF_RANGE');
    if (fromHundredths > reached) faults.push('BAND_GAP');
    if (fromHundredths < reached) faults.push('BAND_OVERLAP');
    if (toHundredths > reached) reached = toHundredths;
  }
  if (reached < FULL_SCORE) faults.push('BAND_GAP');
  return faults;
};
