import { parseIdentityNumber, type FieldIssue, type PlainDate } from '@huiji/kernel';
import type { ApplicationDraft } from '../model/person';
import { disabledLongEnough } from '../../care/rules/care-dates';
import { textIssues } from '../../rules/text-issues';

/**
 * What is wrong with an application on the day it is entered: APPLICANT_NAME_MISSING, IDENTITY_FORM, IDENTITY_BIRTH_DATE,
 * IDENTITY_CHECK_DIGIT, STREET_MISSING, GRADE_OUT_OF_RANGE, DISABLED_TOO_SHORT (six months), CARE_DATE_IN_FUTURE,
 * RECORD_MISSING, NOT_INSURED, GUARDIAN_INCOMPLETE. No issue carries the identity number.
 */
export const applicationIssues = (draft: ApplicationDraft, appliedOn: PlainDate): readonly FieldIssue[] => {
  const issues: FieldIssue[] = [];
  const text = (...given: Parameters<typeof textIssues>): void => {
    issues.push(...textIssues(...given));
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
  if (draft.guardian) {
    text('guardian.name', draft.guardian.name, 'GUARDIAN_INCOMPLETE', 100);
    text('guardian.relation', draft.guardian.relation, 'GUARDIAN_INCOMPLETE', 40);
  }
  return issues;
};
