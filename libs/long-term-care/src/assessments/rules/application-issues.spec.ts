import { plainDate } from '@huiji/kernel';
import type { ApplicationDraft } from '../model/person';
import { applicationIssues } from './application-issues';

const today = plainDate('2021-08-02');
/** 11010519491231002X is the example of GB 11643 itself. */
const draft: ApplicationDraft = {
  fullName: '张小三',
  identityNumber: '11010519491231002X',
  street: '七星岗街道',
  claimedGrade: 3,
  disabledSince: plainDate('2020-11-01'),
  treatmentRecord: '脑梗死后遗症，2020-11 出院小结',
  insured: true,
  guardian: { name: '张大三', relation: '儿子' },
};
const codes = (over: Partial<ApplicationDraft>): readonly string[] =>
  applicationIssues({ ...draft, ...over }, today).map(({ field, code }) => `${field} ${code}`);

describe('an application', () => {
  it('D1 with everything in order has no issue, with or without a guardian', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ guardian: null })).toEqual([]);
  });

  it.each([
    [{ fullName: '  ' }, 'fullName APPLICANT_NAME_MISSING'],
    [{ fullName: '张'.repeat(101) }, 'fullName CARE_TEXT_TOO_LONG'],
    [{ identityNumber: '110105194912310021' }, 'identityNumber IDENTITY_CHECK_DIGIT'],
    [{ identityNumber: '1101051949123100' }, 'identityNumber IDENTITY_FORM'],
    [{ street: '' }, 'street STREET_MISSING'],
    [{ claimedGrade: 6 }, 'claimedGrade GRADE_OUT_OF_RANGE'],
    [{ claimedGrade: 2.5 }, 'claimedGrade GRADE_OUT_OF_RANGE'],
    [{ disabledSince: plainDate('2021-02-03') }, 'disabledSince DISABLED_TOO_SHORT'],
    [{ disabledSince: plainDate('2021-08-03') }, 'disabledSince CARE_DATE_IN_FUTURE'],
    [{ treatmentRecord: '' }, 'treatmentRecord RECORD_MISSING'],
    [{ insured: false }, 'insured NOT_INSURED'],
    [{ guardian: { name: '张大三', relation: ' ' } }, 'guardian.relation GUARDIAN_INCOMPLETE'],
  ])('D1 %j has the issue %s', (over, issue) => {
    expect(codes(over)).toEqual([issue]);
  });

  it('D1 six months to the day are enough', () => {
    expect(codes({ disabledSince: plainDate('2021-02-02') })).toEqual([]);
  });

  it('no issue carries the identity number', () => {
    const issues = applicationIssues({ ...draft, identityNumber: '110105194912310021', insured: false }, today);
    expect(JSON.stringify(issues)).not.toContain('1101051949');
  });
});
