import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };
import { BREAK, GraphQLError, visit, type DocumentNode } from 'graphql';
import type { GraphqlContext } from './context';
import type { GraphqlPolicy } from './policy';

const SCHEMA_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type']);

const asksForSchema = (document: DocumentNode): boolean => {
  let asks = false;
  visit(document, {
    Field: ({ name }) => {
      if (!SCHEMA_FIELDS.has(name.value)) return undefined;
      asks = true;
      return BREAK;
    },
  });
  return asks;
};

const asked = new WeakMap<DocumentNode, boolean>();

const hidden = (): GraphQLError =>
  new GraphQLError('The schema is not told here; it is published as schema.graphql (此处不提供架构查询).', {
    extensions: { code: 'INTROSPECTION_CLOSED', http: { status: 400, headers: new Map() } },
  });

const maySee = (policy: GraphqlPolicy['introspection'], { caller }: GraphqlContext): boolean =>
  policy === 'everybody' || (policy === 'people' && caller !== undefined);

const SUGGESTION = / ?Did you mean .+\?$/s;

/**
 * The schema is told to whom the policy says. A stranger is never helped to a name: "Did you mean …?" is cut off.
 */
export const schemaSecrecy = ({
  introspection,
}: Pick<GraphqlPolicy, 'introspection'>): ApolloServerPlugin<GraphqlContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, contextValue }) => {
        if (maySee(introspection, contextValue)) return Promise.resolve();
        const asks = asked.get(document) ?? asksForSchema(document);
        asked.set(document, asks);
        if (asks) throw hidden();
        return Promise.resolve();
      },
      willSendResponse: ({ response, contextValue }) => {
        const { body } = response;
        if (contextValue.caller !== undefined || body.kind !== 'single' || !body.singleResult.errors)
          return Promise.resolve();
        body.singleResult.errors = body.singleResult.errors.map((error) => ({
          ...error,
          message: error.message.replace(SUGGESTION, ''),
        }));
        return Promise.resolve();
      },
    }),
});
