import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const SealState = graphql(`
  query SealState {
    auditSealState {
      lastSeal {
        number
        head
        sealedAt
      }
      unsealedCount
      unsealedSince
      longestTransactionSeconds
    }
  }
`);

export const Seals = graphql(`
  query Seals($first: Int!, $after: String) {
    auditSeals(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          number
          head
          firstPosition
          rowCount
          sealedAt
        }
      }
    }
  }
`);

export const SealHeads = graphql(`
  query SealHeads {
    auditSealHeads
  }
`);

export const Verifications = graphql(`
  query Verifications {
    auditVerifications(first: 20) {
      edges {
        node {
          id
          askedAt
          finishedAt
          doneRows
          totalRows
          sealCount
          findingCount
          findings {
            kind
            seal
            actionId
            seq
          }
          tailCount
          tailSince
        }
      }
    }
  }
`);

export const Verify = graphql(
  `
    mutation Verify($input: AuditVerifyInput!) {
      auditVerify(input: $input) {
        ...RefusalParts
        ... on SealVerification {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
