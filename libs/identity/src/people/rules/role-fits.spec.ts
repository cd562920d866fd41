import { roleFits } from './role-fits';

describe('a role belongs to a kind of organisation', () => {
  it.each([
    ['hospital', 'hospital', true],
    ['hospital', 'agency', false],
    ['supplier', 'supplier', true],
    ['supplier', 'manufacturer', true],
    ['assessor', 'assessment-institution', true],
    ['agency-clerk', 'agency', true],
    ['agency-clerk', 'hospital', false],
    ['auditor', 'agency', true],
    ['administrator', 'supplier', false],
  ])('%s for %s: %s', (role, kind, fits) => {
    expect(roleFits(role, kind)).toBe(fits);
  });
});
