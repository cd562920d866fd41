import { areaCode } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { CallerReader, Database, graphqlModule, type Caller, type Role } from '@huiji/platform';
import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { LedgerModule } from './ledger.module';
import { ledgerPermissions } from './permissions';
import { act, idOf, ledgerService, obligation, opening, payment } from './testing/ledger-fixture';

const AREA = '510900';
const ledger = ledgerService();

/** "Bearer role area" is somebody of that role in that area. */
class PlainReader extends CallerReader {
  override read(authorization: string | undefined): Promise<Caller | undefined> {
    const [role, code = AREA] = authorization?.replace('Bearer ', '').split(' ') ?? [];
    const area = areaCode(code);
    const userId = idOf('somebody');
    const scope = { area, actor: { kind: 'person', userId } } as const;
    return Promise.resolve(role ? { role: role as Role, userId, organisationId: userId, area, scope } : undefined);
  }
}

@Module({ providers: [{ provide: CallerReader, useClass: PlainReader }], exports: [CallerReader] })
class PlainReaderModule {}

const start = async (db: TestDatabase): Promise<NestFastifyApplication> => {
  @Global()
  @Module({ providers: [{ provide: Database, useValue: db.database }], exports: [Database] })
  class TestDatabaseModule {}
  @Module({
    imports: [
      TestDatabaseModule,
      graphqlModule({
        imports: [PlainReaderModule],
        words: [],
        permissions: ledgerPermissions,
        logger: pino({ level: 'silent' }),
      }),
      LedgerModule,
    ],
  })
  class LedgerTestModule {}
  const app = await NestFactory.create<NestFastifyApplication>(LedgerTestModule, new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
};

const BOOKS = `query ($at: PlainDate) { trialBalance(at: $at) { at totalDebit totalCredit
  lines { code accounts debit credit pendingDebit pendingCredit } } }`;
const CASH = `{ ledgerAccounts(code: FUND_CASH, first: 5) { edges { node { id balance creditsPending
  entries(first: 10) { edges { node { code side amount status bookedOn counterCode counterOwnerId
    reference { type id } } } } } } } }`;

describe('the books through GraphQL', () => {
  let db: TestDatabase;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    db = await testDatabase();
    await seedArea(db, AREA);
    await seedArea(db, '500000');
    await act(db, AREA, (tx) => ledger.post(tx, opening(1_000_000n)));
    await act(db, AREA, (tx) => ledger.post(tx, obligation('invoice', 74_699n)));
    await act(db, AREA, (tx) => ledger.post(tx, payment('payment', 74_699n)));
    app = await start(db);
  });
  afterAll(async () => {
    await app.close();
    await db.close();
  });

  const ask = async (bearer: string, query: string, variables: object = {}): Promise<unknown> => {
    const answer = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${bearer}` },
      payload: { query, variables },
    });
    const body = answer.json<{ data?: unknown; errors?: readonly { extensions: { code: string } }[] }>();
    return body.data ?? body.errors?.map(({ extensions }) => extensions.code);
  };

  it('C15 the auditor reads the trial balance of today and of any date', async () => {
    expect(await ask('auditor', BOOKS)).toMatchObject({
      trialBalance: {
        at: '2020-07-01',
        totalDebit: '10746.99',
        totalCredit: '10746.99',
        lines: [
          { code: 'FUND_CASH', accounts: '1', debit: '10000.00', credit: '0.00', pendingCredit: '746.99' },
          { code: 'OPENING_EQUITY', credit: '10000.00' },
          { code: 'SUPPLIER_PAYABLE', credit: '746.99', pendingDebit: '746.99' },
          { code: 'HOSPITAL_RECOVERABLE', debit: '746.99' },
        ],
      },
    });
    expect(await ask('auditor', BOOKS, { at: '2020-06-30' })).toMatchObject({ trialBalance: { lines: [] } });
  });

  it('from any figure the auditor comes to its entries and the document of each', async () => {
    expect(await ask('auditor', CASH)).toMatchObject({
      ledgerAccounts: {
        edges: [
          {
            node: {
              balance: '10000.00',
              creditsPending: '746.99',
              entries: {
                edges: [
                  {
                    node: {
                      code: 'PAYMENT',
                      side: 'CREDIT',
                      amount: '746.99',
                      status: 'PENDING',
                      bookedOn: null,
                      counterCode: 'SUPPLIER_PAYABLE',
                      counterOwnerId: idOf('supplier'),
                      reference: { type: 'payment', id: idOf('payment') },
                    },
                  },
                  { node: { code: 'OPENING_BALANCE', side: 'DEBIT', status: 'POSTED', bookedOn: '2020-07-01' } },
                ],
              },
            },
          },
        ],
      },
    });
  });

  it('X1 an account of another area is not there', async () => {
    const [account] = await db.ownerQuery<{ id: string }>(`SELECT id FROM ledger.account WHERE code = 'FUND_CASH'`);
    const query = 'query ($id: Uuid!) { ledgerAccount(id: $id) { balance } }';
    expect(await ask('auditor', query, account)).toEqual({ ledgerAccount: { balance: '10000.00' } });
    expect(await ask('auditor 500000', query, account)).toEqual({ ledgerAccount: null });
    expect(await ask('auditor 500000', CASH)).toEqual({ ledgerAccounts: { edges: [] } });
  });

  it.each(['hospital', 'supplier', 'assessor'])('X1 a %s does not read the books', async (role) => {
    expect(await ask(role, BOOKS)).toEqual(['FORBIDDEN']);
    expect(await ask(role, CASH)).toEqual(['FORBIDDEN']);
  });
});
