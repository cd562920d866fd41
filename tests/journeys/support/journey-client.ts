import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getNamedType, isInputObjectType, isUnionType, type GraphQLSchema } from 'graphql';

export interface Answer<Data> {
  readonly status: number;
  readonly data?: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** A typed "no" as it comes over the wire. */
export interface RefusalView {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly mend: string;
  readonly issues?: readonly {
    readonly field: string;
    readonly row: number | null;
    readonly code: string;
    readonly message: string;
    readonly mend: string;
  }[];
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
}

const REFUSAL = `... on Refusal { code message mend }
  ... on InputRefusal { issues { field row code message mend } }
  ... on StateRefusal { facts { name value } }
  ... on ConflictRefusal { facts { name value } }
  ... on RuleRefusal { facts { name value } }`;

const REFUSALS = /^(NotFound|Input|State|Conflict|Rule)Refusal$/;

interface Outcome {
  readonly __typename: string;
}

const isRefusalView = (outcome: Outcome): outcome is RefusalView => REFUSALS.test(outcome.__typename);

/** One person at the API, through the whole server: parsing, limits, guard, resolvers, row security. */
export class JourneyClient {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly schema: GraphQLSchema,
    /** The access token; undefined for somebody who has not logged in. */
    readonly token: string | undefined,
  ) {}

  /** Sends any operation and returns all of the answer, errors included. */
  async send<Data = Record<string, unknown>>(
    query: string,
    variables: object = {},
    language = 'zh',
  ): Promise<Answer<Data>> {
    const response = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...this.headers(), 'content-type': 'application/json', 'accept-language': language },
      payload: { query, variables },
    });
    return { status: response.statusCode, ...response.json<Omit<Answer<Data>, 'status'>>() };
  }

  /** The data of a query. Throws on any error. */
  async query<Data = Record<string, unknown>>(query: string, variables: object = {}, language = 'zh'): Promise<Data> {
    const answer = await this.send<Data>(query, variables, language);
    if (answer.errors || !answer.data) throw new Error(`${query}\n${JSON.stringify(answer.errors, null, 2)}`);
    return answer.data;
  }

  /**
   * Runs one mutation and returns the selected part of its payload; a request id is made unless the input has one.
   * `mutate('orderConfirm', { orderId }, '{ id state }')`. Throws on errors and on refusals.
   */
  async mutate<Payload = Record<string, unknown>>(name: string, input: object, selection = ''): Promise<Payload> {
    const outcome = await this.outcome(name, input, selection);
    if (isRefusalView(outcome)) throw new Error(`${name} was refused: ${JSON.stringify(outcome, null, 2)}`);
    return outcome as unknown as Payload;
  }

  /** The refusal of one mutation. Throws on errors, and when the mutation succeeds. */
  async refusal(name: string, input: object, language = 'zh'): Promise<RefusalView> {
    const outcome = await this.outcome(name, input, '', language);
    if (!isRefusalView(outcome)) throw new Error(`${name} was to be refused, and gave ${JSON.stringify(outcome)}`);
    return outcome;
  }

  /** The error of one mutation whose input the schema itself refuses: code and path of the variable. */
  async inputError(name: string, input: object): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.send(this.mutation(name, ''), { input: { requestId: randomUUID(), ...input } });
    const [error] = answer.errors ?? [];
    if (!error) throw new Error(`${name} was to be an error, and gave ${JSON.stringify(answer)}`);
    return { status: answer.status, ...error.extensions };
  }

  /** Uploads a file and returns its id. */
  async upload(name: string, content: Buffer | string, mediaType = 'application/octet-stream'): Promise<string> {
    const head = `--part\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${mediaType}\r\n\r\n`;
    const response = await this.app.inject({
      method: 'POST',
      url: '/files',
      headers: { ...this.headers(), 'content-type': 'multipart/form-data; boundary=part' },
      payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--part--\r\n')]),
    });
    const { fileId } = response.json<{ fileId?: string }>();
    if (fileId === undefined) throw new Error(`upload of ${name}: ${response.statusCode} ${response.body}`);
    return fileId;
  }

  /** The bytes of a file, undefined when it is not found. */
  async download(fileId: string): Promise<Buffer | undefined> {
    const response = await this.app.inject({ url: `/files/${fileId}`, headers: this.headers() });
    if (response.statusCode === 404) return undefined;
    if (response.statusCode !== 200) throw new Error(`download: ${response.statusCode} ${response.body}`);
    return response.rawPayload;
  }

  private async outcome(name: string, input: object, selection: string, language = 'zh'): Promise<Outcome> {
    const body = this.completed(name, input);
    const data = await this.query<Record<string, Outcome>>(this.mutation(name, selection), { input: body }, language);
    const outcome = data[name];
    if (!outcome) throw new Error(`${name} gave nothing`);
    return outcome;
  }

  /** The input with a fresh request id, where the mutation takes one. */
  private completed(name: string, input: object): object {
    const arg = this.schema
      .getMutationType()
      ?.getFields()
      [name]?.args.find((each) => each.name === 'input');
    const type = arg && getNamedType(arg.type);
    return isInputObjectType(type) && 'requestId' in type.getFields() ? { requestId: randomUUID(), ...input } : input;
  }

  /** The text of a mutation; types are read from the schema. */
  private mutation(name: string, selection: string): string {
    const field = this.schema.getMutationType()?.getFields()[name];
    if (!field) throw new Error(`no mutation is named ${name}`);
    const union = getNamedType(field.type);
    const input = field.args.find((arg) => arg.name === 'input');
    if (!isUnionType(union) || !input) throw new Error(`${name} is no mutation of ours`);
    const payload = union.getTypes().find((type) => !REFUSALS.test(type.name));
    const wanted = selection ? `... on ${payload?.name ?? ''} ${selection}` : '';
    return `mutation Act($input: ${input.type.toString()}) { ${name}(input: $input) { __typename ${wanted} ${REFUSAL} } }`;
  }

  private headers(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }
}
