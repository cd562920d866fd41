import { areaCode, type Result } from '@huiji/kernel';
import { approvalWords } from '@huiji/approval';
import { catalogPermissions, CatalogService } from '@huiji/catalog';
import { identityPermissions } from '@huiji/identity';
import { ledgerPermissions, LedgerService, ledgerWords } from '@huiji/ledger';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import {
  CallerReader,
  graphqlModule,
  joinPermissions,
  parseConfig,
  PlatformModule,
  randomSecrets,
  registeredEntities,
  type Caller,
  type Role,
  type Tx,
} from '@huiji/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { FundAccountService } from '../fund-account.service';
import { FundModule } from '../fund.module';
import { fundWords } from '../fund-words';
import { fundPermissions } from '../permissions';
import { PayeeAccountService } from '../payee-account.service';
import { PayeeDirectories } from '../payee-directories.service';

export const AREA = '510900';
export const OTHER_AREA = '500000';
const person = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
export const [enterer, checker, thirdPerson, insured, stranger] = [1, 2, 3, 4, 5].map(person) as [
  string,
  string,
  string,
  string,
  string,
];

/** "Bearer role user organisation" is that caller in the area of the tests. */
class PlainReader extends CallerReader {
  override read(authorization: string | undefined): Promise<Caller | undefined> {
    const [role, userId = enterer, organisationId = stranger] = authorization?.replace('Bearer ', '').split(' ') ?? [];
    const area = areaCode(AREA);
    const scope = { area, actor: { kind: 'person', userId } } as const;
    return Promise.resolve(role ? { role: role as Role, userId, organisationId, area, scope } : undefined);
  }
}

@Module({ providers: [{ provide: CallerReader, useClass: PlainReader }], exports: [CallerReader] })
class PlainReaderModule {}

export interface FundWorld {
  readonly db: TestDatabase;
  readonly app: NestFastifyApplication;
  readonly payees: PayeeAccountService;
  readonly fund: FundAccountService;
  readonly ledger: LedgerService;
  readonly hospital: string;
  /** Runs work as one person in one transaction. */
  as<T>(who: string, work: (tx: Tx) => Promise<Result<T>>, area?: string): Promise<Result<T>>;
  close(): Promise<void>;
}

const startApp = async (db: TestDatabase): Promise<NestFastifyApplication> => {
  const config = parseConfig({
    HUIJI_PROFILE: 'test',
    HUIJI_APP_DATABASE_URL: db.url('app'),
    HUIJI_BANK_DIRECTORY: '/nowhere',
    ...randomSecrets(),
  });
  @Module({
    imports: [
      PlatformModule.forRoot({ config, entities: registeredEntities(), applicationName: 'fund-test' }),
      graphqlModule({
        imports: [PlainReaderModule],
        words: [fundWords, ledgerWords, approvalWords],
        permissions: joinPermissions([fundPermissions, ledgerPermissions, catalogPermissions, identityPermissions]),
        logger: pino({ level: 'silent' }),
      }),
      FundModule,
    ],
  })
  class FundTestModule {}
  const app = await NestFactory.create<NestFastifyApplication>(FundTestModule, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
};

/** The fund's module, wired as in production, on a fresh database with one hospital and one insured person. */
export const fundWorld = async (): Promise<FundWorld> => {
  const db = await testDatabase();
  await seedArea(db, AREA);
  await seedArea(db, OTHER_AREA);
  const app = await startApp(db);
  const as: FundWorld['as'] = (who, work, area = AREA) => db.database.inTransaction(db.scope(area, who), work);
  const catalog = app.get(CatalogService, { strict: false });
  const hospital = await as(enterer, async (tx) => {
    const made = await catalog.recordOrganisation(tx, {
      kind: 'hospital',
      nameZh: '遂宁市测试医院',
      nameEn: 'Suining Test Hospital',
      uscc: null,
      medicalCode: null,
    });
    if (made.ok) await catalog.joinArea(tx, made.value, ['hospital']);
    return made;
  });
  if (!hospital.ok) throw new Error(hospital.refusal.code);
  app.get(PayeeDirectories, { strict: false }).registerPersons({
    names: (tx, ids) => Promise.resolve(new Map(tx.area === AREA && ids.includes(insured) ? [[insured, '张三']] : [])),
  });
  return {
    db,
    app,
    payees: app.get(PayeeAccountService, { strict: false }),
    fund: app.get(FundAccountService, { strict: false }),
    ledger: app.get(LedgerService, { strict: false }),
    hospital: hospital.value,
    as,
    close: async () => {
      await app.close();
      await db.close();
    },
  };
};

export const entry = {
  holderName: '遂宁市测试医院',
  bankName: '中国工商银行',
  cnaps: '102100099996',
  accountNumber: '6222 0212 3456 6789',
  bankCodeVerified: false,
} as const;
