import { createHash } from 'node:crypto';
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { GraphqlPolicy } from './policy';
import { tooMuch } from './query-limits';

const refusal = (code: string, message: string, status = 400): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status, headers: new Map() } } });

/** The text of the operation as it came, whatever else is wrong with the request. */
const textOf = ({ body, query }: FastifyRequest): string | undefined => {
  const asked = [body, query].map((part) =>
    typeof part === 'object' && part !== null && 'query' in part ? part.query : undefined,
  );
  return asked.find((text) => typeof text === 'string');
};

/** Texts that were counted before, and how much of them is remembered. */
const counted = new LRUCache<string, true>({ maxSize: 1_000_000, sizeCalculation: (_, text) => text.length });

/**
 * Counts words without parsing: each rule of validation compares fields of one name with each other, so that a word
 * written a thousand times costs a million comparisons.
 */
const countWords = ({ tokens, repeats }: GraphqlPolicy['limits'], text: string): void => {
  if (counted.has(text)) return;
  const lexer = new Lexer(new Source(text));
  const seen = new Map<string, number>();
  for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count += 1) {
    if (count >= tokens) throw tooMuch('tokens', tokens, count + 1);
    const { kind, value } = lexer.token;
    if (kind !== TokenKind.NAME) continue;
    const times = (seen.get(value) ?? 0) + 1;
    if (times > repeats) throw tooMuch(`times ${value}`, repeats, times);
    seen.set(value, times);
  }
  if (text.length > 0) counted.set(text, true);
};

const isSyntaxError = (error: unknown): boolean =>
  error instanceof GraphQLError && error.message.startsWith('Syntax Error');

/**
 * Stands before the parser: a text that is too long, repeats itself, or is not among the known operations, costs a
 * hash or a count and no more. Throws QUERY_TOO_LARGE or UNKNOWN_OPERATION.
 */
export const passGate = ({ limits, known }: Pick<GraphqlPolicy, 'limits' | 'known'>, req: FastifyRequest): void => {
  const text = textOf(req);
  if (text === undefined) return;
  if (text.length > limits.characters) throw tooMuch('characters', limits.characters, text.length);
  if (known && !known.has(createHash('sha256').update(text).digest('hex')))
    throw refusal('UNKNOWN_OPERATION', 'Only the operations of the console run here (仅接受已登记的操作).', 403);
  try {
    countWords(limits, text);
  } catch (error) {
    // What is no GraphQL is told where it is parsed.
    if (!isSyntaxError(error)) throw error;
  }
};
