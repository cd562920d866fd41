import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../generated/schema';

/** Wire forms of our scalars: all travel as text (money in yuan with two decimals), so no figure is ever a float. */
interface Scalars {
  Fen: string;
  Quantity: string;
  PlainDate: string;
  Month: string;
  Uuid: string;
  DateTime: string;
  BasisPoints: number;
}

/** Typed GraphQL documents: variables and results follow schema.graphql. */
export const graphql = initGraphQLTada<{ introspection: introspection; scalars: Scalars; disableMasking: true }>();

export type { ResultOf, VariablesOf, TadaDocumentNode as Document } from 'gql.tada';
