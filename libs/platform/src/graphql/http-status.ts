import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };

/** Whether the client asked for the older media type by name, and not for the newer one. */
const asksForJson = (accept: string | undefined): boolean =>
  accept !== undefined &&
  accept.includes('application/json') &&
  !accept.includes('application/graphql-response+json') &&
  !accept.includes('*/*');

/**
 * GraphQL over HTTP: a client that asks for application/json gets 200 and the errors in the body when its document
 * cannot be parsed, validated or given its variables; every other client gets 400.
 */
export const httpStatus = (): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response }) => {
        const { http } = response;
        if (http.status === 400 && asksForJson(request.http?.headers.get('accept'))) http.status = 200;
        return Promise.resolve();
      },
    }),
});
