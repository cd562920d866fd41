import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CalendarService } from '@huiji/calendar';
import { CatalogService, type OrganisationKind } from '@huiji/catalog';
import { FundAccountService, fundInvariants, PayeeAccountService, PayeeDirectories } from '@huiji/fund';
import { areaCode, fen, lineAmount, plainDate, price, quantity, type Fen, type Result } from '@huiji/kernel';
import { ledgerInvariants } from '@huiji/ledger';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import {
  JobsModule,
  InlineJobs,
  parseConfig,
  PlatformModule,
  randomSecrets,
  type Role,
  type Tx,
} from '@huiji/platform';

import { Bank } from '../../../../apps/bank-sandbox/src/bank';
import { BankNewsService } from '../bank-news.service';
import { BatchService } from '../batch.service';
import { InvoiceService } from '../invoice.service';
import { settlementJobHandlers, settlementJobs } from '../jobs/settlement.jobs';
import type { AcceptedFact, InvoiceDraft } from '../model/invoice';
import { PayableService } from '../payable.service';
import { settlementInvariants } from '../settlement-invariants';
import { SettlementModule } from '../settlement.module';
import { StatusQueryService } from '../status-query.service';

export const AREA = '510900';
export const OTHER_AREA = '500000';

const person = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
export const people = {
  clerk: person(1),
  first: person(2),
  recheck: person(3),
  approver: person(4),
  enterer: person(5),
  checker: person(6),
  supplier: person(7),
  hospital: person(8),
  insured: person(9),
} as const;

export const acceptanceLine = (n: number): string => `00000000-0000-7000-9000-${n.toString().padStart(12, '0')}`;

