import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };
import { GraphQLError, visit, type DocumentNode } from 'graphql';

/** PostgreSQL keeps no zero byte in a text, and no half of a surrogate pair in a document. */
const canBeKept = (text: string): boolean => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);

/** Where in a value a text stands that cannot be kept: "input.lines[0].reason". */
const placeOf = (value: unknown, path: string): string | undefined => {
  if (typeof value === 'string') return canBeKept(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const place = placeOf(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
    if (place !== undefined) return place;
  }
  return undefined;
};

const WORDS = 'Text must be well-formed Unicode without U+0000 (文本含有无法保存的字符).';

const refuseText = (message: string): never => {
  throw new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400, headers: new Map() } },
  });
};

const checkLiterals = (document: DocumentNode): void => {
  visit(document, {
    StringValue: ({ value }) => {
      if (!canBeKept(value)) refuseText(WORDS);
    },
  });
};

const checked = new WeakSet<DocumentNode>();

/** Refuses texts that no column can keep before anything runs, and names the variable that holds one. */
export const checkTexts = (document: DocumentNode, variables: Readonly<Record<string, unknown>>): void => {
  if (!checked.has(document)) checkLiterals(document);
  checked.add(document);
  for (const [name, value] of Object.entries(variables)) {
    const place = placeOf(value, name);
    if (place !== undefined) refuseText(`Variable "$${name}" got an invalid value at "${place}"; ${WORDS}`);
  }
};

/** The check as a plugin of the server. */
export const textGuard = (): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, request }) => {
        checkTexts(document, request.variables ?? {});
        return Promise.resolve();
      },
    }),
});
