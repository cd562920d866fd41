import { graphql, type ResultOf } from '../../api/graphql';
import { RefusalParts } from '../../api/refusal-parts';

export const Keys = graphql(`
  query Keys {
    apiKeys {
      id
      name
      scopes
      madeByName
      madeAt
      expiresAt
      lastUsedAt
      revokedAt
      organisation {
        nameZh
        nameEn
      }
    }
  }
`);

export const MakeKey = graphql(
  `
    mutation MakeKey($input: ApiKeyMakeInput!) {
      apiKeyMake(input: $input) {
        ... on ApiKey {
          id
          text
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export const RevokeKey = graphql(
  `
    mutation RevokeKey($input: ApiKeyRevokeInput!) {
      apiKeyRevoke(input: $input) {
        ... on ApiKey {
          id
        }
        ...RefusalParts
      }
    }
  `,
  [RefusalParts],
);

export type Key = ResultOf<typeof Keys>['apiKeys'][number];
