import type { FieldIssue } from '@huiji/kernel';

export interface UserDraft {
  readonly loginName: string;
  readonly displayName: string;
  readonly password: string;
}

/** Log-in names are compared in lower case and without blanks around them. */
export const normalLoginName = (text: string): string => text.trim().toLowerCase();

/** What is wrong with the names of a person: LOGIN_NAME_FORM, DISPLAY_NAME_LENGTH (1…100 characters). */
export const checkPersonNames = (draft: Pick<UserDraft, 'loginName' | 'displayName'>): readonly FieldIssue[] => {
  const issues: FieldIssue[] = [];
  const length = draft.displayName.trim().length;
  if (!/^[a-z0-9][a-z0-9._-]{1,63}$/.test(normalLoginName(draft.loginName)))
    issues.push({ field: 'loginName', code: 'LOGIN_NAME_FORM' });
  if (length < 1 || length > 100) issues.push({ field: 'displayName', code: 'DISPLAY_NAME_LENGTH' });
  return issues;
};
