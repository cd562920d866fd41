import type { FieldIssue, PlainDate } from '@huiji/kernel';
import { steps } from '../model/approval';
import { policySubjects, type PolicyDraft } from '../model/policy';

export const MOST_BANDS = 20;
export const MOST_FREEZES = 20;
export const MOST_PEOPLE = 9;
export const MOST_DAYS = 60;

const within = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

const daysIssues = ({ days }: PolicyDraft): readonly FieldIssue[] =>
  steps
    .filter((step) => !within(days[step], MOST_DAYS))
    .map((step) => ({
      field: { 'first-review': 'firstReviewDays', recheck: 'recheckDays', approval: 'approvalDays' }[step],
      code: 'POLICY_DAYS_RANGE',
      facts: { most: MOST_DAYS.toString() },
    }));

const bandIssues = ({ bands }: PolicyDraft): readonly FieldIssue[] => {
  if (bands.length === 0 || bands.length > MOST_BANDS)
    return [{ field: 'bands', code: 'POLICY_BANDS_COUNT', facts: { most: MOST_BANDS.toString() } }];
  const people = bands.flatMap((band, index) =>
    steps
      .filter((step) => !within(band.people[step], MOST_PEOPLE))
      .map((step) => ({
        field: `bands.${{ 'first-review': 'firstReviewPeople', recheck: 'recheckPeople', approval: 'approvalPeople' }[step]}`,
        row: index + 1,
        code: 'POLICY_PEOPLE_RANGE',
        facts: { most: MOST_PEOPLE.toString() },
      })),
  );
  const order = bands.flatMap((band, index) => {
    const before = bands[index - 1];
    const fits = before === undefined ? band.fromFen === 0n : band.fromFen > before.fromFen;
    return fits ? [] : [{ field: 'bands.from', row: index + 1, code: 'POLICY_BANDS_ORDER' }];
  });
  return [...people, ...order];
};

const freezeIssues = ({ freezes }: PolicyDraft): readonly FieldIssue[] => {
  if (freezes.length > MOST_FREEZES)
    return [{ field: 'freezes', code: 'POLICY_FREEZES_COUNT', facts: { most: MOST_FREEZES.toString() } }];
  return freezes.flatMap((freeze, index) => {
    const row = index + 1;
    const length = freeze.reason.trim().length;
    return [
      ...(freeze.toOn < freeze.fromOn ? [{ field: 'freezes.toOn', row, code: 'POLICY_FREEZE_ORDER' }] : []),
      ...(length < 1 || length > 200
        ? [{ field: 'freezes.reason', row, code: 'POLICY_TEXT_LENGTH', facts: { most: '200' } }]
        : []),
      ...(freezes.findIndex((other) => other.fromOn === freeze.fromOn) < index
        ? [{ field: 'freezes.fromOn', row, code: 'POLICY_FREEZE_TWICE' }]
        : []),
    ];
  });
};

/** Everything that is wrong with a proposed policy; empty when nothing is. `today` is the business date. */
export const policyIssues = (draft: PolicyDraft, today: PlainDate): readonly FieldIssue[] => {
  const source = draft.source.trim().length;
  return [
    ...((policySubjects as readonly string[]).includes(draft.subjectType)
      ? []
      : [{ field: 'subjectType', code: 'POLICY_SUBJECT_UNKNOWN' }]),
    ...(draft.validFrom < today ? [{ field: 'validFrom', code: 'POLICY_BACKDATED', facts: { today } }] : []),
    ...daysIssues(draft),
    ...bandIssues(draft),
    ...freezeIssues(draft),
    ...(source < 1 || source > 500 ? [{ field: 'source', code: 'POLICY_TEXT_LENGTH', facts: { most: '500' } }] : []),
  ];
};
