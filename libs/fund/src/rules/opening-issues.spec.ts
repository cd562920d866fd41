import { plainDate } from '@huiji/kernel';
import { openingIssues } from './opening-issues';

const today = plainDate('2020-07-01');

describe('the opening balance of a fund', () => {
  it('may be nothing, and may be of today', () => {
    expect(openingIssues(0n, today, today)).toEqual([]);
  });

  it('is not below zero and not of tomorrow', () => {
    expect(openingIssues(-1n, plainDate('2020-07-02'), today).map(({ code }) => code)).toEqual([
      'OPENING_BALANCE_NEGATIVE',
      'OPENING_DATE_IN_FUTURE',
    ]);
  });
});
