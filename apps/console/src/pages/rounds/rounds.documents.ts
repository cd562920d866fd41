import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const PeriodParts = graphql(`
  fragment PeriodParts on AgreementPeriod {
    id
    roundId
    sequence
    startsOn
    endsOn
    state
    supplyAreaNote
    awardCount
    contractAmount
    years {
      id
      yearNumber
      startsOn
      endsOn
    }
  }
`);

export const Rounds = graphql(
  `
    query Rounds($first: Int!, $after: String) {
      rounds(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            code
            nameZh
            nameEn
            kind
            announcedOn
            sourceNote
            periods {
              ...PeriodParts
            }
          }
        }
      }
    }
  `,
  [PeriodParts],
);

export const OnePeriod = graphql(
  `
    query OnePeriod($id: Uuid!) {
      agreementPeriod(id: $id) {
        ...PeriodParts
      }
    }
  `,
  [PeriodParts],
);

export const Awards = graphql(`
  query Awards($periodId: Uuid!, $first: Int!, $after: String) {
    awards(periodId: $periodId, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          role
          share
          winnerCount
          supplyAreas
          sourceRow
          sourceStatus
          supplementNote
          variety {
            genericNameZh
            genericNameEn
            smallestUnitZh
          }
          product {
            id
            code
            strength
            unitsPerPack
          }
          manufacturer {
            nameZh
            nameEn
          }
          price {
            amount
            units
          }
        }
      }
    }
  }
`);

export const RatioTables = graphql(`
  query RatioTables {
    ratioTables {
      id
      name
      validFrom
      validTo
      ordinary
      antibiotic
      legalBasis
    }
  }
`);

export const OpenRound = graphql(
  `
    mutation OpenRound($input: RoundOpenInput!) {
      roundOpen(input: $input) {
        ...RefusalParts
        ... on Round {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const PlanPeriod = graphql(
  `
    mutation PlanPeriod($input: AgreementPeriodPlanInput!) {
      agreementPeriodPlan(input: $input) {
        ...RefusalParts
        ... on AgreementPeriod {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ImportAwards = graphql(
  `
    mutation ImportAwards($input: AwardsImportInputType!) {
      awardsImport(input: $input) {
        ...RefusalParts
        ... on AgreementPeriod {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
