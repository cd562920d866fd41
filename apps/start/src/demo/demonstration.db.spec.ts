import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { domainInvariants } from '@huiji/api/domains';
import { testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { AreaOverviewFlow, RetainedToPayableFlow, SubsidyToPayableFlow } from '@huiji/flows';
import { plainDate } from '@huiji/kernel';
import { Database, parseConfig, randomSecrets, type Role } from '@huiji/platform';
import { ProgressService } from '@huiji/procurement';
import { DataSource } from 'typeorm';
import { DemoModule } from './demo.module';
import { demonstrationDigest, wholeDigest, type TableDigest } from './digest';
import { playDemonstration } from './play';

interface Committed {
  readonly whole: string;
  readonly tables: Readonly<Record<string, TableDigest>>;
}

/** HUIJI_DEMONSTRATION=tell shows the progress; =write keeps the digest that came out, after a wanted change. */
const wish = process.env['HUIJI_DEMONSTRATION'];
const say = (line: string): void => {
  if (wish !== undefined) process.stderr.write(`${new Date().toISOString().slice(14, 23)} ${line}\n`);
};

const committed = JSON.parse(readFileSync(join(__dirname, 'digest.json'), 'utf8')) as Committed;

describe('the demonstration, played through the services', () => {
  let db: TestDatabase;
  let app: INestApplicationContext;
  let source: DataSource;
  const folder = mkdtempSync(join(tmpdir(), 'huiji-demo-'));
  const one = async <Row>(sql: string, params: readonly unknown[] = []): Promise<Row> => {
    const [row] = await db.ownerQuery<Row>(sql, params);
    if (row === undefined) throw new Error(`nothing: ${sql}`);
    return row;
  };

  beforeAll(async () => {
    db = await testDatabase();
    const config = parseConfig({
      ...randomSecrets(),
      HUIJI_PROFILE: 'test',
      HUIJI_APP_DATABASE_URL: db.url('app'),
      HUIJI_BANK_DIRECTORY: folder,
    });
    app = await NestFactory.createApplicationContext(DemoModule.forRoot(config), { logger: ['error'] });
    await playDemonstration(app, folder, say);
    source = await new DataSource({ type: 'postgres', url: db.url('test') }).initialize();
  }, 240_000);
  afterAll(async () => {
    await source.destroy();
    await app.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is the same every time: the digest over ids, days, amounts and states is the committed one', async () => {
    const tables = await demonstrationDigest(source);
    const found = { whole: wholeDigest(tables), tables };
    if (wish === 'write') writeFileSync(join(__dirname, 'digest.json'), `${JSON.stringify(found, null, 2)}\n`);
    else expect(found).toEqual(committed);
  });

  it('keeps every promise about stored data in both areas', async () => {
    const broken: string[] = [];
    for (const area of ['510900', '500000'])
      for (const { id, sql } of domainInvariants)
        if ((await db.ownerQuery(sql, [area])).length > 0) broken.push(`${area} ${id}`);
    expect(broken).toEqual([]);
  });

  it('Suining opens on 2020-07-01 with contracts of exactly 7,469,900.00 yuan over 25 drugs', async () => {
    const area = await one(`SELECT business_date, demonstration FROM platform.area WHERE area = '510900'`);
    expect(area).toEqual({ business_date: '2020-07-01', demonstration: true });
    const sum = await one(
      `SELECT count(*)::int AS contracts, sum(amount_fen)::bigint AS fen FROM procurement.main_contract
       WHERE area = '510900' AND state = 'in-force'`,
    );
    expect(sum).toEqual({ contracts: 25, fen: 746_990_000n });
  });

  it('A13 Chongqing reads 296.00 % on 2019-10-31, the unweighted mean of 25 drugs', async () => {
    const { mean, drugs } = await one<{ mean: string; drugs: number }>(
      `WITH agreed AS (
         SELECT product_id, sum(agreed_quantity) AS agreed FROM procurement.base_volume_v1
         WHERE area = '500000' AND agreement_year = 1 GROUP BY product_id
       ), accepted AS (
         SELECT product_id, sum(accepted_quantity - returned_quantity) AS accepted FROM procurement.accepted_line_v1
         WHERE area = '500000' AND accepted_on BETWEEN '2019-03-20' AND '2019-10-31' GROUP BY product_id
       ) SELECT round(avg(100.0 * accepted / agreed), 2)::text AS mean, count(*)::int AS drugs
         FROM agreed JOIN accepted USING (product_id)`,
    );
    expect([mean, drugs]).toEqual(['296.00', 25]);
  });

  it('A13 A17 its progress sheet says so on that day: 25 drugs, 296.00 % on average, time progress 61.75 %', async () => {
    const period = await one<{ id: string }>(
      `SELECT id FROM procurement.agreement_period WHERE area = '500000' AND starts_on = '2019-03-20'`,
    );
    const clerk = await one<{ user_id: string; organisation_id: string }>(
      `SELECT user_id, organisation_id FROM identity.membership WHERE area = '500000' AND role = 'agency-clerk'`,
    );
    const scope = db.scope('500000', clerk.user_id);
    const caller = { ...scope, userId: clerk.user_id, organisationId: clerk.organisation_id, scope };
    const at = { periodId: period.id, yearNumber: 1, asOf: plainDate('2019-10-31'), hospitalId: null };
    const sheet = await app
      .get(Database)
      .read(scope, (tx) =>
        app.get(ProgressService).sheet(tx, { ...caller, role: 'agency-clerk' }, { ...at, dimension: 'product' }),
      );
    expect(sheet).toMatchObject({
      value: {
        days: 366,
        elapsedDays: 226,
        timePercent: 6175n,
        average: { base: { products: 25 }, unweightedPercent: 29_600n },
      },
    });
  }, 120_000);

  it('D17 923 applied and 788 passed', async () => {
    const funnel = await one(
      `SELECT (SELECT count(*)::int FROM long_term_care.application WHERE area = '500000') AS applied,
              (SELECT count(*)::int FROM long_term_care.assessment WHERE area = '500000' AND state = 'confirmed') AS passed`,
    );
    expect(funnel).toEqual({ applied: 923, passed: 788 });
  });

  it('D13 50 a day gives 1,500, 1,550, 1,550 and 1,400 yuan from November 2021 to February 2022', async () => {
    const months = await db.ownerQuery(
      `SELECT month, count(*)::int AS people, min(amount_fen) AS least, max(amount_fen) AS most
       FROM long_term_care.subsidy_line WHERE area = '500000' GROUP BY month ORDER BY month`,
    );
    const of = (month: string, fen: bigint) => ({ month, people: 788, least: fen, most: fen });
    expect(months).toEqual([
      of('2021-11', 150_000n),
      of('2021-12', 155_000n),
      of('2022-01', 155_000n),
      of('2022-02', 140_000n),
    ]);
  });

  it('leaves work in every room', async () => {
    const count = async (table: string, area: string, state: string): Promise<number> =>
      (
        await one<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE area = $1 AND state = $2`, [
          area,
          state,
        ])
      ).n;
    expect(await count('settlement.payment', '510900', 'unknown')).toBe(1);
    for (const [table, area, state] of [
      ['procurement.volume_report', '510900', 'draft'],
      ['procurement.volume_report', '510900', 'submitted'],
      ['procurement.purchase_order', '510900', 'placed'],
      ['procurement.purchase_order', '500000', 'placed'],
      ['settlement.invoice', '510900', 'matched'],
      ['settlement.invoice', '510900', 'disputed'],
      ['settlement.payable', '510900', 'open'],
      ['settlement.batch', '510900', 'in-review'],
      ['settlement.batch', '500000', 'in-review'],
      ['long_term_care.application', '500000', 'submitted'],
      ['long_term_care.assessment', '500000', 'visiting'],
      ['long_term_care.assessment', '500000', 'in-publicity'],
      ['long_term_care.subsidy_run', '500000', 'computed'],
      ['savings.sheet', '500000', 'open'],
      ['savings.sheet', '500000', 'objected'],
      ['fund.payee_account', '500000', 'confirmed'],
    ] as const)
      expect([table, area, state, (await count(table, area, state)) > 0]).toEqual([table, area, state, true]);
  });

  it('the overview equals the contracts and the ledger; a hospital and a supplier see their own', async () => {
    const overview = app.get(AreaOverviewFlow);
    const of = async (loginName: string) => {
      const who = await one<{ user_id: string; organisation_id: string; role: Role }>(
        `SELECT m.user_id, m.organisation_id, m.role FROM identity.membership m
         JOIN identity.person_user u ON u.id = m.user_id WHERE u.login_name = $1`,
        [loginName],
      );
      const caller = { role: who.role, organisationId: who.organisation_id };
      return app.get(Database).read(db.scope('510900', who.user_id), (tx) => overview.of(tx, caller));
    };
    const [auditor, hospital, supplier] = [await of('sn-auditor'), await of('sn-hospital'), await of('sn-supplier')];
    expect(auditor).toMatchObject({ agreedAmount: 746_990_000n, contractedProducts: 25n, contractedHospitals: 8n });
    expect(auditor.fund?.owedToSuppliers).toBeGreaterThan(0n);
    expect(hospital).toMatchObject({ contractedHospitals: 1n, fund: null, careMonths: [] });
    expect(hospital.agreedAmount).toBeLessThan(auditor.agreedAmount);
    expect(supplier.acceptedAmount > 0n && supplier.acceptedAmount < auditor.acceptedAmount).toBe(true);
    expect(supplier).toMatchObject({ agreedAmount: 0n, fund: null });
  });

  it('hands nothing over twice: neither confirmed sheets nor a subsidy run', async () => {
    const clerk = await one<{ user_id: string }>(
      `SELECT m.user_id FROM identity.membership m WHERE m.area = '500000' AND m.role = 'agency-clerk'`,
    );
    const scope = db.scope('500000', clerk.user_id);
    const database = app.get(Database);
    const payables = await db.ownerQuery('SELECT count(*) FROM settlement.payable');
    const savings = await one<{ id: string }>(`SELECT id FROM savings.run WHERE area = '500000'`);
    const again = await database.inTransaction(scope, (tx) => app.get(RetainedToPayableFlow).handOver(tx, savings.id));
    expect(again).toMatchObject({ ok: false, refusal: { code: 'NO_CONFIRMED_SHEET' } });
    const subsidy = await one<{ id: string }>(
      `SELECT id FROM long_term_care.subsidy_run WHERE area = '500000' AND month = '2021-11'`,
    );
    const twice = await database.inTransaction(scope, (tx) => app.get(SubsidyToPayableFlow).handOver(tx, subsidy.id));
    expect(twice).toMatchObject({ ok: false, refusal: { code: 'WRONG_STATE' } });
    expect(await db.ownerQuery('SELECT count(*) FROM settlement.payable')).toEqual(payables);
  });

  it('leaves no news untold', async () => {
    expect(await db.ownerQuery('SELECT job FROM platform.outbox WHERE relayed_at IS NULL')).toEqual([]);
  });
});
