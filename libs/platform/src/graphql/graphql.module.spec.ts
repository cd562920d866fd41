import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ask, logLines, toyApp } from './testing/toy-app';

describe('the GraphQL endpoint', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await toyApp();
  });
  afterAll(() => app.close());

  const buy =
    'mutation Buy($input: ToyBuyInput!) { toyBuy(input: $input) { __typename ... on Toy { place price day name } ... on Refusal { code message mend } ... on InputRefusal { issues { field row code message mend } } ... on RuleRefusal { facts { name value } } } }';
  const requestId = '0190c6a4-5c1e-7b1a-9f00-1234567890ab';

  it('answers a page of a list after the Cursor Connections specification', async () => {
    const list =
      'query ($after: String) { toys(first: 50, after: $after) { edges { cursor node { place price name } } pageInfo { hasNextPage hasPreviousPage endCursor } } }';
    const places: number[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { body } = await ask(app, list, { as: 'hospital', variables: { after } });
      expect(body.errors).toBeUndefined();
      const toys = body.data?.['toys'] as {
        edges: { node: { place: number; price: string; name: string } }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
      };
      places.push(...toys.edges.map(({ node }) => node.place));
      expect(toys.edges[1]?.node).toEqual({
        place: page * 50 + 1,
        price: ((page * 50 + 1) * 1.01).toFixed(2),
        name: 'bear',
      });
      expect(toys.pageInfo).toMatchObject({ hasNextPage: page < 2, hasPreviousPage: page > 0 });
      after = toys.pageInfo.endCursor;
    }
    expect(places).toEqual(Array.from({ length: 120 }, (_, place) => place));
  });

  it('refuses a page of more than 200 rows and a cursor of another list, by name', async () => {
    const tooMany = await ask(app, '{ toys(first: 201) { pageInfo { hasNextPage } } }', { as: 'hospital' });
    expect(tooMany.body.errors?.[0]).toMatchObject({ message: '"first" is a whole number within 1…200, got 201.' });
    const foreign = Buffer.from('["others","1"]').toString('base64url');
    const cursor = await ask(app, `{ toys(after: "${foreign}") { pageInfo { hasNextPage } } }`, { as: 'hospital' });
    expect(cursor.body.errors?.[0]).toMatchObject({
      message: '"after" is not a cursor of this list.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('X1 denies every operation to nobody and to a role that is not allowed', async () => {
    const nobody = await ask(app, '{ toys { pageInfo { hasNextPage } } }');
    expect(nobody.body.errors?.[0]?.extensions).toEqual({ code: 'UNAUTHENTICATED' });
    const supplier = await ask(app, '{ toys { pageInfo { hasNextPage } } }', { as: 'supplier' });
    expect(supplier.body.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
    const auditor = await ask(app, buy, { as: 'auditor', variables: { input: { requestId, price: '1.00' } } });
    expect(auditor.body.errors?.[0]?.extensions).toEqual({ code: 'FORBIDDEN' });
    expect((await ask(app, '{ greeting(name: "x") }')).body.data).toEqual({ greeting: 'hello x' });
  });

  it('answers a mutation with its payload', async () => {
    const { body } = await ask(app, buy, { as: 'hospital', variables: { input: { requestId, price: '1234.5' } } });
    expect(body).toEqual({
      data: { toyBuy: { __typename: 'Toy', place: 8, price: '1234.50', day: '2020-07-01', name: 'bear' } },
    });
  });

  it('takes values written into the text as it takes variables: bigint, day and defaults of variables', async () => {
    const text = `mutation ($price: Fen! = "2.50") { a: toyBuy(input: { requestId: "${requestId}", price: "1234.5" }) { ... on Toy { price day } } b: toyBuy(input: { requestId: "${requestId}", price: $price }) { ... on Toy { price } } }`;
    for (let times = 0; times < 2; times += 1) {
      const { body } = await ask(app, text, { as: 'hospital' });
      expect(body).toEqual({ data: { a: { price: '1234.50', day: '2020-07-01' }, b: { price: '2.50' } } });
    }
    const wrong = await ask(app, text.replace('"1234.5"', '"much"'), { as: 'hospital' });
    expect(wrong.body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it.each([
    ['absent', 'NotFoundRefusal', 'NOT_FOUND', 'not found, or not yours'],
    ['state', 'StateRefusal', 'WRONG_STATE', 'not possible in the state sold: buy'],
    ['conflict', 'ConflictRefusal', 'REQUEST_REUSED', 'this request id was used with another input'],
    ['rule', 'RuleRefusal', 'WORDLESS', 'WORDLESS'],
  ])('answers a mutation with a typed refusal: %s', async (refusal, type, code, message) => {
    const { body } = await ask(app, buy, {
      as: 'hospital',
      variables: { input: { requestId, price: '1', refusal } },
      headers: { 'accept-language': 'en-GB,zh;q=0.4' },
    });
    expect(body.errors).toBeUndefined();
    expect(body.data?.['toyBuy']).toMatchObject({ __typename: type, code, message });
  });

  it('names field, row, fault and mend of bad input, in Chinese unless asked otherwise', async () => {
    const { body } = await ask(app, buy, {
      as: 'hospital',
      variables: { input: { requestId, price: '1', refusal: 'input' } },
    });
    expect(body.data?.['toyBuy']).toEqual({
      __typename: 'InputRefusal',
      code: 'BAD_INPUT',
      message: '填写有误',
      mend: '请按各项提示修改后重新提交',
      issues: [
        {
          field: 'price',
          row: 3,
          code: 'NOT_AN_AMOUNT',
          message: '不是金额：x',
          mend: '请填写元，最多两位小数，例如 1234.50',
        },
      ],
    });
  });

  it.each([
    ['a number of yuan', { price: 12.5 }, 'input.price'],
    ['three decimals', { price: '1.234' }, 'input.price'],
    ['no amount at all', {}, 'input'],
    ['a word for a UUID', { price: '1', requestId: 'x' }, 'input.requestId'],
    ['a field that is not there', { price: '1', colour: 'red' }, 'input'],
  ])('PD-10 refuses %s with status 400 and names the path of the variable', async (_, input, variable) => {
    const { status, body } = await ask(app, buy, { as: 'hospital', variables: { input: { requestId, ...input } } });
    expect(status).toBe(400);
    expect(body.data).toBeUndefined();
    expect(body.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', variable });
  });

  it('says in the error what a scalar wants', async () => {
    const { body } = await ask(app, buy, { as: 'hospital', variables: { input: { requestId, price: 12.5 } } });
    expect(body.errors?.[0]?.message).toBe(
      'Variable "$input" got invalid value 12.5 at "input.price"; Expected Fen: yuan as a decimal string with at most two decimals, such as "1234.50".',
    );
  });

  it('keeps our own faults opaque outside and traceable inside', async () => {
    logLines.length = 0;
    const { body } = await ask(app, 'query Asks { broken }');
    const [error] = body.errors ?? [];
    expect(error?.message).toBe('Something broke on our side (系统内部错误).');
    expect(JSON.stringify(body)).not.toContain('secret');
    const line = logLines.find((text) => text.includes(String(error?.extensions['traceId'])));
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      level: 50,
      operationName: 'Asks',
      err: { message: 'secret: password of 110101199003074514' },
    });
  });

  it('writes no value of a statement that failed into the log', async () => {
    logLines.length = 0;
    await ask(app, '{ brokenStatement }');
    expect(logLines.join('')).toContain('duplicate key');
    expect(logLines.join('')).not.toMatch(/6222021001122334455|张三/);
  });

  it('writes nothing that a caller sent into the log', async () => {
    logLines.length = 0;
    await ask(app, buy, { as: 'hospital', variables: { input: { requestId, price: '110101199003074514' } } });
    expect(logLines.length).toBeGreaterThan(0);
    expect(logLines.join('')).not.toContain('110101199003074514');
  });
});
