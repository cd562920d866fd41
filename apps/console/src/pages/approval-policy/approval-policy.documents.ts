import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const Policies = graphql(`
  query Policies {
    approvalPolicies {
      id
      subjectType
      state
      validFrom
      firstReviewDays
      recheckDays
      approvalDays
      bands {
        from
        firstReviewPeople
        recheckPeople
        approvalPeople
      }
      freezes {
        fromOn
        toOn
        reason
      }
      source
      proposedOn
    }
  }
`);

export const ProposePolicy = graphql(
  `
    mutation ProposePolicy($input: ApprovalPolicyProposeInput!) {
      approvalPolicyPropose(input: $input) {
        ...RefusalParts
        ... on ApprovalPolicy {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ReviewPolicy = graphql(
  `
    mutation ReviewPolicy($input: ApprovalPolicyReviewInput!) {
      approvalPolicyReview(input: $input) {
        ...RefusalParts
        ... on ApprovalPolicy {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const WithdrawPolicy = graphql(
  `
    mutation WithdrawPolicy($input: ApprovalPolicyWithdrawInput!) {
      approvalPolicyWithdraw(input: $input) {
        ...RefusalParts
        ... on ApprovalPolicy {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
