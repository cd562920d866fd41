import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const Payables = graphql(`
  query Payables($state: PayableState, $kind: PayableKind, $first: Int!, $after: String) {
    payables(state: $state, kind: $kind, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          sourceId
          amount
          dueDate
          state
          openedOn
          heldReason
          heldSince
          payee {
            id
            type
            name
          }
          hospital {
            nameZh
            nameEn
          }
        }
      }
    }
  }
`);

export const CreateBatch = graphql(
  `
    mutation CreateBatch($input: BatchCreateInput!) {
      batchCreate(input: $input) {
        ...RefusalParts
        ... on PaymentBatch {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
