import { daysInclusive, type FieldIssue, type PlainDate } from '@huiji/kernel';

/** Most days of a delegation, both ends counted. */
export const DELEGATION_DAYS = 90;

export interface DelegationWish {
  readonly fromDate: PlainDate;
  readonly untilDate: PlainDate;
  readonly reason: string;
}

/**
 * What is wrong with a wished delegation (授权委托): DELEGATION_IN_PAST (begins before the business date),
 * DELEGATION_ENDS_FIRST, DELEGATION_TOO_LONG (more than 90 days), REASON_LENGTH (1…500 characters).
 */
export const delegationIssues = (
  { fromDate, untilDate, reason }: DelegationWish,
  businessDate: PlainDate,
): readonly FieldIssue[] => {
  const issues: FieldIssue[] = [];
  const length = reason.trim().length;
  if (fromDate < businessDate) issues.push({ field: 'fromDate', code: 'DELEGATION_IN_PAST' });
  if (untilDate < fromDate) issues.push({ field: 'untilDate', code: 'DELEGATION_ENDS_FIRST' });
  else if (daysInclusive(fromDate, untilDate) > DELEGATION_DAYS)
    issues.push({ field: 'untilDate', code: 'DELEGATION_TOO_LONG' });
  if (length < 1 || length > 500) issues.push({ field: 'reason', code: 'DELEGATION_REASON' });
  return issues;
};
