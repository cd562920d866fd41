import { badInput, ok, type FieldIssue, type Result } from '@huiji/kernel';

export interface UserDraft {
  readonly loginName: string;
  readonly displayName: string;
  readonly password: string;
}

/** Log-in names are compared in lower case and without blanks around them. */
export const normalLoginName = (text: string): string => text.trim().toLowerCase();

/** A draft with a normal log-in name; issues LOGIN_NAME_FORM, DISPLAY_NAME_LENGTH (1…100), PASSWORD_LENGTH (8…128). */
export const checkUserDraft = (draft: UserDraft): Result<UserDraft> => {
  const loginName = normalLoginName(draft.loginName);
  const displayName = draft.displayName.trim();
  const issues: FieldIssue[] = [];
  if (!/^[a-z0-9][a-z0-9._-]{1,63}$/.test(loginName)) issues.push({ field: 'loginName', code: 'LOGIN_NAME_FORM' });
  if (displayName.length < 1 || displayName.length > 100)
    issues.push({ field: 'displayName', code: 'DISPLAY_NAME_LENGTH' });
  if (draft.password.length < 8 || draft.password.length > 128)
    issues.push({ field: 'password', code: 'PASSWORD_LENGTH' });
  return issues.length > 0 ? badInput(issues) : ok({ loginName, displayName, password: draft.password });
};
