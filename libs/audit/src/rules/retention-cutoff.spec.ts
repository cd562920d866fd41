import { plainDate } from '@huiji/kernel';
import { retentionRules } from '../data/retention-rules';
import { retentionCutoff } from './retention-cutoff';

describe('X2 how long is kept', () => {
  it.each([
    ['2024-03-15', 24, '2022-03-15'],
    ['2024-02-29', 12, '2023-02-28'],
    ['2024-01-31', 2, '2023-11-30'],
    ['2024-01-01', 360, '1994-01-01'],
    ['2024-12-31', 1, '2024-11-30'],
  ])('on %s a time of %i months is over that began before %s', (today, months, day) => {
    expect(retentionCutoff(plainDate(today), months)).toBe(day);
  });

  it('every rule names its source, and says so where its length is assumed', () => {
    for (const rule of retentionRules) {
      expect(rule.source).toMatch(/《.+》/);
      expect(rule.assumed).toBe(rule.source.includes('假定'));
    }
  });

  it('money is kept for thirty years, and no rule erases it', () => {
    const money = retentionRules.filter(({ subjectType }) => subjectType === 'payment');
    expect(money).toMatchObject([{ keepMonths: 360, erases: false }]);
  });
});
