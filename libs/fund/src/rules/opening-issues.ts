import type { FieldIssue, PlainDate } from '@huiji/kernel';

/** An opening balance is not negative (fen) and not of a day to come. */
export const openingIssues = (
  openingBalanceFen: bigint,
  openingDate: PlainDate,
  businessDate: PlainDate,
): readonly FieldIssue[] => [
  ...(openingBalanceFen < 0n ? [{ field: 'openingBalance', code: 'OPENING_BALANCE_NEGATIVE' }] : []),
  ...(openingDate > businessDate
    ? [{ field: 'openingDate', code: 'OPENING_DATE_IN_FUTURE', facts: { today: businessDate } }]
    : []),
];
