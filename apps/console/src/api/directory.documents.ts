import { graphql, type ResultOf } from './graphql';

export const OrganisationDirectory = graphql(`
  query OrganisationDirectory($after: String) {
    organisations(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          kind
          nameZh
          nameEn
        }
      }
    }
  }
`);

export type Organisation = ResultOf<typeof OrganisationDirectory>['organisations']['edges'][number]['node'];

export const ProductDirectory = graphql(`
  query ProductDirectory($after: String) {
    products(first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          varietyId
          code
          nameZh
          strength
          unitsPerPack
        }
      }
    }
  }
`);

export type Product = ResultOf<typeof ProductDirectory>['products']['edges'][number]['node'];
