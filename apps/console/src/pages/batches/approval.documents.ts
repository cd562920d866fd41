import { graphql } from '../../api/graphql';

export const ApprovalOf = graphql(`
  query ApprovalOf($subjectType: String!, $subjectId: Uuid!) {
    approvalRounds(subjectType: $subjectType, subjectId: $subjectId) {
      id
      state
      due
      approvalPeople
      plan {
        step
        people
        days
      }
      clerk {
        displayName
      }
      reviews {
        id
        step
        decision
        reason
        reviewedOn
        reviewedAt
        person {
          displayName
        }
        onBehalfOf {
          displayName
        }
      }
    }
  }
`);
