import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { FastifyRequest } from 'fastify';
import type { GraphqlPolicy } from './policy';

const refusal = (code: string, message: string, status = 400): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status, headers: new Map() } } });

/** The text of the operation as it came, whatever else is wrong with the request. */
const textOf = ({ body, query }: FastifyRequest): string | undefined => {
  const asked = [body, query].map((part) =>
    typeof part === 'object' && part !== null && 'query' in part ? part.query : undefined,
  );
  return asked.find((text) => typeof text === 'string');
};

/**
 * Stands before the parser: a text that is too long, or that is not among the known operations, costs a hash and no
 * more. Throws QUERY_TOO_LARGE or UNKNOWN_OPERATION.
 */
export const passGate = ({ limits, known }: Pick<GraphqlPolicy, 'limits' | 'known'>, req: FastifyRequest): void => {
  const text = textOf(req);
  if (text === undefined) return;
  if (text.length > limits.characters)
    throw refusal(
      'QUERY_TOO_LARGE',
      `The query is too large: characters ${text.length.toString()}, at most ${limits.characters.toString()}.`,
    );
  if (known && !known.has(createHash('sha256').update(text).digest('hex')))
    throw refusal('UNKNOWN_OPERATION', 'Only the operations of the console run here (仅接受已登记的操作).', 403);
};
