import type { FieldIssue } from '@huiji/kernel';

/** What is wrong with a text that must be there: `missing` when it is blank, CARE_TEXT_TOO_LONG above `max` characters. */
export const textIssues = (field: string, value: string, missing: string, max: number): readonly FieldIssue[] => {
  if (value.trim() === '') return [{ field, code: missing }];
  return [...value].length > max ? [{ field, code: 'CARE_TEXT_TOO_LONG', facts: { max: `${max}` } }] : [];
};
