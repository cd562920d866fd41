import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';
import { SessionParts } from './log-in.documents';

export const LogInIssuers = graphql(`
  query LogInIssuers {
    logInIssuers {
      slug
      name
    }
  }
`);

export const LogInSecondFactor = graphql(
  `
    mutation LogInSecondFactor($input: LogInSecondFactorInput!) {
      logInSecondFactor(input: $input) {
        ...SessionParts
        ...RefusalParts
      }
    }
  `,
  [SessionParts, RefusalParts],
);

export const LogInWithCode = graphql(
  `
    mutation LogInWithCode($input: LogInWithCodeInput!) {
      logInWithCode(input: $input) {
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

export const StartEnrolment = graphql(
  `
    mutation StartEnrolment($input: EnrolmentStartInput!) {
      secondFactorStart(input: $input) {
        ... on SecondFactorEnrolment {
          otpauthUri
          secret
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const SetPassword = graphql(
  `
    mutation SetPassword($input: PasswordSetInput!) {
      passwordSet(input: $input) {
        ... on PasswordSet {
          loginName
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const AskReset = graphql(
  `
    mutation AskReset($input: PasswordResetAskInput!) {
      passwordResetAsk(input: $input) {
        ... on ResetAsked {
          done
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);
