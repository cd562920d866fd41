import { GraphQLObjectType, GraphQLSchema, GraphQLString, parse, type GraphQLFieldConfig } from 'graphql';
import { joinPermissions, type Permissions } from '../requests/permission';
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
  const secret = (name: string): Record<string, GraphQLFieldConfig<unknown, unknown>> => ({
    [name]: { type: GraphQLString, resolve: () => 'in' },
  });

  it('X1 stops the start when an operation has no row in the table of permissions, and names it', () => {
    const open = schemaOf({ ...secret('safe'), ...secret('open') });
    expect(() => guardOperations(open, { safe: 'public' })).toThrow(
      'operations without a row in permissions.ts of their library: open',
    );
  });

  it('X1 stops the start when a row has no operation, or an operation two rows', () => {
    const rows: Permissions = { x: 'public', gone: { auditor: 'area' } };
    expect(() => guardOperations(schemaOf(secret('x')), rows)).toThrow(
      'rows of permissions without an operation: gone',
    );
    expect(() => joinPermissions([rows, { gone: 'public' }])).toThrow('operations with two rows of permissions: gone');
  });

  it('a name that every object has is no row', () => {
    expect(() => guardOperations(schemaOf(secret('constructor')), {})).toThrow('constructor');
  });

  it('lets in the roles of the row, and tells nobody from the wrong role', async () => {
    const schema = guardOperations(schemaOf(secret('x')), { x: { hospital: 'organisation' } });
    expect(await run(schema, '{ x }', { caller: toyCaller('hospital') })).toEqual({ x: 'in' });
    expect(await run(schema, '{ x }', { caller: toyCaller('supplier') })).toEqual(['FORBIDDEN']);
    expect(await run(schema, '{ x }', {})).toEqual(['UNAUTHENTICATED']);
  });

  it('binds a key to its list of operations, whatever its role may', async () => {
    const schema = guardOperations(schemaOf({ ...secret('x'), ...secret('y') }), {
      x: { hospital: 'organisation' },
      y: { hospital: 'organisation' },
    });
    const caller = { ...toyCaller('hospital'), operations: new Set(['x']) };
    expect(await run(schema, '{ x }', { caller })).toEqual({ x: 'in' });
    expect(await run(schema, '{ y }', { caller })).toEqual(['FORBIDDEN']);
  });

  it('says the roles and their reach in the description', () => {
    const schema = guardOperations(schemaOf(secret('x')), { x: { auditor: 'area', hospital: 'organisation' } });
    expect(schema.getQueryType()?.getFields()['x']?.description).toContain(
      'Roles (角色): hospital (organisation), auditor (area).',
    );
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
