import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';
import { PaymentParts } from '../payments/payments.documents';

export const BatchParts = graphql(`
  fragment BatchParts on PaymentBatch {
    id
    year
    number
    state
    madeOn
    lockedOn
    lineCount
    sum
    sealSha256
    releasedOn
    messageId
    sentOn
    settledOn
    madeBy {
      id
      displayName
    }
  }
`);

export const Batches = graphql(
  `
    query Batches($first: Int!, $after: String) {
      batches(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...BatchParts
          }
        }
      }
    }
  `,
  [BatchParts],
);

export const OneBatch = graphql(
  `
    query OneBatch($id: Uuid!) {
      batch(id: $id) {
        ...BatchParts
        stateSums {
          state
          count
          sum
        }
      }
    }
  `,
  [BatchParts],
);

export const BatchLines = graphql(
  `
    query BatchLines($id: Uuid!, $first: Int!, $after: String) {
      batch(id: $id) {
        id
        lines(first: $first, after: $after) {
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
    }
  `,
  [PaymentParts],
);

export const LockBatch = graphql(
  `
    mutation LockBatch($input: BatchLockInput!) {
      batchLock(input: $input) {
        ...RefusalParts
        ... on PaymentBatch {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const DiscardBatch = graphql(
  `
    mutation DiscardBatch($input: BatchDiscardInput!) {
      batchDiscard(input: $input) {
        ...RefusalParts
        ... on PaymentBatch {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const WithdrawBatch = graphql(
  `
    mutation WithdrawBatch($input: BatchWithdrawInput!) {
      batchWithdraw(input: $input) {
        ...RefusalParts
        ... on PaymentBatch {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ReviewBatch = graphql(
  `
    mutation ReviewBatch($input: BatchReviewInput!) {
      batchReview(input: $input) {
        ...RefusalParts
        ... on PaymentBatch {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
