import { randomUUID } from 'node:crypto';
import { getNamedType, isUnionType, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Input } from '../journeys/bad-input/case';
import type { Answer, JourneyClient } from '../journeys/support/journey-client';
import { fullSelection, ROWS } from './selection';

type AnyField = GraphQLField<unknown, unknown>;
type Outcome = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** What was answered to one operation: its data, or the code of its error. */
export interface Told {
  readonly code: unknown;
  readonly data: unknown;
}

const REFUSAL = `... on Refusal { refusalCode: code refusalWords: message mend }
  ... on InputRefusal { issues { field row code } } ... on StateRefusal { facts { name value } }
  ... on ConflictRefusal { facts { name value } } ... on RuleRefusal { facts { name value } }`;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** A whole answer apart from the ids in it. */
export const apartFromIds = ({ code, data }: Told): string => JSON.stringify({ code, data }).replaceAll(UUID, '<id>');

export const succeeded = (name: string, { code, data }: Told): boolean => {
  const outcome = (data as Readonly<Record<string, Outcome | null>> | null)?.[name];
  return code === undefined && outcome !== null && outcome !== undefined && !outcome.__typename.endsWith('Refusal');
};

/** The code of a refusal, of an error, or undefined for a success. */
export const codeOf = (name: string, told: Told): unknown =>
  told.code ?? (told.data as Readonly<Record<string, { refusalCode?: string }>> | null)?.[name]?.refusalCode;

/** Asks operations over real HTTP, with every field selected to a depth. */
export class HttpAsker {
  /** Rows that a query may be asked for with all its fields. */
  private readonly pages = new Map<string, number>();
  private readonly texts = new Map<string, string>();
  /** Every field that a query asked for, as "Type.field". */
  readonly selected = new Set<string>();

  constructor(
    private readonly address: string,
    private readonly schema: GraphQLSchema,
    private readonly depths: Readonly<Record<string, number>>,
    private readonly operation = 'Walk',
  ) {}

  /** Another asker of the same server, whose queries have another name: the server compiles them anew. */
  renamed(operation: string): HttpAsker {
    return new HttpAsker(this.address, this.schema, this.depths, operation);
  }

  async send(client: JourneyClient, text: string, variables: object): Promise<Told> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'zh',
        ...(client.token === undefined ? {} : { authorization: `Bearer ${client.token}` }),
      },
      body: JSON.stringify({ query: text, variables }),
    });
    const answer = (await response.json()) as Omit<Answer<unknown>, 'status'>;
    return { code: answer.errors?.[0]?.extensions['code'], data: answer.data ?? null };
  }

  /** Runs a mutation; a request id is made unless the input has one. */
  act(client: JourneyClient, name: string, input: Input): Promise<Told> {
    return this.send(client, this.text('mutation', name), { input: { requestId: randomUUID(), ...input } });
  }

  /** Asks a query with all fields of what it answers with. */
  async ask(client: JourneyClient, name: string, args: Input): Promise<Told> {
    const text = this.text('query', name);
    if (!text.includes('$first')) return this.send(client, text, args);
    const first = this.pages.get(name) ?? ROWS;
    const told = await this.send(client, text, { first, ...args });
    if (told.code !== 'QUERY_TOO_LARGE' || first === 1) return told;
    this.pages.set(name, Math.max(1, Math.floor(first / 3)));
    return this.ask(client, name, args);
  }

  private field(kind: 'query' | 'mutation', name: string): AnyField {
    const type = kind === 'query' ? this.schema.getQueryType() : this.schema.getMutationType();
    const field = type?.getFields()[name];
    if (!field) throw new Error(`no ${kind} is named ${name}`);
    return field;
  }

  private text(kind: 'query' | 'mutation', name: string): string {
    const known = this.texts.get(name);
    if (known !== undefined) return known;
    const field = this.field(kind, name);
    const declared = field.args.map(
      (arg) => `$${arg.name}: ${arg.type.toString().replace(/!$/, arg.defaultValue === undefined ? '!' : '')}`,
    );
    const given = field.args.map((arg) => `${arg.name}: $${arg.name}`);
    const bracket = (parts: readonly string[]): string => (parts.length > 0 ? `(${parts.join(', ')})` : '');
    const text = `${kind} ${this.operation}${bracket(declared)} { ${name}${bracket(given)} ${this.selectionOf(field)} }`;
    this.texts.set(name, text);
    return text;
  }

  private selectionOf(field: AnyField): string {
    const { type } = field;
    const named = getNamedType(type);
    if (!isUnionType(named)) return fullSelection(type, this.depths[field.name] ?? 3, [], this.selected);
    const [payload] = named.getTypes().filter((member) => !member.name.endsWith('Refusal'));
    if (!payload) throw new Error(`${named.name} has no payload`);
    return `{ __typename ... on ${payload.name} ${fullSelection(payload, 2)} ${REFUSAL} }`;
  }
}
