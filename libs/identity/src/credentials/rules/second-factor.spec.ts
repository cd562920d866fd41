import { demandsSecondFactor, normalRecoveryCode, stepAt, stepIsFresh } from './second-factor';

describe('the second factor', () => {
  const now = new Date(59_000);

  it('is demanded where money moves behind a role, except in a demonstration', () => {
    expect(demandsSecondFactor([{ money: false, demonstration: false }])).toBe(false);
    expect(demandsSecondFactor([{ money: true, demonstration: true }])).toBe(false);
    expect(
      demandsSecondFactor([
        { money: false, demonstration: false },
        { money: true, demonstration: false },
      ]),
    ).toBe(true);
  });

  it('takes the step before, the present and the next, and none a second time', () => {
    expect(stepAt(now)).toBe(1);
    expect([-2, -1, 0, 1, 2].map((delta) => stepIsFresh(delta, now, -1n))).toEqual([false, true, true, true, false]);
    expect([-1, 0, 1].map((delta) => stepIsFresh(delta, now, 1n))).toEqual([false, false, true]);
  });

  it('reads a recovery code however it is typed', () => {
    expect(normalRecoveryCode(' ABCD-efgh 2345 ')).toBe('abcdefgh2345');
  });
});
