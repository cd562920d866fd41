import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const PaymentParts = graphql(`
  fragment PaymentParts on Payment {
    id
    batchId
    payableId
    lineNo
    attempt
    previousPaymentId
    amount
    holderName
    accountMasked
    cnaps
    state
    instructionId
    releasedOn
    sentOn
    acceptedOn
    decidedOn
    heardAt
    statusCode
    reasonCode
    reasonText
    payee {
      id
      type
      name
    }
  }
`);

export const Payments = graphql(
  `
    query Payments($state: PaymentState, $batchId: Uuid, $first: Int!, $after: String) {
      payments(state: $state, batchId: $batchId, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...PaymentParts
          }
        }
      }
    }
  `,
  [PaymentParts],
);

export const OnePayment = graphql(
  `
    query OnePayment($id: Uuid!) {
      payment(id: $id) {
        ...PaymentParts
      }
    }
  `,
  [PaymentParts],
);

export const BankExceptions = graphql(`
  query BankExceptions($first: Int!, $after: String) {
    bankExceptions(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          code
          fileName
          messageId
          instructionId
          paymentId
          amount
          bookedOn
          reasonText
          readOn
        }
      }
    }
  }
`);

export const AskBank = graphql(
  `
    mutation AskBank($input: PaymentStatusQueryInput!) {
      paymentStatusQuery(input: $input) {
        ...RefusalParts
        ... on Payment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
