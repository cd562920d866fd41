import type { FieldIssue } from '@huiji/kernel';

export interface ClientWords {
  readonly deviceWords?: string | null | undefined;
  readonly deviceToken?: string | null | undefined;
}

/** What is wrong with what a client says of itself: DEVICE_TOO_LONG (words of 200, a token of 100 characters at most). */
export const clientIssues = ({ deviceWords, deviceToken }: ClientWords): readonly FieldIssue[] => {
  const issues: FieldIssue[] = [];
  if ((deviceWords?.length ?? 0) > 200) issues.push({ field: 'deviceWords', code: 'DEVICE_TOO_LONG' });
  if ((deviceToken?.length ?? 0) > 100) issues.push({ field: 'deviceToken', code: 'DEVICE_TOO_LONG' });
  return issues;
};
