import { graphql, type ResultOf } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const Delegations = graphql(`
  query Delegations {
    delegations {
      id
      fromName
      toName
      mine
      role
      fromDate
      untilDate
      reason
      revokedAt
    }
  }
`);

export const Colleagues = graphql(`
  query Colleagues {
    colleagues {
      membershipId
      displayName
      role
    }
  }
`);

export const MakeDelegation = graphql(
  `
    mutation MakeDelegation($input: DelegationMakeInput!) {
      delegationMake(input: $input) {
        ... on Delegation {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const RevokeDelegation = graphql(
  `
    mutation RevokeDelegation($input: DelegationRevokeInput!) {
      delegationRevoke(input: $input) {
        ... on Delegation {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export type Delegation = ResultOf<typeof Delegations>['delegations'][number];
