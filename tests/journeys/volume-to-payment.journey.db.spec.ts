import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fenOf, InvoiceWay, sumOf, yuanOf, type InvoiceView } from './support/invoice-way';
import type { JourneyArea } from './support/journey-area';
import { openStage, type JourneyStage } from './support/journey-stage';
import type { BatchView } from './support/payment-way';
import { SupplyWay, type OrderView } from './support/supply-way';
import { VolumeScene } from './support/volume-scene';

jest.setTimeout(300_000);

const AREA = '510900';

interface ProgressRow {
  readonly product: { readonly id: string };
  readonly agreed: string;
  readonly ordered: string;
  readonly shipped: string;
  readonly accepted: string;
  readonly percent: number | null;
}

describe('from the award table to the money of the supplier, with the worker and the bank as processes', () => {
  let stage: JourneyStage;
  let area: JourneyArea;
  let scene: VolumeScene;
  let supply: SupplyWay;
  let invoices: InvoiceWay;
  /** Of the first and of the second distributor. */
  const orders: OrderView[] = [];
  const billed: InvoiceView[] = [];
  const accounts = new Map<string, string>();
  let batch: BatchView;
  const pass = (login: string, step: string) => [login, { batchId: batch.id, step, decision: 'PASS' }] as const;
  const fund = async (): Promise<unknown> =>
    (await area.as('auditor').query('{ areaOverview { fund { cash owedToSuppliers } } }'))['areaOverview'];

  beforeAll(async () => {
    stage = await openStage(AREA, '2019-10-14', 'processes');
    ({ area } = stage);
    [scene, supply, invoices] = [new VolumeScene(stage), new SupplyWay(area), new InvoiceWay(area)];
    await scene.cast();
  });
  afterAll(() => stage.close());

  it('A5 A8 A10 the worker reads the reports of three hospitals; 25 contracts come into force', async () => {
    await scene.play();
    await area.goTo('2020-01-06');
    const mains = await area.list<{ state: string }>(
      'auditor',
      'query ($id: Uuid!) { mainContracts(periodId: $id) { edges { node { state } } } }',
      { id: scene.periodId },
    );
    expect(mains.map(({ state }) => state)).toEqual(Array(25).fill('IN_FORCE'));
  });

  it('A12 X1 an order takes the price of the contract; nobody types one, and nobody else may answer it', async () => {
    const [first, second] = [scene.productsOf('配送一'), scene.productsOf('配送二')];
    const [a, b, c] = [first[0], first[1], second[0]].map((award) => award?.product.id ?? '');
    const mixed = [a, c].map((productId) => ({ productId, packs: '10' }));
    expect(await area.as('hospital-1').refusal('purchaseOrderPlace', { lines: mixed })).toMatchObject({
      code: 'SEVERAL_SUPPLIERS',
    });
    const tampered = { lines: [{ productId: a, packs: '10', price: '0.01' }] };
    expect(await area.as('hospital-1').inputError('purchaseOrderPlace', tampered)).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    for (const [supplier, products] of [
      ['supplier-1', [a, b]],
      ['supplier-2', [c]],
    ] as const) {
      const lines = products.map((productId, at) => ({
        productId: productId ?? '',
        packs: at === 0 ? '30000' : '100',
      }));
      const order = await supply.place('hospital-1', lines);
      const awarded = (id: string) => scene.awards.find(({ product }) => product.id === id);
      for (const line of order.lines) {
        const { price } = awarded(line.product.id) ?? {};
        expect(line.price).toEqual(price);
        expect(fenOf(line.amount)).toBe(
          (BigInt(line.ordered) / BigInt(price?.units ?? '1')) * fenOf(price?.amount ?? ''),
        );
      }
      for (const other of ['supplier-3', supplier === 'supplier-1' ? 'supplier-2' : 'supplier-1'])
        expect(await area.as(other).refusal('purchaseOrderConfirm', { orderId: order.id })).toMatchObject({
          code: 'NOT_FOUND',
        });
      orders.push(await supply.confirm(supplier, order.id));
    }
  });

  it('A14 A15 shipped whole, accepted in part: what is broken or missing is counted and not accepted', async () => {
    for (const [at, order] of orders.entries()) {
      const supplier = `supplier-${at + 1}`;
      const shipment = await supply.ship(supplier, order);
      const [line] = order.lines;
      const more = { orderLineId: line?.id, quantity: '1', batchNumber: 'B1', expiresOn: '2030-12-31' };
      expect(await area.as(supplier).refusal('shipmentSend', { orderId: order.id, lines: [more] })).toMatchObject({
        issues: [{ row: 1, field: 'lines.quantity', code: 'MORE_THAN_ORDERED' }],
      });
      await supply.accept('hospital-1', shipment, (quantity, productId) =>
        productId === line?.product.id
          ? { accepted: `${BigInt(quantity) - 12n}`, damaged: '7', missing: '5' }
          : { accepted: quantity },
      );
    }
    const [accepted] = await invoices.accepted('supplier-2');
    await area.as('hospital-1').mutate('unitsReturn', {
      acceptanceLineId: accepted?.id,
      quantity: '20',
      reason: '近效期',
    });
    expect(await invoices.accepted('supplier-2')).toMatchObject([{ damaged: '7', missing: '5', returned: '20' }]);
    expect(await invoices.accepted('supplier-3')).toEqual([]);
  });

  it('A13 A16 A17 progress counts what was accepted less returned; above the agreed volume it goes on', async () => {
    const { progress } = await area.as('auditor').query<{ progress: { rows: readonly ProgressRow[] } }>(
      `query ($id: Uuid!) { progress(periodId: $id) { asOf days elapsedDays timePercent average { rows unweightedPercent }
         rows { product { id } agreed ordered shipped accepted percent } } }`,
      { id: scene.periodId },
    );
    expect(progress).toMatchObject({ asOf: '2020-01-06', days: 366, elapsedDays: 6, timePercent: 164 });
    const ordered = orders.flatMap(({ lines }) => lines);
    for (const row of progress.rows) {
      const line = ordered.find(({ product }) => product.id === row.product.id);
      const lost =
        line === undefined ? 0n : line === orders[0]?.lines[1] ? 0n : line === orders[1]?.lines[0] ? 32n : 12n;
      const accepted = BigInt(line?.ordered ?? '0') - lost;
      expect(row).toMatchObject({
        ordered: line?.ordered ?? '0',
        shipped: line?.ordered ?? '0',
        accepted: `${accepted}`,
      });
      const agreed = BigInt(row.agreed);
      expect(row.percent).toBe(Number((accepted * 20_000n + agreed) / (2n * agreed)));
    }
    expect(Math.max(...progress.rows.map(({ percent }) => percent ?? 0))).toBeGreaterThan(10_000);
  });

  it('C2 C3 an invoice that does not fit is told why in words; one that fits is matched once', async () => {
    await area.goTo('2020-01-08');
    for (const supplier of ['supplier-1', 'supplier-2']) {
      const lines = invoices.linesOf(await invoices.accepted(supplier));
      const fitting = await invoices.draft(area.idOf('一院'), lines);
      const [head, ...tail] = lines;
      if (!head) throw new Error('nothing was accepted');
      const before = await area.digest();
      const asShipped = { ...head, quantity: `${BigInt(head.quantity) + 12n}` };
      const wrong = { ...fitting, tax: yuanOf(fenOf(fitting.tax) + 1n), lines: [asShipped, ...tail] };
      const { issues = [] } = await area.as(supplier).refusal('invoiceSubmit', wrong);
      expect(issues.map(({ code }) => code).sort()).toEqual([
        'INVOICE_LINE_AMOUNT_DIFFERS',
        'INVOICE_QUANTITY_EXCEEDS_ACCEPTED',
        'INVOICE_TAX_DOES_NOT_ADD',
      ]);
      const exceeds = issues.find(({ code }) => code === 'INVOICE_QUANTITY_EXCEEDS_ACCEPTED');
      expect(exceeds).toMatchObject({
        row: 1,
        field: 'lines.quantity',
        message: `开票数量 ${asShipped.quantity} 超过可匹配的验收数量 ${head.quantity}`,
        mend: '请按已验收且未开票的数量填写',
      });
      expect(await area.as('supplier-3').refusal('invoiceSubmit', fitting)).toMatchObject({ code: 'BAD_INPUT' });
      expect(await area.digest()).toBe(before);
      const invoice = await invoices.submit(supplier, fitting);
      expect(invoice).toMatchObject({ state: 'MATCHED', total: fitting.total, dueDate: '2020-02-05', payable: null });
      expect(await area.as(supplier).refusal('invoiceSubmit', fitting)).toMatchObject({ code: 'INVOICE_EXISTS' });
      billed.push(invoice);
    }
  });

  it('C4 C15 the hospital confirms: what it owes the fund and the fund owes the supplier stands in the ledger', async () => {
    for (const { id } of billed) {
      expect(await area.as('hospital-2').refusal('invoiceConfirm', { invoiceId: id })).toMatchObject({
        code: 'NOT_FOUND',
      });
      const { payable, ...invoice } = await invoices.confirm('hospital-1', id);
      expect(invoice).toMatchObject({ state: 'CONFIRMED' });
      expect(payable).toMatchObject({ amount: invoice.total, state: 'OPEN' });
    }
    await stage.payments.openFund('10000000.00');
    expect(await area.as('clerk').refusal('batchCreate', { kinds: ['SUPPLIER_INVOICE'] })).toMatchObject({
      code: 'NOTHING_TO_PAY',
    });
    for (const name of ['配送一', '配送二'])
      accounts.set(name, await stage.payments.openAccount('ORGANISATION', area.idOf(name), name));
    const owed = yuanOf(sumOf(billed.map(({ total }) => total)));
    expect(await fund()).toEqual({ fund: { cash: '10000000.00', owedToSuppliers: owed } });
  });

  it('PD-01 PD-02 PD-03 the clerk seals; three others pass, none of them twice, none who wrote an account', async () => {
    batch = await stage.payments.locked({ kinds: ['SUPPLIER_INVOICE'] });
    expect(batch).toMatchObject({
      state: 'LOCKED',
      lineCount: '2',
      sum: yuanOf(sumOf(billed.map(({ total }) => total))),
    });
    await area.alsoAs('clerk', 'agency-first-review', 'clerk-as-first');
    await area.alsoAs('first', 'agency-recheck', 'first-as-recheck');
    await area.alsoAs('accounts', 'agency-approval', 'accounts-as-approval');
    const refused = async (login: string, step: string): Promise<void> => {
      const [who, input] = pass(login, step);
      expect(await area.as(who).refusal('batchReview', input)).toMatchObject({ code: 'SAME_PERSON' });
    };
    const [, input] = pass('clerk', 'FIRST_REVIEW');
    expect(await area.as('clerk').inputError('batchReview', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await area.as('first').inputError('batchReview', { ...input, personId: batch.id })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await refused('clerk-as-first', 'FIRST_REVIEW');
    expect(await area.as('approval').refusal('batchReview', pass('approval', 'APPROVAL')[1])).toMatchObject({
      code: 'STEP_NOT_DUE',
    });
    await stage.payments.review('first', 'FIRST_REVIEW', batch.id);
    await refused('first-as-recheck', 'RECHECK');
    await stage.payments.review('recheck', 'RECHECK', batch.id);
    await refused('accounts-as-approval', 'APPROVAL');
  });

  it('C9 C10 C13 approved, it goes to the bank as pain.001; one is paid, one rejected and open again with the reason', async () => {
    const rules = [{ name: '配送二', act: 'reject', reason: 'AC04', text: '账户已销户' }];
    writeFileSync(path.join(stage.folder.path, 'behaviour.json'), JSON.stringify({ rules }));
    expect(await stage.payments.review('approval', 'APPROVAL', batch.id)).toMatchObject({ state: 'RELEASED' });
    batch = await stage.payments.settled(batch.id);
    const files = readdirSync(stage.folder.taken(AREA));
    expect(files).toHaveLength(1);
    const message = readFileSync(path.join(stage.folder.taken(AREA), files[0] ?? ''), 'utf8');
    expect(message).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    for (const said of [`<MsgId>${batch.messageId}</MsgId>`, '<NbOfTxs>2</NbOfTxs>', `<CtrlSum>${batch.sum}</CtrlSum>`])
      expect(message).toContain(said);
    for (const { total } of billed) expect(message).toContain(`<InstdAmt Ccy="CNY">${total}</InstdAmt>`);
    for (const account of accounts.values()) expect(message).toContain(account);
    const [, second] = billed;
    const stopped = (await invoices.path('supplier-2', second?.id ?? ''))?.find(({ status }) => status === 'STOPPED');
    expect(stopped).toMatchObject({ stop: 'REJECTED_BY_BANK', reason: expect.stringContaining('账户已销户') });
    expect(await area.list('supplier-2', '{ payables { edges { node { state } } } }')).toEqual([{ state: 'OPEN' }]);
  });

  it('C13 PD-06 PD-14 a new payment follows the old one, which stays; each is paid once', async () => {
    writeFileSync(path.join(stage.folder.path, 'behaviour.json'), JSON.stringify({ rules: [] }));
    const again = await stage.payments.pay({ kinds: ['SUPPLIER_INVOICE'] });
    expect(again).toMatchObject({ state: 'SETTLED', lineCount: '1', sum: billed[1]?.total });
    const chain = await area.list<{ id: string; state: string; attempt: number; previousPaymentId: string | null }>(
      'supplier-2',
      '{ payments { edges { node { id state attempt previousPaymentId } } } }',
    );
    const [rejected, paid] = chain.toSorted((a, b) => a.attempt - b.attempt);
    expect([rejected?.state, paid?.state, paid?.previousPaymentId]).toEqual(['REJECTED', 'PAID', rejected?.id]);
    expect(await area.as('clerk').refusal('batchCreate', { kinds: ['SUPPLIER_INVOICE'] })).toMatchObject({
      code: 'NOTHING_TO_PAY',
    });
  });

  it('C18 X1 each supplier reads the whole path of its invoice, and nothing of another', async () => {
    for (const [at, { id }] of billed.entries()) {
      const way = await invoices.path(`supplier-${at + 1}`, id);
      expect(way?.map(({ step, status }) => [step, status])).toEqual(
        ['REGISTERED', 'CONFIRMED', 'PAYABLE', 'BATCHED', 'REVIEWED', 'RELEASED', 'SENT', 'ACCEPTED', 'PAID'].map(
          (step) => [step, 'DONE'],
        ),
      );
      expect(way?.every(({ on }) => on === '2020-01-08')).toBe(true);
      for (const other of ['supplier-3', `supplier-${2 - at}`]) {
        expect(await invoices.path(other, id)).toBeNull();
        const withdraw = { invoiceId: id, reason: '不是本企业的' };
        expect(await area.as(other).refusal('invoiceWithdraw', withdraw)).toMatchObject({ code: 'NOT_FOUND' });
      }
    }
    for (const query of ['invoices', 'payables', 'payments'])
      expect(await area.list('supplier-3', `{ ${query} { edges { node { id } } } }`)).toEqual([]);
  });

  it('C15 PD-22 the trial balance agrees with what was paid, and every promise about stored data holds', async () => {
    const paid = sumOf(billed.map(({ total }) => total));
    const { trialBalance } = await area
      .as('auditor')
      .query<{ trialBalance: { totalDebit: string; totalCredit: string } }>(
        '{ trialBalance { totalDebit totalCredit lines { code debit credit pendingDebit pendingCredit } } }',
      );
    expect(trialBalance.totalDebit).toBe(trialBalance.totalCredit);
    expect(trialBalance.totalDebit).toBe(yuanOf(1_000_000_000n + 2n * paid));
    const line = (code: string, debit: bigint, credit: bigint): unknown =>
      expect.objectContaining({ code, debit: yuanOf(debit), credit: yuanOf(credit), pendingCredit: '0.00' });
    expect(trialBalance).toMatchObject({
      lines: expect.arrayContaining([
        line('FUND_CASH', 1_000_000_000n, paid),
        line('SUPPLIER_PAYABLE', paid, paid),
        line('HOSPITAL_RECOVERABLE', paid, 0n),
      ]),
    });
    expect(await fund()).toEqual({ fund: { cash: yuanOf(1_000_000_000n - paid), owedToSuppliers: '0.00' } });
    expect(await area.brokenPromises()).toEqual([]);
  });
});
