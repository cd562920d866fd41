import { fen } from '@huiji/kernel';
import type { ApprovalPolicy, PolicyDraft } from '../model/policy';
import type { ApprovalPolicyProposeInput, ApprovalPolicyType } from './policy.type';

/** A version as the schema shows it. */
export const policyView = ({ days, bands, freezes, ...policy }: ApprovalPolicy): ApprovalPolicyType => ({
  ...policy,
  firstReviewDays: days['first-review'],
  recheckDays: days.recheck,
  approvalDays: days.approval,
  bands: bands.map(({ fromFen, people }) => ({
    from: fen(fromFen),
    firstReviewPeople: people['first-review'],
    recheckPeople: people.recheck,
    approvalPeople: people.approval,
  })),
  freezes: [...freezes],
});

/** A proposal as the service takes it. */
export const policyDraft = (input: ApprovalPolicyProposeInput): PolicyDraft => ({
  subjectType: input.subjectType,
  validFrom: input.validFrom,
  days: { 'first-review': input.firstReviewDays, recheck: input.recheckDays, approval: input.approvalDays },
  bands: input.bands.map((band) => ({
    fromFen: band.from,
    people: {
      'first-review': band.firstReviewPeople,
      recheck: band.recheckPeople,
      approval: band.approvalPeople,
    },
  })),
  freezes: input.freezes,
  source: input.source,
});
