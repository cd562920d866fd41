import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';
import { AssessmentInFull, PersonParts } from './care.fragments.documents';

export const Applications = graphql(
  `
    query Applications($state: ApplicationState, $first: Int!, $after: String) {
      applications(state: $state, first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            state
            claimedGrade
            appliedOn
            person {
              ...PersonParts
            }
            assessment {
              id
              state
              visitOn
              assessedGrade
              confirmedGrade
            }
          }
        }
      }
    }
  `,
  [PersonParts],
);

export const Funnel = graphql(`
  query Funnel {
    careFunnel {
      applied
      accepted
      returned
      assessed
      passed
      notPassed
    }
  }
`);

export const OneApplication = graphql(
  `
    query OneApplication($id: Uuid!) {
      application(id: $id) {
        id
        state
        claimedGrade
        disabledSince
        treatmentRecord
        guardianName
        guardianRelation
        appliedOn
        returnReason
        person {
          ...PersonParts
        }
        assessment {
          ...AssessmentInFull
        }
      }
    }
  `,
  [PersonParts, AssessmentInFull],
);

export const Roster = graphql(`
  query Roster {
    assessors {
      id
      fullName
      organisationId
      expert
      certificateExpiresOn
    }
  }
`);

export const SubmitApplication = graphql(
  `
    mutation SubmitApplication($input: ApplicationSubmitInput!) {
      applicationSubmit(input: $input) {
        ...RefusalParts
        ... on Application {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const AcceptApplication = graphql(
  `
    mutation AcceptApplication($input: ApplicationAcceptInput!) {
      applicationAccept(input: $input) {
        ...RefusalParts
        ... on Application {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ReturnApplication = graphql(
  `
    mutation ReturnApplication($input: ApplicationReturnInput!) {
      applicationReturn(input: $input) {
        ...RefusalParts
        ... on Application {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const AssignVisit = graphql(
  `
    mutation AssignVisit($input: VisitAssignInput!) {
      visitAssign(input: $input) {
        ...RefusalParts
        ... on Assessment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const StartPublicity = graphql(
  `
    mutation StartPublicity($input: PublicityStartInput!) {
      publicityStart(input: $input) {
        ...RefusalParts
        ... on Assessment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const FileObjection = graphql(
  `
    mutation FileObjection($input: ObjectionFileInput!) {
      objectionFile(input: $input) {
        ...RefusalParts
        ... on Assessment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const DecideObjection = graphql(
  `
    mutation DecideObjection($input: ObjectionDecideInput!) {
      objectionDecide(input: $input) {
        ...RefusalParts
        ... on Assessment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ConfirmGrade = graphql(
  `
    mutation ConfirmGrade($input: GradeConfirmInput!) {
      gradeConfirm(input: $input) {
        ...RefusalParts
        ... on Assessment {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
