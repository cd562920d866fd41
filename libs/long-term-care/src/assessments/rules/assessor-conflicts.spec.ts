import { plainDate } from '@huiji/kernel';
import { checkAssessors, type RosterEntry } from './assessor-conflicts';

const visitOn = plainDate('2021-09-10');
const entry = (id: string, over: Partial<RosterEntry> = {}): RosterEntry => ({
  id,
  userId: `user-${id}`,
  organisationId: 'house',
  expert: false,
  certificateExpiresOn: plainDate('2022-12-31'),
  ...over,
});
const team = [entry('a', { expert: true }), entry('b')];
const codes = (assessors: readonly RosterEntry[], conflicts: Parameters<typeof checkAssessors>[2] = []) => {
  const checked = checkAssessors(assessors, visitOn, conflicts);
  return checked.ok ? [] : checked.refusal.issues.map(({ field, code }) => `${field} ${code}`);
};

describe('who may assess', () => {
  it('D4 two different people, one of them an expert', () => {
    expect(codes(team)).toEqual([]);
    expect(codes([entry('a'), entry('b')])).toEqual(['assessorIds NO_EXPERT']);
    expect(codes([entry('a', { expert: true })])).toEqual(['assessorIds TWO_ASSESSORS_NEEDED']);
    expect(codes([...team, entry('c')])).toEqual(['assessorIds TWO_ASSESSORS_NEEDED']);
    const twice = [entry('a', { expert: true }), entry('b', { userId: 'user-a' })];
    expect(codes(twice)).toEqual(['assessorIds SAME_ASSESSOR']);
  });

  it('D4 a certificate counts on the day of the visit', () => {
    expect(codes([entry('a', { expert: true }), entry('b', { certificateExpiresOn: visitOn })])).toEqual([]);
    const expired = entry('b', { certificateExpiresOn: plainDate('2021-09-09') });
    expect(codes([entry('a', { expert: true }), expired])).toEqual(['assessorIds.1 CERTIFICATE_EXPIRED']);
  });

  it.each(['kin', 'carer', 'care-provider', 'assessed-before'] as const)('D4 %s of the person is refused', (reason) => {
    expect(codes(team, [{ assessorId: 'b', reason }])).toEqual(['assessorIds.1 ASSESSOR_IN_CONFLICT']);
    expect(codes(team, [{ assessorId: 'other', reason }])).toEqual([]);
  });
});
