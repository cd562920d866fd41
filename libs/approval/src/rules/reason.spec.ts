import { reasonIssues } from './reason';

describe('the reason of a review', () => {
  it.each(['', '   ', null, undefined])('a return with the reason "%s" has none', (reason) => {
    expect(reasonIssues('return', reason)).toEqual([{ field: 'reason', code: 'RETURN_REASON_MISSING' }]);
  });

  it('a pass needs none; 500 characters are enough for anybody', () => {
    expect(reasonIssues('pass', null)).toEqual([]);
    expect(reasonIssues('return', 'x'.repeat(500))).toEqual([]);
    expect(reasonIssues('pass', 'x'.repeat(501))).toMatchObject([{ field: 'reason', code: 'RETURN_REASON_TOO_LONG' }]);
  });
});
