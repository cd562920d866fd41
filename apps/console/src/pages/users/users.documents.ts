import { graphql, type ResultOf } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const PersonParts = graphql(`
  fragment PersonParts on PersonAccount {
    id
    loginName
    displayName
    disabled
    invited
    secondFactor
    resetAskedAt
    roles {
      id
      role
      endedAt
      organisation {
        id
        nameZh
        nameEn
      }
    }
  }
`);

export const People = graphql(
  `
    query People($first: Int!, $after: String) {
      accounts(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...PersonParts
          }
        }
      }
    }
  `,
  [PersonParts],
);

export const RoleProposals = graphql(`
  query RoleProposals {
    roleProposals {
      id
      kind
      state
      mine
      personName
      role
      organisation {
        nameZh
        nameEn
      }
      proposedByName
      proposedAt
      decidedByName
    }
  }
`);

export const Invite = graphql(
  `
    mutation Invite($input: PersonInviteInput!) {
      personInvite(input: $input) {
        ... on PersonLink {
          linkToken
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const ResetPassword = graphql(
  `
    mutation ResetPassword($input: PersonInput!) {
      personReset(input: $input) {
        ... on PersonLink {
          linkToken
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const Disable = graphql(
  `
    mutation Disable($input: PersonInput!) {
      personDisable(input: $input) {
        ... on PersonAccount {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const Enable = graphql(
  `
    mutation Enable($input: PersonInput!) {
      personEnable(input: $input) {
        ... on PersonAccount {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const GiveRole = graphql(
  `
    mutation GiveRole($input: RoleGiveInput!) {
      roleGive(input: $input) {
        ... on PersonAccount {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const EndRole = graphql(
  `
    mutation EndRole($input: RoleEndInput!) {
      roleEnd(input: $input) {
        ... on PersonAccount {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const ResetSecondFactor = graphql(
  `
    mutation ResetSecondFactor($input: PersonInput!) {
      secondFactorResetPropose(input: $input) {
        ... on Proposal {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const ConfirmProposal = graphql(
  `
    mutation ConfirmProposal($input: ProposalInput!) {
      proposalConfirm(input: $input) {
        ... on Proposal {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const RefuseProposal = graphql(
  `
    mutation RefuseProposal($input: ProposalInput!) {
      proposalRefuse(input: $input) {
        ... on Proposal {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export type Person = ResultOf<typeof PersonParts>;
export type RoleProposal = ResultOf<typeof RoleProposals>['roleProposals'][number];
