import type { Role } from '@huiji/platform';
import { SettlementReader } from '../settlement-reader.service';
import { people, SettlementWorld } from '../testing/settlement-world';

const REFUSAL = `... on Refusal { code message mend } ... on InputRefusal { issues { field row code message mend } }
  ... on StateRefusal { facts { name value } }`;
const uuid = (n: number): string => `00000000-0000-7000-b000-${n.toString(16).padStart(12, '0')}`;

describe('settlement through GraphQL', () => {
  let world: SettlementWorld;
  let requests = 0;
  beforeAll(async () => {
    world = await SettlementWorld.open();
    await world.newArea();
  });
  afterAll(() => world.close());
  afterEach(async () => expect(await world.broken()).toEqual([]));

  const clerk = () => ['agency-clerk', people.clerk, people.clerk] as const;
  const hospital = (own = world.parties.hospital) => ['hospital', people.hospital, own] as const;
  const supplier = (own = world.parties.supplier) => ['supplier', people.supplier, own] as const;
  const auditor = () => ['auditor', people.approver, people.approver] as const;
  const requestId = (): string => uuid((requests += 1));
  const mutate = async (
    caller: readonly [Role, string, string],
    name: string,
    input: object,
    fields = '__typename',
  ): Promise<Record<string, unknown>> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation M($input: ${type}!) { ${name}(input: $input) { __typename ${fields} ${REFUSAL} } }`;
    const data = await world.graphql(caller, document, { input: { requestId: requestId(), ...input } });
    return data[name] as unknown as Record<string, unknown>;
  };
  const list = async (caller: readonly [Role, string, string], name: string, fields = 'id'): Promise<unknown[]> => {
    const data = await world.graphql(caller, `{ ${name}(first: 50) { edges { node { ${fields} } } } }`);
    return (data[name] as unknown as { edges: { node: unknown }[] }).edges.map(({ node }) => node);
  };
  const invoiceOf = async (n: number): Promise<string> =>
    world.done(people.supplier, (tx) =>
      world.invoices.register(tx, { organisationId: world.parties.supplier }, world.draft(700n), [
        world.accepted(n, 700n),
      ]),
    );

  it('C18 the supplier reads the whole path of its invoice, from matched to paid, with dates and the expected day', async () => {
    const id = await invoiceOf(1);
    const path = async () => {
      const data = await world.graphql(
        supplier(),
        `query Q($id: Uuid!) { invoicePath(invoiceId: $id) { step status on expectedOn stop } }`,
        { id },
      );
      return data['invoicePath'] as unknown as {
        step: string;
        status: string;
        on: string | null;
        expectedOn: string | null;
      }[];
    };
    expect((await path()).map(({ status }) => status[0]).join('')).toBe('DCAAAAAAA');
    expect((await path()).at(-1)).toMatchObject({ step: 'PAID', expectedOn: '2020-08-10' });
    expect(await mutate(hospital(), 'invoiceConfirm', { invoiceId: id }, '... on Invoice { state total }')).toEqual({
      __typename: 'Invoice',
      state: 'CONFIRMED',
      total: '660.00',
    });
    const made = await mutate(
      clerk(),
      'batchCreate',
      { kinds: ['SUPPLIER_INVOICE'] },
      '... on PaymentBatch { id state number }',
    );
    expect(made).toMatchObject({ state: 'DRAFT', number: '1' });
    const batchId = String(made['id']);
    expect(
      await mutate(clerk(), 'batchLock', { batchId }, '... on PaymentBatch { state sum lineCount }'),
    ).toMatchObject({
      state: 'LOCKED',
      sum: '660.00',
      lineCount: '1',
    });
    for (const [who, role, step] of [
      [people.first, 'agency-first-review', 'FIRST_REVIEW'],
      [people.recheck, 'agency-recheck', 'RECHECK'],
      [people.approver, 'agency-approval', 'APPROVAL'],
    ] as const)
      expect(
        await mutate(
          [role, who, who],
          'batchReview',
          { batchId, step, decision: 'PASS' },
          '... on PaymentBatch { state }',
        ),
      ).toMatchObject({ __typename: 'PaymentBatch' });
    await world.settleDown();
    expect((await path()).map(({ status }) => status[0]).join('')).toBe('DDDDDDDDD');
    const data = await world.graphql(
      auditor(),
      `query Q($id: Uuid!) { batch(id: $id) { state stateSums { state count sum } lines { edges { node { state amount payee { name } accountMasked } } } } }`,
      { id: batchId },
    );
    expect(data['batch']).toEqual({
      state: 'SETTLED',
      stateSums: [{ state: 'PAID', count: '1', sum: '660.00' }],
      lines: {
        edges: [
          { node: { state: 'PAID', amount: '660.00', payee: { name: '测试配送企业' }, accountMasked: '****5670' } },
        ],
      },
    });
  });

  it('X1 a supplier and a hospital see their own only; the agency and the auditor the whole area', async () => {
    const id = await invoiceOf(2);
    const mine = await list(
      supplier(),
      'invoices',
      'id seller { nameZh } lines { product { nameZh } matches { quantity } } payable { id }',
    );
    expect(mine.length).toBeGreaterThan(0);
    expect((await list(hospital(), 'invoices')).length).toBe(mine.length);
    expect((await list(clerk(), 'invoices')).length).toBe(mine.length);
    for (const stranger of [supplier(world.parties.otherSupplier), hospital(world.parties.otherHospital)]) {
      for (const name of ['invoices', 'payables', 'payments']) expect(await list(stranger, name)).toEqual([]);
      const data = await world.graphql(
        stranger,
        `query Q($id: Uuid!) { invoice(id: $id) { id } invoicePath(invoiceId: $id) { step } }`,
        { id },
      );
      expect(data).toEqual({ invoice: null, invoicePath: null });
    }
    expect(await list(supplier(), 'payments', 'state instructionId')).toHaveLength(1);
    expect(await list(auditor(), 'payables', 'kind state hospital { nameZh } payments { state }')).toHaveLength(1);
  });

  it('X1 by whatever path it is asked for, a payment shows the account of its payee to no other party', async () => {
    const fields = 'id holderName accountMasked cnaps instructionId';
    const nested = `payments { ${fields} }`;
    const shows = async (caller: readonly [Role, string, string], name: string, inner: string): Promise<boolean> =>
      JSON.stringify(await list(caller, name, inner)).includes('****');
    const paths = [
      ['invoices', `payable { ${nested} }`],
      ['payables', nested],
      ['payments', fields],
    ] as const;
    for (const [name, inner] of paths) {
      for (const caller of [supplier(), clerk(), auditor()]) expect(await shows(caller, name, inner)).toBe(true);
      for (const stranger of [hospital(), hospital(world.parties.otherHospital), supplier(world.parties.otherSupplier)])
        expect(await shows(stranger, name, inner)).toBe(false);
    }
    for (const role of ['agency-accounts', 'agency-accounts-check'] as const) {
      const keeper = [role, people.enterer, people.enterer] as const;
      expect(await shows(keeper, 'payables', nested)).toBe(false);
      expect((await list(keeper, 'payables')).length).toBeGreaterThan(0);
      await expect(list(keeper, 'invoices', `payable { ${nested} }`)).rejects.toThrow();
    }
    const reader = world.service(SettlementReader);
    const assessor = { role: 'assessor', organisationId: world.parties.hospital } as const;
    const seen = await world.done(people.clerk, async (tx) => {
      const page = { first: 50 };
      const lists = [
        await reader.invoices(tx, assessor, page),
        await reader.payables(tx, assessor, page),
        await reader.payments(tx, assessor, page),
      ];
      return { ok: true as const, value: lists.map(({ edges }) => edges.length) };
    });
    expect(seen).toEqual([0, 0, 0]);
  });

  it('X1 each operation is for its roles only', async () => {
    const batchId = uuid(0xffff);
    for (const [caller, name, input] of [
      [supplier(), 'invoiceConfirm', { invoiceId: batchId }],
      [hospital(), 'invoiceWithdraw', { invoiceId: batchId, reason: 'x' }],
      [hospital(), 'batchCreate', {}],
      [auditor(), 'batchLock', { batchId }],
      [clerk(), 'batchReview', { batchId, step: 'APPROVAL', decision: 'PASS' }],
      [auditor(), 'paymentStatusQuery', { paymentId: batchId }],
    ] as const)
      await expect(mutate(caller, name, input)).rejects.toThrow('当前角色无此权限');
    await expect(list(supplier(), 'batches')).rejects.toThrow('当前角色无此权限');
    await expect(list(hospital(), 'bankExceptions')).rejects.toThrow('当前角色无此权限');
    expect(await list(auditor(), 'bankExceptions', 'code')).toEqual([]);
  });

  it('X3 the same request twice gives the same answer, another body under its id is refused', async () => {
    const id = await invoiceOf(3);
    const same = requestId();
    const dispute = (reason: string) =>
      mutate(
        hospital(),
        'invoiceDispute',
        { requestId: same, invoiceId: id, reason },
        '... on Invoice { decisionReason }',
      );
    const first = await dispute('数量不符');
    expect(first).toMatchObject({ decisionReason: '数量不符' });
    expect(await dispute('数量不符')).toEqual(first);
    expect(await dispute('价格不符')).toMatchObject({ code: 'REQUEST_REUSED' });
  });

  it('refuses every bad input with code, field and mend, and changes nothing', async () => {
    const matched = await invoiceOf(4);
    const absent = uuid(0xeeee);
    const digest = () =>
      world.db.ownerQuery(
        `SELECT (SELECT md5(string_agg(i::text, '' ORDER BY id)) FROM settlement.invoice i) AS invoices,
           (SELECT md5(string_agg(p::text, '' ORDER BY id)) FROM settlement.payable p) AS payables,
           (SELECT md5(string_agg(b::text, '' ORDER BY id)) FROM settlement.batch b) AS batches,
           (SELECT md5(string_agg(y::text, '' ORDER BY id)) FROM settlement.payment y) AS payments,
           (SELECT count(*) FROM platform.action) AS actions, (SELECT count(*) FROM platform.request) AS requests,
           (SELECT count(*) FROM ledger.transfer) AS transfers`,
      );
    const before = await digest();
    const table = [
      [hospital(), 'invoiceConfirm', { invoiceId: absent }, { code: 'NOT_FOUND' }],
      [hospital(world.parties.otherHospital), 'invoiceConfirm', { invoiceId: matched }, { code: 'NOT_FOUND' }],
      [
        hospital(),
        'invoiceDispute',
        { invoiceId: matched, reason: '' },
        { issues: [{ field: 'reason', code: 'REASON_LENGTH' }] },
      ],
      [
        hospital(),
        'invoiceDispute',
        { invoiceId: matched, reason: '长'.repeat(501) },
        { issues: [{ code: 'REASON_LENGTH' }] },
      ],
      [
        supplier(world.parties.otherSupplier),
        'invoiceWithdraw',
        { invoiceId: matched, reason: '错' },
        { code: 'NOT_FOUND' },
      ],
      [clerk(), 'batchCreate', { payableIds: [] }, { issues: [{ field: 'payableIds', code: 'BATCH_EMPTY_CHOICE' }] }],
      [
        clerk(),
        'batchCreate',
        { payableIds: [absent], dueBy: '2020-08-01' },
        { issues: [{ code: 'BATCH_CHOICE_TWICE' }] },
      ],
      [clerk(), 'batchCreate', { payableIds: [absent] }, { code: 'NOT_FOUND' }],
      [clerk(), 'batchCreate', { kinds: ['CARE_SUBSIDY'] }, { code: 'NOTHING_TO_PAY' }],
      [clerk(), 'batchLock', { batchId: absent }, { code: 'NOT_FOUND' }],
      [clerk(), 'batchDiscard', { batchId: absent }, { code: 'NOT_FOUND' }],
      [clerk(), 'paymentStatusQuery', { paymentId: absent }, { code: 'NOT_FOUND' }],
      [
        ['agency-recheck', people.recheck, people.recheck],
        'batchReview',
        { batchId: absent, step: 'RECHECK', decision: 'PASS' },
        { code: 'NOT_FOUND' },
      ],
      [
        ['agency-recheck', people.recheck, people.recheck],
        'batchReview',
        { batchId: absent, step: 'APPROVAL', decision: 'PASS' },
        { code: 'NOT_YOUR_STEP', message: '当前登录身份不负责「审批」环节' },
      ],
    ] as const;
    for (const [caller, name, input, expected] of table) {
      const answer = await mutate(caller, name, input);
      expect(answer).toMatchObject({ mend: expect.stringMatching(/\p{Script=Han}/u), ...expected });
    }
    for (const wrong of [{ invoiceId: 'no-uuid' }, { invoiceId: 7 }, {}, { invoiceId: matched, requestId: null }])
      await expect(mutate(hospital(), 'invoiceConfirm', wrong)).rejects.toThrow();
    await expect(mutate(clerk(), 'batchCreate', { dueBy: '2020-02-30' })).rejects.toThrow();
    await expect(mutate(clerk(), 'batchCreate', { kinds: ['SALARY'] })).rejects.toThrow();
    expect(await digest()).toEqual(before);
  });
});
