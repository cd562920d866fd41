import { periodStates } from '../model/round.types';
import { periodTransitions } from './period-states';

describe('states of an agreement period', () => {
  it('A7 goes forward only: planned, allocated, contracted, in force', () => {
    const steps = periodStates.map((state) => Object.values(periodTransitions[state]));
    expect(steps).toEqual([['allocated'], ['contracted'], ['in-force'], []]);
  });
});
