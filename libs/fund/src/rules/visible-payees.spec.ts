import { visiblePayees } from './visible-payees';

const other = { payeeType: 'organisation', payeeId: 'other' } as const;

describe('whose accounts a caller sees', () => {
  it.each(['hospital', 'supplier'])('X1 C18 a %s sees its own only, whatever it asks for', (role) => {
    const own = { payeeType: 'organisation', payeeId: 'own' };
    expect(visiblePayees({ role, organisationId: 'own' }, other)).toEqual(own);
    expect(visiblePayees({ role, organisationId: 'own' }, {})).toEqual(own);
  });

  it.each(['agency-clerk', 'agency-accounts', 'auditor'])('%s sees all, or those asked for', (role) => {
    expect(visiblePayees({ role, organisationId: 'agency' }, {})).toBeNull();
    expect(visiblePayees({ role, organisationId: 'agency' }, other)).toEqual(other);
    expect(visiblePayees({ role, organisationId: 'agency' }, { payeeId: 'x' })).toBeNull();
  });
});
