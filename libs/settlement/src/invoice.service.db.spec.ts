import { fen, plainDate, price, quantity } from '@huiji/kernel';
import { people, SettlementWorld } from './testing/settlement-world';

describe('an invoice, from its registration to its payable', () => {
  let world: SettlementWorld;
  beforeAll(async () => {
    world = await SettlementWorld.open();
    await world.newArea();
  });
  afterAll(() => world.close());

  const supplier = () => ({ organisationId: world.parties.supplier });
  const hospital = () => ({ organisationId: world.parties.hospital });
  const register = (...args: Parameters<SettlementWorld['draft']>) => ({
    against: (...lines: Parameters<typeof world.invoices.register>[3]) =>
      world.as(people.supplier, (tx) => world.invoices.register(tx, supplier(), world.draft(...args), lines)),
  });
  const idOf = async (result: ReturnType<typeof world.as<string>>): Promise<string> => {
    const done = await result;
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value;
  };
  const matchedOf = async (n: number): Promise<bigint | undefined> =>
    (
      await world.db.ownerQuery<{ matched_quantity: bigint }>(
        `SELECT matched_quantity FROM settlement.accepted_line_use WHERE area = $1 AND acceptance_line_id = $2`,
        [world.area, world.accepted(n, 1n).acceptanceLineId],
      )
    )[0]?.matched_quantity;

  afterEach(async () => expect(await world.broken()).toEqual([]));

  it('C3 fits to the unit and the fen, waits for the hospital, and is due 30 days after its oldest acceptance', async () => {
    const id = await idOf(
      register(900n).against(
        world.accepted(1, 700n, { acceptedOn: plainDate('2020-07-13') }),
        world.accepted(2, 700n, { acceptedOn: plainDate('2020-07-09') }),
      ),
    );
    expect(await world.stateOf('invoice', id)).toBe('matched');
    expect([await matchedOf(2), await matchedOf(1)]).toEqual([700n, 200n]);
    const [row] = await world.db.ownerQuery(
      `SELECT due_date, due_by_days, due_by_month_end FROM settlement.invoice WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ due_date: '2020-08-10', due_by_days: '2020-08-10', due_by_month_end: '2020-08-31' });
  });

  it('C3 tells every mismatch with its field, line and facts, and takes nothing', async () => {
    const wrong = world.draft(700n, {
      lines: [
        { productId: world.parties.product, quantity: quantity(700), price: price(661n, 7n), amountFen: fen(66_100) },
        { productId: world.parties.product, quantity: quantity(7), price: price(660n, 7n), amountFen: fen(661) },
      ],
      netFen: fen(66_760),
      taxFen: fen(0),
      totalFen: fen(66_760),
    });
    const answer = await world.as(people.supplier, (tx) =>
      world.invoices.register(tx, supplier(), wrong, [world.accepted(3, 700n)]),
    );
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        code: 'BAD_INPUT',
        issues: [
          { field: 'total', code: 'INVOICE_LINES_DO_NOT_ADD', facts: { total: '667.60', lines: '667.61' } },
          {
            field: 'lines.amount',
            row: 2,
            code: 'INVOICE_LINE_AMOUNT_DIFFERS',
            facts: { stated: '6.61', expected: '6.60' },
          },
          {
            field: 'lines.price',
            row: 1,
            code: 'INVOICE_PRICE_DIFFERS',
            facts: { invoiced: '6.61/7', contract: '6.60/7' },
          },
        ],
      },
    });
    expect(await matchedOf(3)).toBeUndefined();
  });

  it('C2 the same number is refused to the same seller, whatever the hospital', async () => {
    const draft = world.draft(70n);
    const lines = [world.accepted(4, 700n), world.accepted(5, 700n, { hospitalId: world.parties.otherHospital })];
    await idOf(world.as(people.supplier, (tx) => world.invoices.register(tx, supplier(), draft, lines)));
    const again = { ...draft, buyerId: world.parties.otherHospital };
    expect(
      await world.as(people.supplier, (tx) => world.invoices.register(tx, supplier(), again, lines)),
    ).toMatchObject({ ok: false, refusal: { code: 'INVOICE_EXISTS', facts: { number: draft.number } } });
    expect(await matchedOf(5)).toBeUndefined();
  });

  it('C2 an invoice that is entered again is told that it exists, not that its goods are used up', async () => {
    const draft = world.draft(700n);
    const lines = [world.accepted(13, 700n)];
    const enter = () => world.as(people.supplier, (tx) => world.invoices.register(tx, supplier(), draft, lines));
    await idOf(enter());
    expect(await enter()).toMatchObject({ ok: false, refusal: { code: 'INVOICE_EXISTS', issues: [] } });
    expect(await matchedOf(13)).toBe(700n);
  });

  it('PD-14 two invoices at once on one acceptance: one fits, the other is told what is left', async () => {
    const line = world.accepted(6, 700n);
    const answers = await Promise.all([register(700n).against(line), register(700n).against(line)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      refusal: { issues: [{ code: 'INVOICE_QUANTITY_EXCEEDS_ACCEPTED', facts: { invoiced: '700', available: '0' } }] },
    });
    expect(await matchedOf(6)).toBe(700n);
  });

  it('PD-14 the database itself refuses to match more than was accepted', async () => {
    await expect(
      world.db.ownerQuery(
        `UPDATE settlement.accepted_line_use SET matched_quantity = net_quantity + 1 WHERE acceptance_line_id = $1`,
        [world.accepted(6, 1n).acceptanceLineId],
      ),
    ).rejects.toThrow('accepted_line_not_over_matched');
  });

  it('confirmed by the hospital it is owed: the payable and its obligation, in one commit', async () => {
    const id = await world.confirmedInvoice(7, 700n);
    const payables = await world.db.ownerQuery(
      `SELECT kind, payee_id, debit_owner_id, amount_fen, state, due_date FROM settlement.payable WHERE source_id = $1`,
      [id],
    );
    expect(payables).toEqual([
      {
        kind: 'supplier-invoice',
        payee_id: world.parties.supplier,
        debit_owner_id: world.parties.hospital,
        amount_fen: 66_000n,
        state: 'open',
        due_date: '2020-08-10',
      },
    ]);
    const accounts = await world.db.ownerQuery<{ code: string }>(
      `SELECT d.code AS debit, c.code AS credit, t.amount_fen FROM ledger.transfer t
       JOIN ledger.account d ON d.id = t.debit_account_id JOIN ledger.account c ON c.id = t.credit_account_id
       JOIN settlement.payable p ON p.id = t.reference_id WHERE p.source_id = $1`,
      [id],
    );
    expect(accounts).toEqual([{ debit: 'HOSPITAL_RECOVERABLE', credit: 'SUPPLIER_PAYABLE', amount_fen: 66_000n }]);
    expect(
      await world.as(people.hospital, (tx) => world.invoices.confirm(tx, hospital(), { invoiceId: id })),
    ).toMatchObject({ refusal: { code: 'WRONG_STATE', facts: { state: 'confirmed' } } });
  });

  it('C4 a disputed invoice waits alone, with its reason, and can still be confirmed', async () => {
    const [disputed, other] = [
      await idOf(register(350n).against(world.accepted(8, 700n))),
      await idOf(register(350n).against(world.accepted(8, 700n))),
    ];
    const dispute = (reason: string) =>
      world.as(people.hospital, (tx) => world.invoices.dispute(tx, hospital(), { invoiceId: disputed, reason }));
    expect(await dispute('  ')).toMatchObject({ refusal: { issues: [{ field: 'reason', code: 'REASON_LENGTH' }] } });
    await idOf(dispute('数量与入库单不符'));
    await idOf(world.as(people.hospital, (tx) => world.invoices.confirm(tx, hospital(), { invoiceId: other })));
    expect([await world.stateOf('invoice', disputed), await world.stateOf('invoice', other)]).toEqual([
      'disputed',
      'confirmed',
    ]);
    await idOf(world.as(people.hospital, (tx) => world.invoices.confirm(tx, hospital(), { invoiceId: disputed })));
  });

  it('a withdrawn invoice frees what it claimed, and its number stays used', async () => {
    const draft = world.draft(700n);
    const lines = [world.accepted(9, 700n)];
    const id = await idOf(world.as(people.supplier, (tx) => world.invoices.register(tx, supplier(), draft, lines)));
    await idOf(
      world.as(people.supplier, (tx) => world.invoices.withdraw(tx, supplier(), { invoiceId: id, reason: '开错票' })),
    );
    expect(await matchedOf(9)).toBe(0n);
    expect(
      await world.as(people.supplier, (tx) => world.invoices.register(tx, supplier(), draft, lines)),
    ).toMatchObject({
      refusal: { code: 'INVOICE_EXISTS' },
    });
    await idOf(register(700n).against(...lines));
  });

  it('X1 another hospital, another supplier and nobody get one answer: not found', async () => {
    const id = await idOf(register(70n).against(world.accepted(10, 700n)));
    const stranger = { organisationId: world.parties.otherHospital };
    const missing = '00000000-0000-7000-8000-00000000ffff';
    for (const [caller, invoiceId] of [
      [stranger, id],
      [supplier(), id],
      [hospital(), missing],
    ] as const)
      expect(await world.as(people.hospital, (tx) => world.invoices.confirm(tx, caller, { invoiceId }))).toEqual({
        ok: false,
        refusal: { kind: 'not-found', code: 'NOT_FOUND', facts: { noun: 'invoice' }, issues: [] },
      });
  });

  it.each([
    ['a date after today', { issuedOn: plainDate('2020-07-16') }, 'INVOICE_FROM_THE_FUTURE'],
    ['no lines', { lines: [], totalFen: fen(0), netFen: fen(0), taxFen: fen(0) }, 'INVOICE_WITHOUT_LINES'],
    ['a number that is none', { number: '123' }, 'INVOICE_NUMBER_FORM'],
    ['a date before the first order', { issuedOn: plainDate('2020-07-05') }, 'INVOICE_BEFORE_ORDER'],
    ['a net amount below zero', { netFen: fen(-1) }, 'INVOICE_AMOUNT_NEGATIVE'],
    ['a tax below zero', { taxFen: fen(-1) }, 'INVOICE_AMOUNT_NEGATIVE'],
    ['a total below zero', { totalFen: fen(-1) }, 'INVOICE_AMOUNT_NOT_POSITIVE'],
  ])('refuses %s', async (_what, over, code) => {
    const answer = await register(70n, over).against(world.accepted(11, 700n));
    expect(!answer.ok && answer.refusal.issues.map((issue) => issue.code)).toContain(code);
  });

  it('refuses an invoice in the name of another supplier', async () => {
    expect(
      await register(70n, { sellerId: world.parties.otherSupplier }).against(world.accepted(12, 70n)),
    ).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
  });
});
