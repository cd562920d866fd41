import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fundInvariants } from '@huiji/fund';
import { areaCode, fen, lineAmount, plainDate, present, price, quantity, type Result } from '@huiji/kernel';
import { ledgerInvariants } from '@huiji/ledger';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { InlineJobs, type Role, type Tx } from '@huiji/platform';

import { Bank } from '../../../../apps/bank-sandbox/src/bank';
import { BankNewsService } from '../bank-news.service';
import { BatchService } from '../batch.service';
import { InvoiceService } from '../invoice.service';
import type { AcceptedFact, InvoiceDraft } from '../model/invoice';
import { PayableService } from '../payable.service';
import { settlementInvariants } from '../settlement-invariants';
import { StatusQueryService } from '../status-query.service';
import { HandClock, startApp } from './settlement-app';
import { acceptanceLine, people, registerInsured, settle, type Parties } from './settlement-parties';

export { people } from './settlement-parties';

const FIRST_AREA = 511_001;

/** The library wired as in production, on a fresh database, with the bank of the sandbox in the same process. */
export class SettlementWorld {
  private numbers = 0;
  private acceptances = 100;
  private opened = 0;
  private current: { readonly area: string; readonly parties: Parties } | undefined;

  private constructor(
    readonly db: TestDatabase,
    private readonly app: NestFastifyApplication,
    readonly root: string,
    readonly bank: Bank,
    readonly clock: HandClock,
  ) {}

  /** The program and the bank; call `newArea` before each test. */
  static async open(): Promise<SettlementWorld> {
    const db = await testDatabase();
    const root = mkdtempSync(join(tmpdir(), 'huiji-settlement-'));
    const clock = new HandClock();
    const app = await startApp(db, root, clock);
    registerInsured((type) => app.get(type, { strict: false }));
    return new SettlementWorld(db, app, root, new Bank(root, () => clock.now()), clock);
  }

  /** An area of its own for a test: nothing was invoiced, owed or paid in it. */
  async newArea(openingFen = 1_000_000_000n): Promise<void> {
    this.opened += 1;
    const area = (FIRST_AREA + this.opened).toString();
    await seedArea(this.db, area, { businessDate: '2020-07-15' });
    mkdirSync(join(this.root, area), { recursive: true });
    this.behave({});
    this.current = { area, parties: await settle(this.db, area, (type) => this.service(type), openingFen) };
  }

  get area(): string {
    return present(this.current, 'an area').area;
  }
  get parties(): Parties {
    return present(this.current, 'an area').parties;
  }
  get invoices(): InvoiceService {
    return this.app.get(InvoiceService, { strict: false });
  }
  get payables(): PayableService {
    return this.app.get(PayableService, { strict: false });
  }
  get batches(): BatchService {
    return this.app.get(BatchService, { strict: false });
  }
  get news(): BankNewsService {
    return this.app.get(BankNewsService, { strict: false });
  }
  get queries(): StatusQueryService {
    return this.app.get(StatusQueryService, { strict: false });
  }
  service<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  as<T>(who: string, work: (tx: Tx) => Promise<Result<T>>, area = this.area): Promise<Result<T>> {
    const scope = { area: areaCode(area), actor: { kind: 'person', userId: who } } as const;
    return this.db.database.inTransaction(scope, (tx) => work({ ...tx, now: this.clock.now() }));
  }

  /** The value of an act that must succeed. */
  async done<T>(who: string, work: (tx: Tx) => Promise<Result<T>>): Promise<T> {
    const result = await this.as(who, work);
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
    return result.value;
  }

  accepted(n: number, units: bigint, over: Partial<AcceptedFact> = {}): AcceptedFact {
    return {
      acceptanceLineId: acceptanceLine(n),
      acceptedOn: plainDate('2020-07-10'),
      orderedOn: plainDate('2020-07-06'),
      hospitalId: this.parties.hospital,
      supplierId: this.parties.supplier,
      productId: this.parties.product,
      acceptedQuantity: quantity(units),
      returnedQuantity: quantity(0),
      price: price(660n, 7n),
      ...over,
    };
  }

  draft(units: bigint, over: Partial<InvoiceDraft> = {}): InvoiceDraft {
    this.numbers += 1;
    const amountFen = lineAmount(quantity(units), price(660n, 7n));
    const taxFen = fen((amountFen * 3n) / 103n);
    return {
      sellerId: this.parties.supplier,
      buyerId: this.parties.hospital,
      number: `2020${this.numbers.toString().padStart(16, '0')}`,
      issuedOn: plainDate('2020-07-12'),
      netFen: fen(amountFen - taxFen),
      taxFen,
      totalFen: amountFen,
      lines: [{ productId: this.parties.product, quantity: quantity(units), price: price(660n, 7n), amountFen }],
      ...over,
    };
  }

  /** An invoice, registered and confirmed: its payable is open. Returns the invoice's id. */
  async confirmedInvoice(n: number, units: bigint): Promise<string> {
    const { supplier, hospital } = this.parties;
    const id = await this.done(people.supplier, (tx) =>
      this.invoices.register(tx, { organisationId: supplier }, this.draft(units), [this.accepted(n, units)]),
    );
    await this.done(people.hospital, (tx) =>
      this.invoices.confirm(tx, { organisationId: hospital }, { invoiceId: id }),
    );
    return id;
  }

