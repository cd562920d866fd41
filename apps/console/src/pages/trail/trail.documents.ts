import { graphql } from '../../api/graphql';

export const Actions = graphql(`
  query Actions(
    $subjectType: String
    $subjectId: Uuid
    $actorId: Uuid
    $kind: String
    $requestId: Uuid
    $from: PlainDate
    $to: PlainDate
    $first: Int!
    $after: String
  ) {
    actions(
      subjectType: $subjectType
      subjectId: $subjectId
      actorId: $actorId
      kind: $kind
      requestId: $requestId
      from: $from
      to: $to
      first: $first
      after: $after
    ) {
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
          actorId
          actorName
          onBehalfOfName
          requestId
          clientAddress
          personalFacts
          facts {
            name
            value
          }
          businessDate
          at
        }
      }
    }
  }
`);

export const ActionsCsv = graphql(`
  query ActionsCsv(
    $subjectType: String
    $subjectId: Uuid
    $actorId: Uuid
    $kind: String
    $requestId: Uuid
    $from: PlainDate
    $to: PlainDate
  ) {
    actionsCsv(
      subjectType: $subjectType
      subjectId: $subjectId
      actorId: $actorId
      kind: $kind
      requestId: $requestId
      from: $from
      to: $to
    )
  }
`);
