import { parseIdentityNumber, type FieldIssue, type PlainDate } from '@huiji/kernel';
import type { ApplicationDraft } from '../model/person';
import { disabledLongEnough } from '../../care/rules/care-dates';

/**
 * What is wrong with an application on the day it is entered: APPLICANT_NAME_MISSING, IDENTITY_FORM, IDENTITY_BIRTH_DATE,
 * IDENTITY_CHECK_DIGIT, STREET_MISSING, GRADE_OUT_OF_RANGE, DISABLED_TOO_SHORT (six months), CARE_DATE_IN_FUTURE,
 * RECORD_MISSING, NOT_INSURED, GUARDIAN_INCOMPLETE. No issue carries the identity number.
 */
export const applicationIssues = (draft: ApplicationDraft, appliedOn: PlainDate): readonly FieldIssue[] => {
  const issues: FieldIssue[] = [];
  const text = (field: string, value: string, code: string, max: number): void => {
    if (value.trim() === '') issues.push({ field, code });
    else if ([...value].length > max) issues.push({ field, code: 'CARE_TEXT_TOO_LONG', facts: { max: `${max}` } });
  };
  text('fullName', draft.fullName, 'APPLICANT_NAME_MISSING', 100);
  const identity = parseIdentityNumber(draft.identityNumber, appliedOn);
  if (!identity.ok) issues.push({ field: 'identityNumber', code: identity.refusal.code });
  text('street', draft.street, 'STREET_MISSING', 200);
  if (!Number.isInteger(draft.claimedGrade) || draft.claimedGrade < 0 || draft.claimedGrade > 5)
    issues.push({ field: 'claimedGrade', code: 'GRADE_OUT_OF_RANGE', facts: { grade: `${draft.claimedGrade}` } });
  if (draft.disabledSince > appliedOn) issues.push({ field: 'disabledSince', code: 'CARE_DATE_IN_FUTURE' });
  else if (!disabledLongEnough(draft.disabledSince, appliedOn))
    issues.push({ field: 'disabledSince', code: 'DISABLED_TOO_SHORT', facts: { since: draft.disabledSince } });
  text('treatmentRecord', draft.treatmentRecord, 'RECORD_MISSING', 2000);
  if (!draft.insured) issues.push({ field: 'insured', code: 'NOT_INSURED' });
  if (draft.guardian && (draft.guardian.name.trim() === '' || draft.guardian.relation.trim() === ''))
    issues.push({ field: 'guardian', code: 'GUARDIAN_INCOMPLETE' });
  return issues;
};
