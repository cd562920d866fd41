import { graphql, type ResultOf } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const MembershipParts = graphql(`
  fragment MembershipParts on Membership {
    id
    role
    onBehalfOf
    area {
      code
      nameZh
      nameEn
      demonstration
      businessDate
    }
    organisation {
      id
      nameZh
      nameEn
    }
  }
`);

export const SessionParts = graphql(
  `
    fragment SessionParts on Session {
      accessToken
      refreshToken
      deviceToken
      recoveryCodes
      viewer {
        loginName
        displayName
        membership {
          ...MembershipParts
        }
        memberships {
          ...MembershipParts
        }
      }
    }
  `,
  [MembershipParts],
);

export const LogIn = graphql(
  `
    mutation LogIn($input: LogInInput!) {
      logIn(input: $input) {
        ...SessionParts
        ... on SecondFactorWanted {
          ticket
          next
        }
        ...RefusalParts
      }
    }
  `,
  [SessionParts, RefusalParts],
);

export const Renew = graphql(
  `
    mutation Renew($input: RefreshInput!) {
      refresh(input: $input) {
        ...SessionParts
        ...RefusalParts
      }
    }
  `,
  [SessionParts, RefusalParts],
);

export const SignOut = graphql(`
  mutation SignOut($input: SignOutInput!) {
    signOut(input: $input) {
      __typename
    }
  }
`);

export const Viewer = graphql(
  `
    query Viewer {
      me {
        displayName
        membership {
          ...MembershipParts
        }
        memberships {
          ...MembershipParts
        }
      }
    }
  `,
  [MembershipParts],
);

export type Membership = ResultOf<typeof MembershipParts>;
