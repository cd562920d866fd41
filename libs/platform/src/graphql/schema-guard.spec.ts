import { GraphQLObjectType, GraphQLSchema, GraphQLString, parse, type GraphQLFieldConfig } from 'graphql';
import { guardOperations } from './access';
import { compiledExecutor } from './compiled-executor';
import { perRequest, type GraphqlContext } from './context';
import { dropPlainResolvers } from './jit-apollo.driver';
import { toyCaller } from './testing/toy-app';

const schemaOf = (fields: Record<string, GraphQLFieldConfig<unknown, unknown>>): GraphQLSchema =>
  new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) });

const run = async (schema: GraphQLSchema, text: string, context: object): Promise<unknown> => {
  const execution = { document: parse(text), queryHash: text, request: {}, context };
  const { data, errors } = await compiledExecutor(schema, 10)(execution);
  return errors ? errors.map(({ extensions }) => extensions['code']) : { ...data };
};

describe('the guard of operations', () => {
  it('X1 stops the start when an operation does not say who may run it, and names it', () => {
    const open = schemaOf({
      safe: { type: GraphQLString, extensions: { access: 'public' } },
      open: { type: GraphQLString },
    });
    expect(() => guardOperations(open)).toThrow('operations without @Allow or @Public: Query.open');
  });

  it('lets in the roles that are named, and tells nobody from the wrong role', async () => {
    const schema = guardOperations(
      schemaOf({ x: { type: GraphQLString, extensions: { access: ['hospital'] }, resolve: () => 'in' } }),
    );
    expect(await run(schema, '{ x }', { caller: toyCaller('hospital') })).toEqual({ x: 'in' });
    expect(await run(schema, '{ x }', { caller: toyCaller('supplier') })).toEqual(['FORBIDDEN']);
    expect(await run(schema, '{ x }', {})).toEqual(['UNAUTHENTICATED']);
  });

  it('says the roles in the description', () => {
    const schema = guardOperations(
      schemaOf({ x: { type: GraphQLString, extensions: { access: ['hospital', 'auditor'] } } }),
    );
    expect(schema.getQueryType()?.getFields()['x']?.description).toContain('Roles (角色): hospital, auditor.');
  });
});

describe('the compiled executor', () => {
  const rootFieldResolver = (root: unknown): unknown => (root as Record<string, unknown>)['name'];

  it('takes away resolvers that only read the property of their name, and keeps every other', () => {
    const schema = schemaOf({
      name: { type: GraphQLString, resolve: rootFieldResolver },
      other: { type: GraphQLString, resolve: rootFieldResolver },
      own: { type: GraphQLString, resolve: () => 'own' },
    });
    const fields = dropPlainResolvers(schema).getQueryType()?.getFields() ?? {};
    expect(Object.values(fields).map(({ name, resolve }) => [name, resolve !== undefined])).toEqual([
      ['name', false],
      ['other', true],
      ['own', true],
    ]);
  });

  it('keeps apart two operations of one document', async () => {
    const schema = schemaOf({
      a: { type: GraphQLString, resolve: () => 'a' },
      b: { type: GraphQLString, resolve: () => 'b' },
    });
    const execute = compiledExecutor(schema, 1);
    const document = parse('query A { a } query B { b }');
    for (const [operationName, data] of [
      ['A', { a: 'a' }],
      ['B', { b: 'b' }],
      ['A', { a: 'a' }],
    ] as const)
      expect(await execute({ document, queryHash: 'h', request: { operationName }, context: {} })).toEqual({ data });
  });

  it('gives what a field throws its path and its cause', async () => {
    const cause = new Error('broken');
    const schema = schemaOf({
      x: {
        type: GraphQLString,
        resolve: () => {
          throw cause;
        },
      },
    });
    const execution = { document: parse('{ x }'), queryHash: 'x', request: {}, context: {} };
    const { data, errors } = await compiledExecutor(schema, 1)(execution);
    expect(data).toEqual({ x: null });
    expect(errors?.[0]).toMatchObject({ message: 'broken', path: ['x'], originalError: cause });
  });
});

describe('one thing per request', () => {
  it('is made on first use, once for each request', () => {
    let made = 0;
    const loader = perRequest(() => ({ n: (made += 1) }));
    const [one, two] = [{}, {}] as GraphqlContext[] as [GraphqlContext, GraphqlContext];
    expect([loader(one).n, loader(one).n, loader(two).n, loader(one).n]).toEqual([1, 1, 2, 1]);
  });
});
