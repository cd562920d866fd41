import { plainDate } from '@huiji/kernel';
import type { PolicyDraft } from '../model/policy';
import { policyIssues } from './policy-issues';
import { shippedPolicy } from './policy-plan';

const today = plainDate('2020-07-01');
const good: PolicyDraft = {
  ...shippedPolicy,
  subjectType: 'payment-batch',
  validFrom: today,
  source: '市局〔2020〕1号',
};
const wrong = (over: Partial<PolicyDraft>): readonly (readonly [string, string, number | undefined])[] =>
  policyIssues({ ...good, ...over }, today).map(({ field, code, row }) => [field, code, row]);
const people = { 'first-review': 1, recheck: 1, approval: 1 };

describe('X5 what is wrong with a proposed policy', () => {
  it('nothing with a good one, from today on', () => {
    expect(wrong({})).toEqual([]);
  });

  it('PD-04 no step can be left to nobody', () => {
    const bands = [{ fromFen: 0n, people: { ...people, recheck: 0 } }];
    expect(wrong({ bands })).toEqual([['bands.recheckPeople', 'POLICY_PEOPLE_RANGE', 1]]);
    expect(wrong({ bands: [] })).toEqual([['bands', 'POLICY_BANDS_COUNT', undefined]]);
  });

  it('bands begin at nothing and rise', () => {
    const from = (fromFen: bigint) => ({ fromFen, people });
    expect(wrong({ bands: [from(1n)] })).toEqual([['bands.from', 'POLICY_BANDS_ORDER', 1]]);
    expect(wrong({ bands: [from(0n), from(5n), from(5n)] })).toEqual([['bands.from', 'POLICY_BANDS_ORDER', 3]]);
  });

  it('it does not reach back, a freeze does not end before it begins, and the texts have a measure', () => {
    const freeze = { fromOn: plainDate('2021-01-05'), toOn: plainDate('2020-12-28'), reason: ' ' };
    expect(wrong({ validFrom: plainDate('2020-06-30'), freezes: [freeze], source: '', subjectType: 'x' })).toEqual([
      ['subjectType', 'POLICY_SUBJECT_UNKNOWN', undefined],
      ['validFrom', 'POLICY_BACKDATED', undefined],
      ['freezes.toOn', 'POLICY_FREEZE_ORDER', 1],
      ['freezes.reason', 'POLICY_TEXT_LENGTH', 1],
      ['source', 'POLICY_TEXT_LENGTH', undefined],
    ]);
    const good2 = { fromOn: today, toOn: today, reason: '结账' };
    expect(wrong({ freezes: [good2, good2] })).toEqual([['freezes.fromOn', 'POLICY_FREEZE_TWICE', 2]]);
    const days = { 'first-review': 0, recheck: 61, approval: 1.5 };
    expect(wrong({ days }).map(([field]) => field)).toEqual(['firstReviewDays', 'recheckDays', 'approvalDays']);
  });
});
