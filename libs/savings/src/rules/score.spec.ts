import { quotient } from '@huiji/kernel';
import { effectiveScore, parseScore, shareIssue } from './score';

describe('the score of a hospital', () => {
  it.each([
    ['76', 7_600n],
    ['76.5', 7_650n],
    ['79.99', 7_999n],
    ['100', 10_000n],
    ['0', 0n],
  ])('%s points is %s hundredths', (text, hundredths) => {
    const parsed = parseScore(text);
    expect(parsed.ok && parsed.value).toBe(hundredths);
  });

  it.each(['100.01', '-1', '76.555', '', 'seventy', '1e2'])('%s is refused', (text) => {
    const parsed = parseScore(text);
    expect(!parsed.ok && parsed.refusal.issues[0]?.code).toBe('SCORE_OUT_OF_RANGE');
  });

  it('a veto makes it 0', () => {
    expect(effectiveScore(9_500n, 'arrears')).toBe(0n);
    expect(effectiveScore(9_500n, null)).toBe(9_500n);
  });

  it('a share lies within 0…1', () => {
    expect(shareIssue('fundShare', quotient(65n, 100n))).toEqual([]);
    expect(shareIssue('fundShare', quotient(101n, 100n))[0]?.code).toBe('SHARE_OUT_OF_RANGE');
    expect(shareIssue('fundShare', quotient(-1n, 100n))[0]?.field).toBe('fundShare');
  });
});
