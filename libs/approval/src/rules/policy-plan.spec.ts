import { plainDate } from '@huiji/kernel';
import fc from 'fast-check';
import { steps } from '../model/approval';
import type { PolicyTerms } from '../model/policy';
import { freezeOn, peopleFor, planFor, shippedPolicy } from './policy-plan';

const people = (n: number) => ({ 'first-review': 1, recheck: 1, approval: n });
const policy: PolicyTerms = {
  ...shippedPolicy,
  bands: [
    { fromFen: 0n, people: people(1) },
    { fromFen: 100_000_000n, people: people(2) },
    { fromFen: 1_000_000_000n, people: people(3) },
  ],
};
const seed = 3_000_512;

describe(`X5 what a policy asks of a round (seed ${seed})`, () => {
  it('the band begins with its amount: one fen less is the band before', () => {
    const wanted = [0n, 99_999_999n, 100_000_000n, 999_999_999n, 1_000_000_000n, 9_000_000_000n];
    expect(wanted.map((amount) => peopleFor(policy, amount).approval)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(peopleFor(policy, null).approval).toBe(1);
  });

  it('does not depend on the order in which the bands are stored; a larger amount never needs fewer people here', () => {
    const amount = fc.bigInt({ min: 0n, max: 3_000_000_000n });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const shuffled = { bands: [...policy.bands].reverse() };
        const [low, high] = a < b ? [a, b] : [b, a];
        return (
          peopleFor(shuffled, a).approval === peopleFor(policy, a).approval &&
          peopleFor(policy, low).approval <= peopleFor(policy, high).approval
        );
      }),
      { seed, numRuns: 300 },
    );
  });

  it('the default is one person at each of the three steps, with its source', () => {
    const plan = planFor({ ...shippedPolicy, id: null }, 12_345n);
    expect(steps.map((step) => plan.people[step])).toEqual([1, 1, 1]);
    expect(shippedPolicy.source).toContain('劳社部发〔2007〕2号');
  });

  it('a caller may want more people than the policy, never fewer', () => {
    expect(planFor({ ...policy, id: 'p' }, 200_000_000n, { approval: 4 }).people.approval).toBe(4);
    expect(planFor({ ...policy, id: 'p' }, 200_000_000n, { approval: 1 }).people.approval).toBe(2);
  });

  it('a freeze holds on its first and its last day, and not around them', () => {
    const freezes = [{ fromOn: plainDate('2020-12-28'), toOn: plainDate('2021-01-05'), reason: '年终结账' }];
    const days = ['2020-12-27', '2020-12-28', '2021-01-05', '2021-01-06'];
    expect(days.map((day) => freezeOn(freezes, plainDate(day)) !== undefined)).toEqual([false, true, true, false]);
  });
});
