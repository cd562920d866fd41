import { steps } from '../model/approval';
import { nextLevelOf, roleOfStep, stepOfRole } from './step-of-role';

describe('the step a person reviews at', () => {
  it('PD-01 follows from the role of the membership, not from what the client says', () => {
    expect(['agency-first-review', 'agency-recheck', 'agency-approval'].map(stepOfRole)).toEqual([
      'first-review',
      'recheck',
      'approval',
    ]);
  });

  it.each(['agency-clerk', 'agency-accounts', 'agency-accounts-check', 'hospital', 'supplier', 'assessor', 'auditor'])(
    '%s reviews nothing',
    (role) => {
      expect(stepOfRole(role)).toBeUndefined();
    },
  );
});

describe('X5 whom a late step is told to', () => {
  it('the next level, and the auditor beyond the last', () => {
    const levels = ['agency-first-review', 'agency-recheck', 'agency-approval', 'auditor'];
    expect(levels.map(nextLevelOf)).toEqual(['agency-recheck', 'agency-approval', 'auditor', 'auditor']);
    expect(['hospital', 'agency-clerk'].map(nextLevelOf)).toEqual(['agency-clerk', 'agency-first-review']);
  });

  it('a step waits for the role that reviews at it', () => {
    for (const step of steps) expect(stepOfRole(roleOfStep[step])).toBe(step);
  });
});
