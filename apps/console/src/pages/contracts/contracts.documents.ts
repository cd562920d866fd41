import { graphql } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const Volumes = graphql(`
  query Volumes($periodId: Uuid!, $first: Int!, $after: String) {
    varietyVolumes(periodId: $periodId, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          winnerCount
          ratio
          baseQuantity
          agreedQuantity
          variety {
            id
            genericNameZh
            genericNameEn
            smallestUnitZh
          }
        }
      }
    }
  }
`);

export const MainContracts = graphql(`
  query MainContracts($periodId: Uuid!, $first: Int!, $after: String) {
    mainContracts(periodId: $periodId, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          state
          amount
          agreedQuantity
          subContractCount
          variety {
            genericNameZh
            genericNameEn
            smallestUnitZh
          }
          product {
            code
            strength
          }
          manufacturer {
            nameZh
            nameEn
          }
        }
      }
    }
  }
`);

export const SubContracts = graphql(`
  query SubContracts($periodId: Uuid!, $mainContractId: Uuid, $first: Int!, $after: String) {
    subContracts(periodId: $periodId, mainContractId: $mainContractId, first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          state
          amount
          hospital {
            nameZh
            nameEn
          }
          supplier {
            nameZh
            nameEn
          }
          manufacturer {
            nameZh
            nameEn
          }
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
          lines {
            yearNumber
            startsOn
            endsOn
            agreedQuantity
            amount
            price {
              amount
              units
            }
          }
          signatures {
            party
            signedOn
            onPaper
          }
        }
      }
    }
  }
`);

export const ComputeVolumes = graphql(
  `
    mutation ComputeVolumes($input: PeriodInput!) {
      agreedVolumesCompute(input: $input) {
        ...RefusalParts
        ... on AgreementPeriod {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const MakeContracts = graphql(
  `
    mutation MakeContracts($input: ContractsMakeInputType!) {
      contractsMake(input: $input) {
        ...RefusalParts
        ... on AgreementPeriod {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const SignContracts = graphql(
  `
    mutation SignContracts($input: PeriodInput!) {
      contractsSign(input: $input) {
        ...RefusalParts
        ... on AgreementPeriod {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const SignOnPaper = graphql(
  `
    mutation SignOnPaper($input: PaperSignaturesInput!) {
      contractsSignOnPaper(input: $input) {
        ...RefusalParts
        ... on AgreementPeriod {
          id
        }
      }
    }
  `,
  [RefusalParts],
);

export const ActivateContracts = graphql(
  `
    mutation ActivateContracts($input: PeriodInput!) {
      contractsActivate(input: $input) {
        ...RefusalParts
        ... on AgreementPeriod {
          id
        }
      }
    }
  `,
  [RefusalParts],
);
