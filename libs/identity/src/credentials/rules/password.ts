import type { FieldIssue } from '@huiji/kernel';

/** Shortest password, in characters; in an area marked demonstration the shorter one is enough. */
export const LEAST_PASSWORD = 12;
export const LEAST_DEMONSTRATION_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;

export interface PasswordFacts {
  readonly loginName: string;
  /** Characters that are enough: one of the two above. */
  readonly least: number;
  /** Passwords that many people use, in lower case. */
  readonly common: ReadonlySet<string>;
}

/** What remains when digits and signs at both ends are taken away: "password2024!" is "password". */
const stemOf = (password: string): string => password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

const fewDifferent = (password: string): boolean => new Set(password).size < 5;

/**
 * What is wrong with a new password (ASVS 5 §6.2): PASSWORD_LENGTH (least…128 characters), PASSWORD_COMMON (on the list
 * of common ones, whole or but for digits and signs at its ends; or of fewer than five different characters),
 * PASSWORD_HAS_NAME (the log-in name inside). No rule about kinds of characters.
 */
export const passwordIssues = (
  password: string,
  { loginName, least, common }: PasswordFacts,
  field = 'password',
): readonly FieldIssue[] => {
  const length = [...password].length;
  const facts = { least: least.toString(), longest: LONGEST_PASSWORD.toString() };
  if (length < least || length > LONGEST_PASSWORD) return [{ field, code: 'PASSWORD_LENGTH', facts }];
  const lower = password.toLowerCase();
  if (common.has(lower) || common.has(stemOf(lower)) || fewDifferent(lower))
    return [{ field, code: 'PASSWORD_COMMON' }];
  if (loginName.length >= 3 && lower.includes(loginName)) return [{ field, code: 'PASSWORD_HAS_NAME' }];
  return [];
};
