import { buildSchema, parse, type GraphQLFieldResolver } from 'graphql';
import { compiledExecutor } from './compiled-executor';

const schema = buildSchema(`
  input BuyInput { name: String!, wrapped: Boolean! = false, count: Int! = 1 }
  type Query { buy(input: BuyInput!): String! }`);
const resolve: GraphQLFieldResolver<unknown, unknown, { input: unknown }> = (_source, { input }) =>
  JSON.stringify(input);
const buy = schema.getQueryType()?.getFields()['buy'];
if (buy) buy.resolve = resolve;

const run = (variables: object) =>
  compiledExecutor(
    schema,
    10,
  )({
    document: parse('query Buy($input: BuyInput!) { buy(input: $input) }'),
    queryHash: 'buy',
    request: { operationName: 'Buy', variables: variables as Record<string, unknown> },
    context: {},
  });

describe('the compiled executor', () => {
  it('takes an input whose fields with a default are left out', async () => {
    const { data, errors } = await run({ input: { name: 'bear' } });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ buy: '{"name":"bear","wrapped":false,"count":1}' });
  });

  it('takes the same input with every field', async () => {
    const { data } = await run({ input: { name: 'bear', wrapped: true, count: 2 } });
    expect(data).toEqual({ buy: '{"name":"bear","wrapped":true,"count":2}' });
  });

  it('refuses a field that is wrong or missing, naming its path', async () => {
    const wrong = await run({ input: { name: 'bear', count: 'two' } });
    expect(wrong.errors?.[0]?.message).toContain('"input.count"');
    const missing = await run({ input: {} });
    expect(missing.data).toBeUndefined();
    expect(missing.errors?.[0]?.message).toContain('"name"');
  });
});
