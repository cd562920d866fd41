import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CatalogModule, CatalogService, type OrganisationKind } from '@huiji/catalog';
import { FundAccountService, FundModule, PayeeAccountService } from '@huiji/fund';
import { IdentityModule, UserService } from '@huiji/identity';
import { areaCode, plainDate, type Result } from '@huiji/kernel';
import {
  Database,
  parseConfig,
  PlatformModule,
  registeredEntities,
  type Config,
  type Role,
  type Tx,
} from '@huiji/platform';
import { BatchService, PayableService, SettlementModule } from '@huiji/settlement';
import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Product } from './product';

export const AREA = '510900';
const TODAY = '2026-03-02';

@Module({})
class PaymentModule {
  static of(config: Config): DynamicModule {
    return {
      module: PaymentModule,
      imports: [
        PlatformModule.forRoot({ config, entities: registeredEntities(), applicationName: 'huiji-faults' }),
        CatalogModule,
        IdentityModule,
        FundModule,
        SettlementModule,
      ],
    };
  }
}

const account = (holderName: string, accountNumber: string) => ({
  holderName,
  bankName: '中国工商银行',
  cnaps: '102100099996',
  accountNumber,
  bankCodeVerified: true,
});

const value = <T>(what: string, result: Result<T>): T => {
  if (!result.ok) throw new Error(`${what}: ${result.refusal.code} ${JSON.stringify(result.refusal.issues)}`);
  return result.value;
};

type Who = 'clerk' | 'first' | 'recheck' | 'approval' | 'accounts' | 'check';
const roles: Readonly<Record<Who, Role>> = {
  clerk: 'agency-clerk',
  first: 'agency-first-review',
  recheck: 'agency-recheck',
  approval: 'agency-approval',
  accounts: 'agency-accounts',
  check: 'agency-accounts-check',
};

/** People, accounts and debts of one area in a running product, acted on through the services. */
export class PaymentWorld {
  private readonly people = new Map<Who, string>();
  private hospital = '';
  private context: INestApplicationContext | undefined;

  constructor(private readonly product: Product) {}

  /** Connects to the product as it runs now; after PostgreSQL came back, connect again. */
  async connect(): Promise<void> {
    await this.disconnect();
    const server = await this.product.server();
    const secrets = JSON.parse(readFileSync(path.join(this.product.home, 'secrets.json'), 'utf8')) as Record<
      string,
      string
    >;
    const config = parseConfig({
      ...secrets,
      HUIJI_PROFILE: 'test',
      HUIJI_APP_DATABASE_URL: server.url('app'),
      HUIJI_BANK_DIRECTORY: path.join(this.product.home, 'bank'),
    });
    this.context = await NestFactory.createApplicationContext(PaymentModule.of(config), {
      logger: false,
      abortOnError: false,
    });
  }

  async disconnect(): Promise<void> {
    const context = this.context;
    this.context = undefined;
    if (context === undefined) return;
    await context.get(Database).global.destroy();
    await context.close();
  }

  private get services(): INestApplicationContext {
    if (this.context === undefined) throw new Error('connect first');
    return this.context;
  }

  private get database(): Database {
    return this.services.get(Database);
  }

  private async as<T>(who: Who | 'setup', what: string, work: (tx: Tx) => Promise<Result<T>>): Promise<T> {
    const userId = who === 'setup' ? undefined : this.people.get(who);
    const scope = {
      area: areaCode(AREA),
      actor:
        userId === undefined ? ({ kind: 'system', name: 'faults' } as const) : ({ kind: 'person', userId } as const),
    };
    return value(what, await this.database.inTransaction(scope, work));
  }

  private organisation(kind: OrganisationKind, nameZh: string): Promise<string> {
    const catalog = this.services.get(CatalogService, { strict: false });
    return this.as('setup', nameZh, async (tx) => {
      const made = await catalog.recordOrganisation(tx, {
        kind,
        nameZh,
        nameEn: nameZh,
        uscc: null,
        medicalCode: null,
      });
      if (made.ok) await catalog.joinArea(tx, made.value, [kind]);
      return made;
    });
  }

  /** Opens the area with people, the fund's account and one hospital that is paid to a confirmed account. */
  async open(): Promise<void> {
    await this.database.global.query(
      `INSERT INTO platform.area (area, name_zh, name_en, demonstration, business_date, opened_on)
       VALUES ($1, '遂宁', 'Suining', true, $2, $2)`,
      [AREA, TODAY],
    );
    const agency = await this.organisation('agency', '测试经办中心');
    this.hospital = await this.organisation('hospital', '测试医院');
    const users = this.services.get(UserService, { strict: false });
    for (const who of Object.keys(roles) as Who[]) {
      const draft = { loginName: `faults-${who}`, displayName: who, password: 'correct horse battery' };
      const membership = { organisationId: agency, role: roles[who] };
      this.people.set(who, await this.as('setup', who, (tx) => users.create(tx, draft, [membership])));
    }
    await this.openAccounts();
  }

  private async openAccounts(): Promise<void> {
    const fund = this.services.get(FundAccountService, { strict: false });
    const payees = this.services.get(PayeeAccountService, { strict: false });
    const own = { openingBalanceFen: 1_000_000_000_00n, openingDate: plainDate(TODAY) };
    const fundId = await this.as('accounts', 'fund account', (tx) =>
      fund.enter(tx, { ...account('遂宁市医疗保障基金', '6222021234567001'), ...own }),
    );
    await this.as('check', 'fund account', (tx) => fund.confirm(tx, fundId));
    const payee = { payeeType: 'organisation', payeeId: this.hospital } as const;
    const payeeId = await this.as('accounts', 'payee account', (tx) =>
      payees.enter(tx, payee, account('测试医院', '6222021234567002')),
    );
    await this.as('check', 'payee account', (tx) => payees.confirm(tx, payeeId));
  }

  /** Makes debts, one batch of them, and has it passed by three people; the third pass releases it. Answers its id. */
  async releaseBatch(lines: number): Promise<string> {
    const payables = this.services.get(PayableService, { strict: false });
    const batches = this.services.get(BatchService, { strict: false });
    await this.as('setup', 'payables', (tx) =>
      payables.openSelected(
        tx,
        `SELECT 'retained-savings' AS kind, gen_random_uuid() AS source_id, 'organisation' AS payee_type,
                $1::uuid AS payee_id, NULL::uuid AS debit_owner_id, (100 + n)::bigint AS amount_fen,
                $2::date AS due_date
         FROM generate_series(1, $3::int) AS n`,
        [this.hospital, TODAY, lines],
      ),
    );
    const batchId = await this.as('clerk', 'batch', (tx) => batches.create(tx, { kinds: ['retained-savings'] }));
    await this.as('clerk', 'lock', (tx) => batches.lock(tx, { batchId }));
    for (const [who, step] of [
      ['first', 'first-review'],
      ['recheck', 'recheck'],
      ['approval', 'approval'],
    ] as const) {
      const input = { batchId, step, decision: 'pass' } as const;
      await this.as(who, step, (tx) => batches.review(tx, { role: roles[who] }, input));
    }
    return batchId;
  }
}
