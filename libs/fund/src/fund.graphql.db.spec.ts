import { randomUUID } from 'node:crypto';
import { checker, enterer, entry, fundWorld, stranger, type FundWorld } from './testing/fund-world';

const ENTER = `mutation ($input: PayeeAccountEnterInput!) { payeeAccountEnter(input: $input) { __typename
  ... on PayeeAccount { id state accountNumberMasked cnapsCheckFits payee { type id name } revision }
  ... on Refusal { code message mend } ... on InputRefusal { issues { field code message mend } } } }`;
const CONFIRM = `mutation ($input: PayeeAccountConfirmInput!) { payeeAccountConfirm(input: $input) { __typename
  ... on PayeeAccount { id state } ... on Refusal { code message } } }`;
const LIST = `{ payeeAccounts(first: 10) { edges { node { id state accountNumberMasked payee { name } } } } }`;
const FUND = `{ fundAccount { id state openingBalance openingDate accountNumberMasked } }`;

describe('accounts through GraphQL', () => {
  let world: FundWorld;
  beforeAll(async () => {
    world = await fundWorld();
  });
  afterAll(() => world.close());

  const ask = async (bearer: string, query: string, input?: object): Promise<Record<string, unknown>> => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${bearer}`, 'accept-language': 'en' },
      payload: { query, ...(input ? { variables: { input } } : {}) },
    });
    const body = answer.json<{ data?: Record<string, unknown>; errors?: readonly { extensions: object }[] }>();
    return body.data ?? { errors: body.errors?.map(({ extensions }) => extensions) };
  };
  const input = () => ({ ...entry, requestId: randomUUID(), payeeType: 'ORGANISATION', payeeId: world.hospital });

  it('C14 enters, confirms by another and lists; the number never leaves', async () => {
    const entered = await ask(`agency-accounts ${enterer}`, ENTER, input());
    expect(entered).toMatchObject({
      payeeAccountEnter: {
        __typename: 'PayeeAccount',
        state: 'ENTERED',
        accountNumberMasked: '****6789',
        payee: { type: 'ORGANISATION', id: world.hospital, name: '遂宁市测试医院' },
      },
    });
    const { payeeAccountEnter } = entered as { payeeAccountEnter: { id: string } };
    const body = { requestId: randomUUID(), payeeAccountId: payeeAccountEnter.id };
    expect(await ask(`agency-accounts-check ${enterer}`, CONFIRM, body)).toMatchObject({
      payeeAccountConfirm: { __typename: 'RuleRefusal', code: 'ACCOUNT_OWN_ENTRY' },
    });
    expect(await ask(`agency-accounts-check ${checker}`, CONFIRM, body)).toMatchObject({
      payeeAccountConfirm: { state: 'CONFIRMED' },
    });
    expect(await ask(`auditor ${stranger}`, LIST)).toMatchObject({
      payeeAccounts: { edges: [{ node: { state: 'CONFIRMED', accountNumberMasked: '****6789' } }] },
    });
  });

  it('X3 PD-25 the same request again gets the first answer, with another body it is refused', async () => {
    const same = { ...input(), payeeId: world.hospital, accountNumber: '6222021234560009' };
    const first = await ask(`agency-accounts ${enterer}`, ENTER, same);
    expect(await ask(`agency-accounts ${enterer}`, ENTER, same)).toEqual(first);
    expect(await ask(`agency-accounts ${enterer}`, ENTER, { ...same, bankName: '另一家银行' })).toMatchObject({
      payeeAccountEnter: { code: 'REQUEST_REUSED' },
    });
  });

  it('names each fault with its field and how to mend it', async () => {
    const refused = await ask(`agency-accounts ${enterer}`, ENTER, {
      ...input(),
      cnaps: '308584000014',
      accountNumber: '1',
    });
    expect(refused).toMatchObject({
      payeeAccountEnter: {
        __typename: 'InputRefusal',
        issues: [
          { field: 'cnaps', code: 'CNAPS_CHECK_DIGIT', mend: expect.stringContaining('verified') as string },
          { field: 'accountNumber', code: 'ACCOUNT_NUMBER_FORM', mend: expect.stringContaining('34') as string },
        ],
      },
    });
  });

  it('X1 a hospital sees its own accounts only', async () => {
    const own = (await ask(`hospital ${stranger} ${world.hospital}`, LIST)) as { payeeAccounts: { edges: unknown[] } };
    const other = (await ask(`hospital ${stranger} ${stranger}`, LIST)) as { payeeAccounts: { edges: unknown[] } };
    expect([own.payeeAccounts.edges.length > 0, other.payeeAccounts.edges.length]).toEqual([true, 0]);
  });

  it.each(['agency-clerk', 'agency-approval', 'agency-accounts-check', 'hospital', 'supplier', 'auditor'])(
    'X1 %s enters no account',
    async (role) => {
      expect(await ask(`${role} ${enterer}`, ENTER, input())).toMatchObject({ errors: [{ code: 'FORBIDDEN' }] });
    },
  );

  it('the account of the fund is null until there is one', async () => {
    expect(await ask(`agency-clerk ${enterer}`, FUND)).toEqual({ fundAccount: null });
    const enter = `mutation ($input: FundAccountEnterInput!) { fundAccountEnter(input: $input) { __typename
      ... on FundAccount { state openingBalance } ... on Refusal { code } } }`;
    const entered = await ask(`agency-accounts ${enterer}`, enter, {
      ...entry,
      requestId: randomUUID(),
      openingBalance: '30000000.00',
      openingDate: '2020-07-01',
    });
    expect(entered).toMatchObject({ fundAccountEnter: { state: 'ENTERED', openingBalance: '30000000.00' } });
    expect(await ask(`auditor ${stranger}`, FUND)).toMatchObject({ fundAccount: { openingDate: '2020-07-01' } });
  });
});
