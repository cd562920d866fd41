import { basisPoints, quotient } from '@huiji/kernel';
import { belowFloor, meanOfTwoYears } from './report-floor';

describe('the floor of a report (报量下限)', () => {
  it('A4 is 80 % of the mean of the two years before, exact', () => {
    const mean = meanOfTwoYears(100n, 101n);
    expect(mean).toEqual(quotient(201n, 2n));
    expect(belowFloor(80n, mean, basisPoints(8000))).toBe(true);
    expect(belowFloor(81n, mean, basisPoints(8000))).toBe(false);
  });

  it('A4 does not bind a hospital without history; a missing year counts as nothing', () => {
    expect(meanOfTwoYears(null, null)).toBeNull();
    expect(belowFloor(0n, null, basisPoints(8000))).toBe(false);
    expect(meanOfTwoYears(null, 10n)).toEqual(quotient(10n, 2n));
  });
});
