import { graphql } from '../../api/graphql';

export const Actions = graphql(`
  query Actions($subjectType: String, $subjectId: Uuid, $first: Int!, $after: String) {
    actions(subjectType: $subjectType, subjectId: $subjectId, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          subjectType
          subjectId
          fromState
          toState
          reason
          bySystem
          actorName
          businessDate
          at
        }
      }
    }
  }
`);
