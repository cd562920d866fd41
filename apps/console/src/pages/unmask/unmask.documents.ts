import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const ShowNumber = graphql(
  `
    mutation ShowNumber($input: PersonalNumberShowInput!) {
      personalNumberShow(input: $input) {
        ...RefusalParts
        ... on ShownNumber {
          id
          label
          value
          erased
          showUntil
        }
      }
    }
  `,
  [RefusalParts],
);

export const PersonalExports = graphql(`
  query PersonalExports($first: Int!, $after: String) {
    personalExports(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          columnCode
          purpose
          words
          state
          requestedAt
          refusalReason
          expiresAt
          takenAt
        }
      }
    }
  }
`);

export const RequestExport = graphql(
  `
    mutation RequestExport($input: PersonalExportRequestInput!) {
      personalExportRequest(input: $input) {
        ...RefusalParts
        ... on PersonalExport {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ApproveExport = graphql(
  `
    mutation ApproveExport($input: PersonalExportApproveInput!) {
      personalExportApprove(input: $input) {
        ...RefusalParts
        ... on PersonalExport {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const RefuseExport = graphql(
  `
    mutation RefuseExport($input: PersonalExportRefuseInput!) {
      personalExportRefuse(input: $input) {
        ...RefusalParts
        ... on PersonalExport {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const TakeExport = graphql(
  `
    mutation TakeExport($input: PersonalExportTakeInput!) {
      personalExportTake(input: $input) {
        ...RefusalParts
        ... on PersonalExportTaken {
          csv
        }
      }
    }
  `,
  [RefusalParts],
);
