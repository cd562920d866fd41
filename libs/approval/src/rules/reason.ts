import type { FieldIssue } from '@huiji/kernel';
import type { Decision } from '../model/approval';

/** A reason as it is kept: control characters become blanks, outer blanks fall off; nothing left is no reason. */
export const keptReason = (reason: string | null | undefined): string | null =>
  (reason ?? '').replace(/\p{Cc}+/gu, ' ').trim() || null;

/** A return says why, in 1…500 characters; a pass may say something, at most as much. */
export const reasonIssues = (decision: Decision, reason: string | null | undefined): readonly FieldIssue[] => {
  const text = keptReason(reason) ?? '';
  if (decision === 'return' && text === '') return [{ field: 'reason', code: 'RETURN_REASON_MISSING' }];
  return text.length > 500 ? [{ field: 'reason', code: 'RETURN_REASON_TOO_LONG', facts: { most: '500' } }] : [];
};