/** A machine clock that a test moves. */
export class HandClock {
  private at = new Date('2020-07-15T01:00:00Z');
  now(): Date {
    return new Date(this.at);
  }
  passMinutes(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

export interface Parties {
  readonly hospital: string;
  readonly otherHospital: string;
  readonly supplier: string;
  readonly otherSupplier: string;
  readonly product: string;
}

/** The library wired as in production, on a fresh database, with the bank of the sandbox in the same process. */
export class SettlementWorld {
  readonly clock = new HandClock();
  private numbers = 0;

  private constructor(
    readonly db: TestDatabase,
    private readonly app: {
      get<T>(type: Type<T> | (abstract new () => T), options: { strict: false }): T;
      close(): Promise<void>;
    },
    readonly root: string,
    readonly bank: Bank,
    readonly parties: Parties,
    clock: HandClock,
  ) {
    this.clock = clock;
  }

  static async open(openingFen = 1_000_000_000n): Promise<SettlementWorld> {
    const db = await testDatabase();
    await seedArea(db, AREA, { businessDate: '2020-07-15' });
    await seedArea(db, OTHER_AREA, { businessDate: '2020-07-15' });
    const root = mkdtempSync(join(tmpdir(), 'huiji-settlement-'));
    mkdirSync(join(root, AREA), { recursive: true });
    const clock = new HandClock();
    const app = await startApp(db, root, clock);
    const bank = new Bank(root, () => clock.now());
    const get = <T>(type: Type<T>): T => app.get(type, { strict: false });
    const parties = await settle(db, get, openingFen);
    return new SettlementWorld(db, app, root, bank, parties, clock);
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

  as<T>(who: string, work: (tx: Tx) => Promise<Result<T>>, area = AREA): Promise<Result<T>> {
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

  /** Everything that waits: jobs, the bank, and what the bank said, until nothing moves. */
  async settleDown(): Promise<void> {
    for (let quiet = false; !quiet;) {
      const ran = await this.app.get(InlineJobs, { strict: false }).drain(AREA);
      const taken = await this.bank.round();
      const read = await this.news.read(AREA);
      quiet = ran + taken + read === 0;
    }
  }

  behave(behaviour: object): void {
    writeFileSync(join(this.root, 'behaviour.json'), JSON.stringify(behaviour));
  }

  bankReport(): { executed: number; executedFen: string; duplicates: readonly unknown[] } {
    return JSON.parse(readFileSync(join(this.root, 'bank', 'report.json'), 'utf8')) as never;
  }

  /** Payments in the order they were made: state, amount and the account of them. */
  payments(): Promise<
    { id: string; state: string; attempt: number; instruction_id: string | null; payable_id: string }[]
  > {
    return this.db.ownerQuery(
      `SELECT y.id, y.state, y.attempt, y.instruction_id, y.payable_id FROM settlement.payment y
       JOIN settlement.batch b ON b.area = y.area AND b.id = y.batch_id WHERE y.area = $1 ORDER BY b.number, y.line_no`,
      [AREA],
    );
  }

  async stateOf(table: 'batch' | 'payable' | 'invoice' | 'payment', id: string): Promise<string> {
    const [row] = await this.db.ownerQuery<{ state: string }>(
      `SELECT state FROM settlement.${table} WHERE area = $1 AND id = $2`,
      [AREA, id],
    );
    return row?.state ?? 'absent';
  }

  exceptions(): Promise<{ exception_code: string; reason_text: string | null }[]> {
    return this.db.ownerQuery(
      `SELECT exception_code, reason_text FROM settlement.bank_entry WHERE area = $1 AND outcome = 'exception' ORDER BY id`,
      [AREA],
    );
  }

  /** Fen of the fund's cash, and what is held of it. */
  async cash(): Promise<{ readonly booked: bigint; readonly held: bigint }> {
    const [row] = await this.db.ownerQuery<{ booked: bigint; held: bigint }>(
      `SELECT debits_posted_fen - credits_posted_fen AS booked, credits_pending_fen AS held
       FROM ledger.account_balance WHERE area = $1 AND code = 'FUND_CASH'`,
      [AREA],
    );
    return { booked: row?.booked ?? 0n, held: row?.held ?? 0n };
  }

  /** Every promise that stored data breaks, by id. */
  async broken(): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { id, sql } of [...settlementInvariants, ...ledgerInvariants, ...fundInvariants]) {
      const rows = await this.db.database.read(this.db.scope(AREA), (tx) => tx.query(sql, [AREA]));
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

const startApp = (db: TestDatabase, root: string, clock: HandClock) => {
  const config = parseConfig({
    HUIJI_PROFILE: 'test',
    HUIJI_APP_DATABASE_URL: db.url('app'),
    HUIJI_BANK_DIRECTORY: root,
    HUIJI_BANK_SILENCE_MINUTES: '30',
    ...randomSecrets(),
  });
  @Module({
    imports: [
      PlatformModule.forRoot({ config, entities: [], applicationName: 'settlement-test', clock }),
      JobsModule.forRoot({ definitions: [...settlementJobs], handlers: [...settlementJobHandlers] }),
      SettlementModule,
    ],
  })
  class SettlementTestModule {}
  return NestFactory.createApplicationContext(SettlementTestModule, { logger: false, abortOnError: false });
};

type Get = <T>(type: Type<T>) => T;

const settle = async (db: TestDatabase, get: Get, openingFen: bigint): Promise<Parties> => {
  const as = async <T>(who: string, work: (tx: Tx) => Promise<Result<T>>): Promise<T> => {
    const result = await db.database.inTransaction(db.scope(AREA, who), work);
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
    return result.value;
  };
  get(PayeeDirectories).registerPersons({
    names: (_tx, ids) => Promise.resolve(new Map(ids.map((id) => [id, '张三']))),
  });
  const parties = await recordParties(as, get);
  await as(people.clerk, (tx) =>
    get(CalendarService).adoptDueDatePolicy(tx, {
      counting: 'days-after-acceptance',
      deadlineDays: 30,
      roll: 'next-working-day',
      legalBasis: '测试',
      validFrom: plainDate('2019-01-01'),
      validTo: null,
      confirmedBy: null,
    }),
  );
  const funds = get(FundAccountService);
  const own = await as(people.enterer, (tx) =>
    funds.enter(tx, {
      ...bankEntry('5100012345678901'),
      openingBalanceFen: openingFen,
      openingDate: plainDate('2020-07-01'),
    }),
  );
  await as(people.checker, (tx) => funds.confirm(tx, own));
  const payees = get(PayeeAccountService);
  const paid = [
    ['organisation', parties.supplier],
    ['organisation', parties.hospital],
    ['person', people.insured],
  ] as const;
  for (const [index, [payeeType, payeeId]] of paid.entries()) {
    const id = await as(people.enterer, (tx) =>
      payees.enter(tx, { payeeType, payeeId }, bankEntry(`622202021234567${index}`)),
    );
    await as(people.checker, (tx) => payees.confirm(tx, id));
  }
  return parties;
};

const bankEntry = (accountNumber: string) => ({
  holderName: '测试户名',
  bankName: '中国工商银行',
  cnaps: '102100099996',
  accountNumber,
  bankCodeVerified: false,
});

const recordParties = async (
  as: <T>(who: string, work: (tx: Tx) => Promise<Result<T>>) => Promise<T>,
  get: Get,
): Promise<Parties> => {
  const catalog = get(CatalogService);
  const organisation = async (kind: OrganisationKind, nameZh: string): Promise<string> => {
    const id = await as(people.clerk, (tx) =>
      catalog.recordOrganisation(tx, { kind, nameZh, nameEn: nameZh, uscc: null, medicalCode: null }),
    );
    await as(people.clerk, (tx) => catalog.joinArea(tx, id, [kind]));
    return id;
  };
  const hospital = await organisation('hospital', '遂宁市测试医院');
  const otherHospital = await organisation('hospital', '遂宁市另一医院');
  const supplier = await organisation('supplier', '测试配送企业');
  const otherSupplier = await organisation('supplier', '另一配送企业');
  const manufacturerId = await organisation('manufacturer', '测试药厂');
  const varietyId = await as(people.clerk, (tx) =>
    catalog.recordVariety(tx, {
      genericNameZh: '阿托伐他汀口服常释剂型',
      genericNameEn: 'Atorvastatin',
      smallestUnitZh: '片',
      dosageForm: '片剂',
      antibiotic: false,
    }),
  );
  const product = await as(people.clerk, (tx) =>
    catalog.recordProduct(tx, {
      varietyId,
      code: 'N-1',
      nameZh: '阿托伐他汀钙片',
      strength: '20mg*7',
      unitsPerPack: 7n,
      manufacturerId,
      sourceNote: '',
    }),
  );
  return { hospital, otherHospital, supplier, otherSupplier, product };
};

export type { Fen };
