import { randomUUID } from 'node:crypto';
import { getNamedType, isInputObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { RefusalView } from '../support/journey-client';
import type { Input } from './case';
import type { World } from './world';

const REFUSAL = `... on Refusal { code message mend } ... on InputRefusal { issues { field row code message mend } }`;

/** What a mutation answered: refused in words, refused by the schema, broken, or done. */
export type Heard =
  | { readonly kind: 'refusal'; readonly refusal: RefusalView }
  | { readonly kind: 'schema'; readonly code: unknown; readonly variable: unknown; readonly message: string }
  | { readonly kind: 'broken'; readonly words: string }
  | { readonly kind: 'done'; readonly words: string };

/** Asks mutations by name with any input, bad ones too, and says what was answered. */
export class Asker {
  readonly mutations: Readonly<Record<string, GraphQLField<unknown, unknown>>>;

  constructor(
    private readonly world: World,
    schema: GraphQLSchema,
  ) {
    this.mutations = schema.getMutationType()?.getFields() ?? {};
  }

  /** A body with a fresh request id, where the mutation takes one. */
  complete(name: string, input: Input): Input {
    const arg = this.mutations[name]?.args.find((each) => each.name === 'input');
    const type = arg && getNamedType(arg.type);
    const takesId = isInputObjectType(type) && 'requestId' in type.getFields();
    return takesId ? { requestId: randomUUID(), ...input } : input;
  }

  async ask(login: string, name: string, input: Input, language = 'zh'): Promise<Heard> {
    const arg = this.mutations[name]?.args.find((each) => each.name === 'input');
    const text = `mutation Bad($input: ${arg?.type.toString() ?? ''}) { ${name}(input: $input) { __typename ${REFUSAL} } }`;
    const client = await this.world.as(login);
    const answer = await client.send<Record<string, RefusalView>>(text, { input }, language);
    const [error] = answer.errors ?? [];
    if (answer.status >= 500) return { kind: 'broken', words: `${answer.status} ${JSON.stringify(answer)}` };
    if (error) {
      const { code, variable } = error.extensions;
      if (code !== 'BAD_USER_INPUT') return { kind: 'broken', words: JSON.stringify(error) };
      return { kind: 'schema', code, variable, message: error.message };
    }
    const outcome = answer.data?.[name];
    if (outcome?.__typename.endsWith('Refusal') === true) return { kind: 'refusal', refusal: outcome };
    return { kind: 'done', words: JSON.stringify(answer.data) };
  }
}

/** Words for a heard answer, short enough for a list of what went wrong. */
export const told = (heard: Heard): string => {
  if (heard.kind === 'refusal') {
    const issues = heard.refusal.issues?.map(({ field, row, code }) => `${field}@${row ?? '-'}:${code}`) ?? [];
    return [heard.refusal.code, ...issues].join(' ');
  }
  return heard.kind === 'schema'
    ? `schema ${String(heard.variable)}: ${heard.message}`
    : `${heard.kind} ${heard.words}`;
};

/** The parts of a refusal that lack words for whoever has to mend it. */
export const withoutMend = (refusal: RefusalView): readonly string[] =>
  [refusal, ...(refusal.issues ?? [])]
    .filter(({ message, mend }) => message.trim() === '' || mend.trim() === '')
    .map(({ code }) => code);