  /** A locked batch of everything that is open. */
  async lockedBatch(): Promise<string> {
    const id = await this.done(people.clerk, (tx) => this.batches.create(tx, {}));
    return this.done(people.clerk, (tx) => this.batches.lock(tx, { batchId: id }));
  }

  /** A released batch of so many new invoices of 660.00 yuan each, and of whatever else is open. */
  async releasedBatch(invoices = 1): Promise<string> {
    for (let one = 0; one < invoices; one += 1) {
      this.acceptances += 1;
      await this.confirmedInvoice(this.acceptances, 700n);
    }
    const id = await this.lockedBatch();
    await this.passAll(id);
    return id;
  }

  async paymentStates(): Promise<readonly string[]> {
    return (await this.payments()).map(({ state }) => state);
  }

  review(who: string, role: Role, batchId: string, decision: 'pass' | 'return' = 'pass', reason: string | null = null) {
    const step =
      ({ 'agency-first-review': 'first-review', 'agency-recheck': 'recheck' } as const)[role as string] ?? 'approval';
    return this.as(who, (tx) => this.batches.review(tx, { role }, { batchId, step, decision, reason }));
  }

  async passAll(batchId: string): Promise<void> {
    for (const [who, role] of [
      [people.first, 'agency-first-review'],
      [people.recheck, 'agency-recheck'],
      [people.approver, 'agency-approval'],
    ] as const) {
      const reviewed = await this.review(who, role, batchId);
      if (!reviewed.ok) throw new Error(`refused: ${JSON.stringify(reviewed.refusal)}`);
    }
  }

  /** One GraphQL request of a caller: the data, or the first error. */
  async graphql(
    [role, userId, organisationId]: readonly [Role, string, string],
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Promise<Record<string, never>> {
    const answer = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${role} ${userId} ${organisationId} ${this.area}`, 'accept-language': 'zh' },
      payload: { query, variables },
    });
    const body = answer.json<{ data?: Record<string, never>; errors?: readonly { message: string }[] }>();
    if (body.errors) throw new Error(body.errors.map(({ message }) => message).join('; '));
    return body.data ?? {};
  }

  /** Everything that waits: jobs, the bank, and what the bank said, until nothing moves. */
  async settleDown(): Promise<void> {
    for (let quiet = false; !quiet;) {
      const ran = await this.app.get(InlineJobs, { strict: false }).drain(this.area);
      const taken = await this.bank.round();
      const read = await this.news.read(this.area);
      quiet = ran + taken + read === 0;
    }
  }

  behave(behaviour: object): void {
    writeFileSync(join(this.root, 'behaviour.json'), JSON.stringify(behaviour));
  }

  bankReport(): { executed: number; executedFen: string; duplicates: readonly unknown[] } {
    const report = JSON.parse(readFileSync(join(this.root, 'bank', 'report.json'), 'utf8')) as {
      areas: Record<string, { executed: number; executedFen: string; duplicates: readonly unknown[] }>;
    };
    return present(report.areas[this.area], 'the area in the report of the bank');
  }

  /** Payments in the order they were made: state, amount and the account of them. */
  payments(): Promise<
    { id: string; state: string; attempt: number; instruction_id: string | null; payable_id: string }[]
  > {
    return this.db.ownerQuery(
      `SELECT y.id, y.state, y.attempt, y.instruction_id, y.payable_id FROM settlement.payment y
       JOIN settlement.batch b ON b.area = y.area AND b.id = y.batch_id WHERE y.area = $1 ORDER BY b.number, y.line_no`,
      [this.area],
    );
  }

  async stateOf(table: 'batch' | 'payable' | 'invoice' | 'payment', id: string): Promise<string> {
    const [row] = await this.db.ownerQuery<{ state: string }>(
      `SELECT state FROM settlement.${table} WHERE area = $1 AND id = $2`,
      [this.area, id],
    );
    return row?.state ?? 'absent';
  }

  exceptions(): Promise<{ exception_code: string; reason_text: string | null }[]> {
    return this.db.ownerQuery(
      `SELECT exception_code, reason_text FROM settlement.bank_entry WHERE area = $1 AND outcome = 'exception' ORDER BY id`,
      [this.area],
    );
  }

  /** Fen of the fund's cash, and what is held of it. */
  async cash(): Promise<{ readonly booked: bigint; readonly held: bigint }> {
    const [row] = await this.db.ownerQuery<{ booked: bigint; held: bigint }>(
      `SELECT debits_posted_fen - credits_posted_fen AS booked, credits_pending_fen AS held
       FROM ledger.account_balance WHERE area = $1 AND code = 'FUND_CASH'`,
      [this.area],
    );
    return { booked: row?.booked ?? 0n, held: row?.held ?? 0n };
  }

  /** Every promise that stored data breaks, by id. */
  async broken(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { id, sql } of [...settlementInvariants, ...ledgerInvariants, ...fundInvariants]) {
      const rows = await this.db.database.read(this.db.scope(this.area), (tx) => tx.query(sql, [this.area]));
      if (rows.length > 0) found.push(id);
    }
    return found;
  }

  async close(): Promise<void> {
    this.bank.close();
    await this.app.close();
    await this.db.close();
    rmSync(this.root, { recursive: true, force: true });
  }
}
