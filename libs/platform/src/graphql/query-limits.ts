import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };
import {
  GraphQLError,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { Measurer, type Measure, type Variables } from './query-measure';

export interface QueryLimits {
  /** Most UTF-16 units of the text. */
  readonly characters: number;
  /** Most tokens (names, numbers, punctuation). */
  readonly tokens: number;
  /** Most times that one word stands in the text. */
  readonly repeats: number;
  /** Deepest nesting of fields; introspection is not counted. */
  readonly depth: number;
  /** Most aliases in one operation, fragments counted as often as they are used. */
  readonly aliases: number;
  /** Most directives in one operation, fragments counted as often as they are used. */
  readonly directives: number;
  /** Most fields an answer may have: every field counts one, a page's fields `first` times, a list's five times. */
  readonly cost: number;
  /** Most fields at the root of one query, those of fragments among them. */
  readonly rootFields: number;
  /** Most acts in one mutation, in fragments or not: nobody tries twenty passwords in one request. */
  readonly acts: number;
}

export const defaultLimits: QueryLimits = {
  characters: 60_000,
  tokens: 4_000,
  repeats: 100,
  depth: 12,
  aliases: 30,
  directives: 50,
  cost: 20_000,
  rootFields: 20,
  acts: 5,
};

/** The error of a query beyond a limit, in words. */
export const tooMuch = (what: string, limit: number, found: number): GraphQLError =>
  new GraphQLError(`The query is too large: ${what} ${found.toString()}, at most ${limit.toString()}.`, {
    extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400, headers: new Map() } },
  });

const measures = new WeakMap<OperationDefinitionNode, Measure>();

const measureOf = (schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Measure => {
  const known = measures.get(operation);
  if (known) return known;
  const measure = new Measurer(schema, document, operation).measure();
  measures.set(operation, measure);
  return measure;
};

export interface Measured {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
}

/** Measures an operation and stops at the first limit it breaks. */
export const checkLimits = (limits: QueryLimits, { schema, document, operation, variables }: Measured): void => {
  const { depth, aliases, directives, fields, cost } = measureOf(schema, document, operation);
  const check = (what: string, limit: number, found: number): void => {
    if (found > limit) throw tooMuch(what, limit, found);
  };
  check('depth', limits.depth, depth);
  check('aliases', limits.aliases, aliases);
  check('directives', limits.directives, directives);
  if (operation.operation === OperationTypeNode.MUTATION) check('acts', limits.acts, fields);
  else check('root fields', limits.rootFields, fields);
  check('fields', limits.cost, cost(variables));
};

/** Every limit that can be told from a document, checked before anything runs; a document is measured once. */
export const queryLimits = (limits: QueryLimits = defaultLimits): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request }) => {
        if (operation) checkLimits(limits, { schema, document, operation, variables: request.variables ?? {} });
        return Promise.resolve();
      },
    }),
});
