import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';
import { AssessmentInFull, AssessmentParts } from '../applications/care.fragments.documents';

export const MyAssessments = graphql(
  `
    query MyAssessments($state: AssessmentState, $first: Int!, $after: String) {
      assessments(state: $state, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...AssessmentParts
            mySheet {
              state
              submittedAt
            }
          }
        }
      }
    }
  `,
  [AssessmentParts],
);

export const MyAssessment = graphql(
  `
    query MyAssessment($id: Uuid!) {
      assessment(id: $id) {
        ...AssessmentInFull
      }
    }
  `,
  [AssessmentInFull],
);

export const SaveSheet = graphql(
  `
    mutation SaveSheet($input: SheetSaveInput!) {
      sheetSave(input: $input) {
        ...RefusalParts
        ... on Assessment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const SubmitSheet = graphql(
  `
    mutation SubmitSheet($input: SheetSubmitInput!) {
      sheetSubmit(input: $input) {
        ...RefusalParts
        ... on Assessment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const SubmitConclusion = graphql(
  `
    mutation SubmitConclusion($input: ConclusionSubmitInput!) {
      conclusionSubmit(input: $input) {
        ...RefusalParts
        ... on Assessment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
