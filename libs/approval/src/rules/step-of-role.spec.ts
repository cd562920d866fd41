import { stepOfRole } from './step-of-role';

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
