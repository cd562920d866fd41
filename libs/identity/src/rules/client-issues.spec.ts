import { clientIssues } from './client-issues';

describe('what a client says of itself', () => {
  it('is short, or nothing', () => {
    expect(clientIssues({})).toEqual([]);
    expect(clientIssues({ deviceWords: 'x'.repeat(200), deviceToken: 'x'.repeat(100) })).toEqual([]);
    expect(
      clientIssues({ deviceWords: 'x'.repeat(201), deviceToken: 'x'.repeat(101) }).map(({ field }) => field),
    ).toEqual(['deviceWords', 'deviceToken']);
  });
});
