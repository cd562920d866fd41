import { randomUUID } from 'node:crypto';
import { domainInvariants } from '@huiji/api/domains';
import { CalendarService } from '@huiji/calendar';
import { areaCode, plainDate } from '@huiji/kernel';
import { seedArea } from '@huiji/migrations/testing';
import { Database, type Role } from '@huiji/platform';
import { yuanOf } from './support/invoice-way';
import { journeyApi, type JourneyApi } from './support/journey-api';
import type { JourneyClient } from './support/journey-client';
import { SavingsProcurement } from './support/savings-procurement';

const AREA = '510900';
type Answer = { readonly __typename?: string; readonly code?: string };

describe('goods that went back are not paid for', () => {
  let api: JourneyApi;
  let procurement: SavingsProcurement;
  let supplier: JourneyClient;
  let hospital: JourneyClient;
  let [hospitalId, supplierId, clerkId] = ['', '', ''];
  let numbers = 0;

  const partOf = async (loginName: string, organisationId: string) => {
    const [row] = await api.db.ownerQuery<{ id: string }>('SELECT id FROM identity.person_user WHERE login_name = $1', [
      loginName,
    ]);
    return { userId: row?.id ?? '', organisationId };
  };
  /** The accepted line of a product as it stands: 90,000 units of 甲片 at 0.40, 3,000 of 乙片 at 0.80. */
  const lineOf = async (code: string) => {
    const [row] = await api.db.ownerQuery<{ id: string; product: string; left: bigint; matched: bigint }>(
      `SELECT l.acceptance_line_id AS id, l.product_id AS product, l.accepted_quantity - l.returned_quantity AS left,
         coalesce(u.matched_quantity, 0) AS matched
       FROM procurement.accepted_line_v1 l JOIN catalog.product p ON p.id = l.product_id
       LEFT JOIN settlement.accepted_line_use u ON u.acceptance_line_id = l.acceptance_line_id WHERE p.code = $1`,
      [code],
    );
    return row ?? { id: '', product: '', left: 0n, matched: 0n };
  };
  const draft = async (code: string, units: bigint) => {
    const { product } = await lineOf(code);
    const fen = units * (code === 'N-A' ? 40n : 80n);
    numbers += 1;
    return {
      buyerId: hospitalId,
      number: `2051${numbers.toString().padStart(16, '0')}`,
      issuedOn: '2019-06-02',
      ...{ net: yuanOf(fen), tax: '0.00', total: yuanOf(fen) },
      lines: [
        {
          productId: product,
          quantity: units.toString(),
          price: code === 'N-A' ? '0.40' : '0.80',
          priceUnits: '1',
          amount: yuanOf(fen),
        },
      ],
    };
  };
  const INVOICE = '{ id number state total dueDate payable { id amount state } }';
  const submit = async (code: string, units: bigint) =>
    supplier.mutate<{ id: string; state: string }>('invoiceSubmit', await draft(code, units), INVOICE);
  const back = async (code: string, quantity: bigint) => ({
    acceptanceLineId: (await lineOf(code)).id,
    quantity: quantity.toString(),
    reason: '近效期',
  });
  const broken = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const { id, sql } of domainInvariants) {
      const rows = await api.app
        .get(Database, { strict: false })
        .read(api.db.scope(AREA), (tx) => tx.query(sql, [areaCode(AREA)]));
      if (rows.length > 0) found.push(id);
    }
    return found;
  };

  beforeAll(async () => {
    api = await journeyApi();
    await seedArea(api.db, AREA, { businessDate: '2019-01-02' });
    procurement = new SavingsProcurement(api);
    clerkId = await procurement.organisation('agency', '遂宁测试经办中心');
    hospitalId = await procurement.organisation('hospital', '遂宁测试医院');
    supplierId = await procurement.organisation('supplier', '遂宁测试配送');
    const enter = (loginName: string, organisationId: string, role: Role) =>
      api.enter({ loginName, area: AREA, organisationId, role });
    await enter('clerk', clerkId, 'agency-clerk');
    [hospital, supplier] = [
      await enter('hospital', hospitalId, 'hospital'),
      await enter('supplier', supplierId, 'supplier'),
    ];
    await procurement.play({
      clerk: await partOf('clerk', clerkId),
      hospital: await partOf('hospital', hospitalId),
      supplier: await partOf('supplier', supplierId),
    });
    const adopted = await api.app.get(Database, { strict: false }).inTransaction(api.db.scope(AREA), (tx) =>
      api.app.get(CalendarService, { strict: false }).adoptDueDatePolicy(tx, {
        counting: 'days-after-acceptance',
        deadlineDays: 30,
        roll: 'next-working-day',
        legalBasis: '测试',
        validFrom: plainDate('2019-01-01'),
        validTo: null,
        confirmedBy: null,
      }),
    );
    if (!adopted.ok) throw new Error(adopted.refusal.code);
  }, 120_000);
  afterAll(() => api.close());
  afterEach(async () => expect(await broken()).toEqual([]));

  it('PD-14 invoiced goods do not go back, before the hospital confirms and after; what is not invoiced does', async () => {
    const invoice = await submit('N-A', 80_000n);
    const all = await hospital.refusal('unitsReturn', await back('N-A', 90_000n));
    expect(all).toMatchObject({ code: 'ALREADY_INVOICED', message: expect.stringContaining('80000') });
    await hospital.mutate('unitsReturn', await back('N-A', 10_000n), '{ returned }');
    expect(await hospital.refusal('unitsReturn', await back('N-A', 1n))).toMatchObject({ code: 'ALREADY_INVOICED' });
    await hospital.mutate('invoiceConfirm', { invoiceId: invoice.id }, INVOICE);
    expect(await hospital.refusal('unitsReturn', await back('N-A', 1n))).toMatchObject({
      code: 'ALREADY_INVOICED',
      mend: expect.stringContaining('红字'),
    });
    expect(await lineOf('N-A')).toMatchObject({ left: 80_000n, matched: 80_000n });
  });

  it('PD-14 withdrawn, the goods are free to go back; what went back is not invoiced again', async () => {
    const invoice = await submit('N-B', 3_000n);
    await supplier.mutate('invoiceWithdraw', { invoiceId: invoice.id, reason: '开错票' }, INVOICE);
    await hospital.mutate('unitsReturn', await back('N-B', 1_000n), '{ returned }');
    expect(await supplier.refusal('invoiceSubmit', await draft('N-B', 2_001n))).toMatchObject({
      issues: [{ code: 'INVOICE_QUANTITY_EXCEEDS_ACCEPTED' }],
    });
  });

  it('PD-14 a return and an invoice at the same moment: one of the two, whatever the order', async () => {
    for (let round = 0; round < 6; round += 1) {
      const before = await lineOf('N-B');
      const [wanted, going] = [await draft('N-B', before.left), await back('N-B', 10n)];
      const send = (client: JourneyClient, name: string, input: object, type: string) =>
        client.send<Record<string, Answer>>(
          `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on Refusal { code } } }`,
          { input: { ...input, requestId: randomUUID() } },
        );
      const answers = await Promise.all([
        send(supplier, 'invoiceSubmit', wanted, 'InvoiceSubmitInput'),
        send(hospital, 'unitsReturn', going, 'UnitsReturnInput'),
      ]);
      const refused = answers.flatMap(({ data }) => Object.values(data ?? {})).filter(({ code }) => code !== undefined);
      expect(refused).toHaveLength(1);
      const { left, matched } = await lineOf('N-B');
      expect(matched === 0n || matched === left).toBe(true);
      const [open] = await api.db.ownerQuery<{ id: string }>(
        `SELECT id FROM settlement.invoice WHERE state = 'matched'`,
      );
      if (open) await supplier.mutate('invoiceWithdraw', { invoiceId: open.id, reason: '重开' }, INVOICE);
    }
  });

  it('PD-14 a confirmation asks anew what is left: goods that vanished past the guard are not owed', async () => {
    const { left, id } = await lineOf('N-B');
    const invoice = await submit('N-B', left);
    const slip = `INSERT INTO procurement.return_line (area, id, acceptance_line_id, accepted_quantity, returned_before,
        returned_quantity, returned_on, reason)
      SELECT area, gen_random_uuid(), acceptance_line_id, accepted_quantity, returned_quantity, 1, '2019-06-02', 'x'
      FROM procurement.accepted_line_v1 WHERE acceptance_line_id = $1`;
    await api.db.ownerQuery(slip, [id]);
    expect(await hospital.refusal('invoiceConfirm', { invoiceId: invoice.id })).toMatchObject({
      code: 'INVOICED_GOODS_RETURNED',
    });
    expect(await broken()).toContain('flows-returned-goods-are-not-invoiced');
    await supplier.mutate('invoiceWithdraw', { invoiceId: invoice.id, reason: '退货' }, INVOICE);
  });
});
