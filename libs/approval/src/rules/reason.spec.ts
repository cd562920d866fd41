import { keptReason, reasonIssues } from './reason';

describe('the reason of a review', () => {
  it.each(['', '   ', null, undefined])('a return with the reason "%s" has none', (reason) => {
    expect(reasonIssues('return', reason)).toEqual([{ field: 'reason', code: 'RETURN_REASON_MISSING' }]);
  });

  it('is kept without outer blanks and control characters', () => {
    expect(keptReason(' 金额\u0000不符\n ')).toBe('金额 不符');
    expect(keptReason('\u0000')).toBeNull();
    expect(reasonIssues('return', '\u0000')).toHaveLength(1);
  });

  it('a pass needs none; 500 characters are enough for anybody', () => {
    expect(reasonIssues('pass', null)).toEqual([]);
    expect(reasonIssues('return', 'x'.repeat(500))).toEqual([]);
    expect(reasonIssues('pass', 'x'.repeat(501))).toMatchObject([{ field: 'reason', code: 'RETURN_REASON_TOO_LONG' }]);
  });
});
