import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { GraphqlContext } from './context';

/** Codes of errors that are the caller's to mend: their words go out as they are. */
const TOLD: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'QUERY_TOO_LARGE',
  'UNKNOWN_OPERATION',
  'INTROSPECTION_CLOSED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
]);

const INTERNAL = 'Something broke on our side (系统内部错误).';

const PATH = /^Variable "\$([A-Za-z0-9_]+)"(?:.*? at "([^"]+)")?/s;

/** "input.amount" out of graphql-js's words about a variable. */
const variablePath = (message: string): string | undefined => {
  const match = PATH.exec(message);
  return match?.[2] ?? match?.[1];
};

/** Errors as the log knows them, so that the answer can name the same trace id. */
const traces = new WeakMap<object, string>();

const codeOf = (error: GraphQLFormattedError): string => {
  const code = error.extensions?.['code'];
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
};

/** What leaves: the caller's own faults readable, ours opaque with the trace id that finds them in the log. */
export const formatError = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
  const code = codeOf(formatted);
  const traceId = typeof error === 'object' && error !== null ? traces.get(error) : undefined;
  const place = { ...(formatted.path ? { path: formatted.path } : {}) };
  if (!TOLD.has(code))
    return {
      message: INTERNAL,
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', ...(traceId ? { traceId } : {}) },
    };
  const variable = code === 'BAD_USER_INPUT' ? variablePath(formatted.message) : undefined;
  return {
    message: formatted.message,
    ...place,
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    extensions: { code, ...(variable ? { variable } : {}) },
  };
};

const isOurs = (error: GraphQLError): boolean => {
  const code = error.extensions['code'];
  return typeof code !== 'string' || !TOLD.has(code);
};

/** What the log keeps of an error: kind, words, place. Values of a statement that failed (parameters, detail) stay out. */
const forLog = (error: unknown): object => {
  if (!(error instanceof Error)) return { type: typeof error };
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack,
  };
};

/**
 * Writes our own errors to the log with the trace id that the answer carries.
 * Variables and the words of callers' faults stay out of the log: they may hold personal data.
 */
export const errorReport = (logger: Logger): ApolloServerPlugin<GraphqlContext> => ({
  // What never reached an operation: at the gate the caller's fault, anything else ours.
  contextCreationDidFail: ({ error }) => {
    const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
    if (typeof code === 'string' && TOLD.has(code)) logger.info({ code }, 'operation refused');
    else logger.error({ err: forLog(error) }, 'nobody could be recognised');
    return Promise.resolve();
  },
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue, operationName }) => {
        for (const error of errors) {
          const { traceId } = contextValue;
          traces.set(error, traceId);
          const cause = unwrapResolverError(error);
          if (isOurs(error))
            logger.error({ traceId, operationName, path: error.path, err: forLog(cause) }, 'operation failed');
          else
            logger.info(
              { traceId, operationName, path: error.path, code: error.extensions['code'] },
              'operation refused',
            );
        }
        return Promise.resolve();
      },
    }),
});
