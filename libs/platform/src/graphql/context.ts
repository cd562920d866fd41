import type { FastifyRequest } from 'fastify';
import type { Caller } from '../requests/caller';
import type { Language, WordsTable } from './words-table';

/** What one GraphQL request knows: who calls, in which language to answer, and the id that finds it in the log. */
export interface GraphqlContext {
  readonly req: FastifyRequest;
  readonly caller: Caller | undefined;
  readonly language: Language;
  readonly traceId: string;
  readonly words: WordsTable;
}

/** Reads who calls from the Authorization header; identity implements it. Undefined: nobody, or a token that is not (any longer) ours. */
export abstract class CallerReader {
  abstract read(authorization: string | undefined, clientAddress: string): Promise<Caller | undefined>;
}

/** One thing per request, made on first use: `const loader = perRequest((context) => new DataLoader(…))`, then `loader(context)`. */
export const perRequest = <T extends object>(
  make: (context: GraphqlContext) => T,
): ((context: GraphqlContext) => T) => {
  const made = new WeakMap<GraphqlContext, T>();
  return (context) => {
    const known = made.get(context);
    if (known) return known;
    const fresh = make(context);
    made.set(context, fresh);
    return fresh;
  };
};
