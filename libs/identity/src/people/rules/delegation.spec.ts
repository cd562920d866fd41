import { plainDate } from '@huiji/kernel';
import { delegationIssues } from './delegation';

describe('a delegation', () => {
  const today = plainDate('2020-07-01');
  const good = { fromDate: today, untilDate: plainDate('2020-09-28'), reason: '出差' };
  const codes = (change: object): readonly string[] =>
    delegationIssues({ ...good, ...change }, today).map(({ code }) => code);

  it('lasts 90 days at most, both ends counted', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ untilDate: plainDate('2020-09-29') })).toEqual(['DELEGATION_TOO_LONG']);
    expect(codes({ untilDate: today })).toEqual([]);
  });

  it('begins today at the earliest and ends after it begins', () => {
    expect(codes({ fromDate: plainDate('2020-06-30') })).toEqual(['DELEGATION_IN_PAST', 'DELEGATION_TOO_LONG']);
    expect(codes({ untilDate: plainDate('2020-06-30') })).toEqual(['DELEGATION_ENDS_FIRST']);
  });

  it('says why', () => {
    expect(codes({ reason: ' ' })).toEqual(['DELEGATION_REASON']);
    expect(codes({ reason: '长'.repeat(501) })).toEqual(['DELEGATION_REASON']);
  });
});
