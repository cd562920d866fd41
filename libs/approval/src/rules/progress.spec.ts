import fc from 'fast-check';
import { steps, type Decision, type PeopleWanted, type Step } from '../model/approval';
import { peopleAt, progressOf } from './progress';

const one: PeopleWanted = { 'first-review': 1, recheck: 1, approval: 1 };
const review = (step: Step, personId: string, decision: Decision = 'pass') => ({ step, personId, decision });
const seed = 3_000_400;

describe(`the progress of an approval (seed ${seed})`, () => {
  it('C6 goes first review, re-check, approval, and is complete after the third', () => {
    const reviews = [review('first-review', 'b'), review('recheck', 'c'), review('approval', 'd')];
    expect([0, 1, 2, 3].map((n) => progressOf(one, reviews.slice(0, n)).due)).toEqual([
      'first-review',
      'recheck',
      'approval',
      null,
    ]);
    expect(progressOf(one, reviews)).toEqual({ complete: true, returned: false, due: null });
  });

  it('PD-17 a return at any step sends it back, whatever the others said', () => {
    for (const step of steps) {
      const reviews = [...steps.map((other) => review(other, other)), review(step, 'somebody', 'return')];
      expect(progressOf(one, reviews)).toEqual({ complete: false, returned: true, due: null });
    }
  });

  it('PD-02 two people wanted are two people: the same person twice is one', () => {
    const two = { ...one, approval: 2 };
    const done = [review('first-review', 'b'), review('recheck', 'c')];
    expect(progressOf(two, [...done, review('approval', 'd'), review('approval', 'd')]).complete).toBe(false);
    expect(progressOf(two, [...done, review('approval', 'd'), review('approval', 'e')]).complete).toBe(true);
  });

  it('PD-02 it is complete only when every step has its people: the slow twin counts step by step', () => {
    const reviews = fc.array(
      fc.record({
        step: fc.constantFrom(...steps),
        personId: fc.constantFrom('a', 'b', 'c', 'd'),
        decision: fc.constant<Decision>('pass'),
      }),
      { maxLength: 12 },
    );
    const people = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(reviews, fc.tuple(people, people, people), (given, [a, b, c]) => {
        const wanted: PeopleWanted = { 'first-review': a, recheck: b, approval: c };
        let all = true;
        for (const step of steps) {
          const seen: string[] = [];
          for (const { step: at, personId } of given) if (at === step && !seen.includes(personId)) seen.push(personId);
          if (seen.length < wanted[step]) all = false;
        }
        return progressOf(wanted, given).complete === all;
      }),
      { seed, numRuns: 500 },
    );
  });

  it('people of one step do not count at another', () => {
    expect(peopleAt('recheck', [review('first-review', 'b'), review('approval', 'c')])).toBe(0);
  });
});
