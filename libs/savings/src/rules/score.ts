import { badInput, compare, multiply, ok, quotient, type FieldIssue, type Quotient, type Result } from '@huiji/kernel';
import type { ScoreHundredths } from '../model/policy';

/** "76", "76.5" or "76.25" points → hundredths. Refuses signs, more digits and anything above 100. */
export const parseScore = (text: string): Result<ScoreHundredths> => {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text);
  const hundredths = match ? BigInt((match[1] ?? '') + (match[2] ?? '').padEnd(2, '0')) : -1n;
  return hundredths < 0n || hundredths > 10_000n
    ? badInput([{ field: 'score', code: 'SCORE_OUT_OF_RANGE', facts: { text: text.slice(0, 20) } }])
    : ok(hundredths);
};

/** A veto (volume not met without cause, arrears) makes the score 0, whatever the items gave. */
export const effectiveScore = (score: ScoreHundredths, veto: string | null): ScoreHundredths =>
  veto === null ? score : 0n;

/** A share is a quotient within 0…1 with a positive denominator. */
export const shareIssue = (field: string, share: Quotient): readonly FieldIssue[] =>
  share.numerator < 0n || compare(share, quotient(1n, 1n)) > 0
    ? [{ field, code: 'SHARE_OUT_OF_RANGE', facts: { value: showPercent(share) } }]
    : [];

const showPercent = (share: Quotient): string => {
  const { numerator, denominator } = multiply(share, quotient(10_000n, 1n));
  return `${(numerator / denominator).toString()}/10000`;
};
