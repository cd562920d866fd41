import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const RunParts = graphql(`
  fragment RunParts on SubsidyRun {
    id
    month
    sequence
    state
    peopleCount
    paidPeopleCount
    lineCount
    exceptionCount
    total
    madeOn
  }
`);

export const Runs = graphql(
  `
    query Runs($month: Month) {
      subsidyRuns(month: $month) {
        ...RunParts
      }
    }
  `,
  [RunParts],
);

export const OneRun = graphql(
  `
    query OneRun($id: Uuid!) {
      subsidyRun(id: $id) {
        ...RunParts
        exceptions {
          personId
          personName
          code
        }
      }
    }
  `,
  [RunParts],
);

export const Lines = graphql(`
  query Lines($runId: Uuid!, $first: Int!, $after: String) {
    subsidyLines(runId: $runId, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          personId
          personName
          month
          payeeType
          payeeId
          days
          amount
        }
      }
    }
  }
`);

export const CreateRun = graphql(
  `
    mutation CreateRun($input: SubsidyRunCreateInput!) {
      subsidyRunCreate(input: $input) {
        ...RefusalParts
        ... on SubsidyRun {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const DiscardRun = graphql(
  `
    mutation DiscardRun($input: SubsidyRunDiscardInput!) {
      subsidyRunDiscard(input: $input) {
        ...RefusalParts
        ... on SubsidyRun {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const HandOverSubsidies = graphql(
  `
    mutation HandOverSubsidies($input: RunHandOverInput!) {
      subsidyRunHandOver(input: $input) {
        ...RefusalParts
        ... on SubsidyRun {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
