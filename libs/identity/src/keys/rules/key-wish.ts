import type { FieldIssue } from '@huiji/kernel';
import { keyScopes, type KeyScope } from '../model/key-scopes';

/** Longest life of a key, in days. */
export const KEY_DAYS = 366;

export interface KeyWish {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** Days from now, 1…366. */
  readonly days: number;
}

/** What is wrong with a wished key: KEY_NAME_LENGTH (1…100), KEY_SCOPES (at least one, known), KEY_DAYS (1…366). */
export const keyIssues = ({ name, scopes, days }: KeyWish): readonly FieldIssue[] => {
  const issues: FieldIssue[] = [];
  const length = name.trim().length;
  if (length < 1 || length > 100) issues.push({ field: 'name', code: 'KEY_NAME_LENGTH' });
  if (scopes.length === 0 || scopes.some((scope) => !keyScopes.includes(scope)))
    issues.push({ field: 'scopes', code: 'KEY_SCOPES' });
  if (!Number.isInteger(days) || days < 1 || days > KEY_DAYS) issues.push({ field: 'days', code: 'KEY_DAYS' });
  return issues;
};
