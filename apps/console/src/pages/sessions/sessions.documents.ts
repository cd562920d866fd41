import { graphql, type ResultOf } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const MyAccount = graphql(`
  query MyAccount {
    myAccount {
      id
      secondFactor
      secondFactorDemanded
      recoveryCodesLeft
      logIns {
        id
        madeAt
        lastUsedAt
        expiresAt
        clientAddress
        deviceWords
        secondFactor
        current
      }
    }
  }
`);

export const EndLogIn = graphql(
  `
    mutation EndLogIn($input: LogInEndInput!) {
      logInEnd(input: $input) {
        ... on OwnAccount {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const ChangePassword = graphql(
  `
    mutation ChangePassword($input: PasswordChangeInput!) {
      passwordChange(input: $input) {
        ... on OwnAccount {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const EnrolSecondFactor = graphql(
  `
    mutation EnrolSecondFactor($input: SecondFactorEnrolInput!) {
      secondFactorEnrol(input: $input) {
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

export const ConfirmSecondFactor = graphql(
  `
    mutation ConfirmSecondFactor($input: SecondFactorCodeInput!) {
      secondFactorConfirm(input: $input) {
        ... on RecoveryCodes {
          codes
          left
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const RenewRecoveryCodes = graphql(
  `
    mutation RenewRecoveryCodes($input: SecondFactorCodeInput!) {
      recoveryCodesRenew(input: $input) {
        ... on RecoveryCodes {
          codes
          left
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export type Account = ResultOf<typeof MyAccount>['myAccount'];
