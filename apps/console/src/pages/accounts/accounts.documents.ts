import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const BankAccountParts = graphql(`
  fragment BankAccountParts on BankAccount {
    id
    state
    holderName
    bankName
    cnaps
    cnapsCheckFits
    accountNumberMasked
    enteredOn
    decidedOn
    returnReason
    enteredBy {
      id
      displayName
    }
    decidedBy {
      displayName
    }
  }
`);

export const PayeeAccounts = graphql(
  `
    query PayeeAccounts($state: BankAccountState, $payeeType: PayeeType, $first: Int!, $after: String) {
      payeeAccounts(state: $state, payeeType: $payeeType, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...BankAccountParts
            revision
            sharedWith
            payee {
              id
              type
              name
            }
          }
        }
      }
    }
  `,
  [BankAccountParts],
);

export const TheFundAccount = graphql(
  `
    query TheFundAccount {
      fundAccount {
        ...BankAccountParts
        openingBalance
        openingDate
      }
    }
  `,
  [BankAccountParts],
);

export const EnterPayeeAccount = graphql(
  `
    mutation EnterPayeeAccount($input: PayeeAccountEnterInput!) {
      payeeAccountEnter(input: $input) {
        ...RefusalParts
        ... on PayeeAccount {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ConfirmPayeeAccount = graphql(
  `
    mutation ConfirmPayeeAccount($input: PayeeAccountConfirmInput!) {
      payeeAccountConfirm(input: $input) {
        ...RefusalParts
        ... on PayeeAccount {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ReturnPayeeAccount = graphql(
  `
    mutation ReturnPayeeAccount($input: PayeeAccountReturnInput!) {
      payeeAccountReturn(input: $input) {
        ...RefusalParts
        ... on PayeeAccount {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const EnterFundAccount = graphql(
  `
    mutation EnterFundAccount($input: FundAccountEnterInput!) {
      fundAccountEnter(input: $input) {
        ...RefusalParts
        ... on FundAccount {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ConfirmFundAccount = graphql(
  `
    mutation ConfirmFundAccount($input: FundAccountConfirmInput!) {
      fundAccountConfirm(input: $input) {
        ...RefusalParts
        ... on FundAccount {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ReturnFundAccount = graphql(
  `
    mutation ReturnFundAccount($input: FundAccountReturnInput!) {
      fundAccountReturn(input: $input) {
        ...RefusalParts
        ... on FundAccount {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
