import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { castAdministrators } from '../../../apps/start/src/demo/administrators';
import { playSuining } from '../../../apps/start/src/demo/suining/play-suining';
import { demonstrationPassword } from '../../../apps/start/src/demo/logins';
import { awardSupplements } from '../../../apps/start/src/demo/data/award-supplements';
import { ClockedBank } from '../../../apps/start/src/demo/payment/clocked-bank';
import { businessDigest } from '../support/business-digest';
import { journeyApi, type JourneyApi } from '../support/journey-api';
import type { JourneyClient } from '../support/journey-client';
import { playSmallChongqing } from './small-chongqing';
import { prepareTrustApproval } from './tables/trust-approval';
import { prepareTrustAudit } from './tables/trust-audit';

/** The areas of the world by the beginning of their log-ins. */
const AREAS = { sn: '510900', cq: '500000' } as const;
type Prefix = keyof typeof AREAS;

const prefixOf = (login: string): Prefix => (login.startsWith('cq') ? 'cq' : 'sn');

/** Two areas with work in every room: Suining of the demonstration, and Chongqing with a dozen people in care. */
export class World {
  /** Figures for the four rows of the award table that lack them, as a clerk sends them. */
  readonly supplements = awardSupplements.map(({ packPriceYuan, unitsPerPack, ...rest }) => ({
    ...rest,
    ...(packPriceYuan === undefined ? {} : { packPrice: packPriceYuan }),
    ...(unitsPerPack === undefined ? {} : { unitsPerPack: unitsPerPack.toString() }),
  }));

  private constructor(
    readonly journey: JourneyApi,
    readonly schema: GraphQLSchema,
    private readonly bank: ClockedBank,
    private readonly folder: string,
  ) {}

  static async open(): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'huiji-bad-input-'));
    const journey = await journeyApi({ environment: { HUIJI_BANK_DIRECTORY: folder } });
    const { schema } = journey.app.get(GraphQLSchemaHost, { strict: false });
    const bank = new ClockedBank(folder);
    const theatre = { app: journey.app, bank, say: () => undefined };
    await playSuining(theatre);
    await playSmallChongqing(theatre);
    await castAdministrators(journey.app);
    const world = new World(journey, schema, bank, folder);
    await world.prepare();
    return world;
  }

  /** What would change the stored data by itself: log-ins, uploads, a period that no campaign has yet. */
  private async prepare(): Promise<void> {
    const people = await this.journey.db.ownerQuery<{ login_name: string }>(
      'SELECT login_name FROM identity.person_user',
    );
    for (const { login_name } of people) await this.as(login_name);
    for (const login of ['sn-hospital', 'sn-hospital-2'])
      await (await this.as(login)).upload(`${login}.csv`, 'a,b', 'text/csv');
    const clerk = await this.as('sn-clerk');
    const roundId = await this.some(AREAS.sn, 'procurement.round');
    const plan = { roundId, executionDate: '2022-06-01', years: 1 };
    const { id } = await clerk.mutate<{ id: string }>('agreementPeriodPlan', plan, '{ id }');
    const fileId = await this.some(AREAS.sn, 'platform.file', `name = 'awards-4-plus-7.csv'`);
    const round = await this.some(AREAS.cq, 'procurement.round');
    await (await this.as('cq-clerk')).mutate('savingsYearTakeUp', { roundId: round, agreementYear: 2 });
    await prepareTrustApproval(this);
    await prepareTrustAudit(this);
    await clerk.mutate('awardsImport', { periodId: id, fileId, supplements: this.supplements, supplyAreaNote: '说明' });
  }

  async close(): Promise<void> {
    this.bank.close();
    await this.journey.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Somebody of the demonstration by log-in; `nobody` has not logged in. */
  as(login: string): Promise<JourneyClient> {
    return login === 'nobody'
      ? Promise.resolve(this.journey.nobody())
      : this.journey.client(login, demonstrationPassword);
  }

  /** The area a log-in acts in. */
  areaOf(login: string): string {
    return AREAS[prefixOf(login)];
  }

  /** The other area: what belongs there is not found here. */
  otherArea(login: string): string {
    return AREAS[prefixOf(login) === 'sn' ? 'cq' : 'sn'];
  }

  /** Somebody of the other area in the same role. */
  counterpart(login: string): string {
    const other = prefixOf(login) === 'sn' ? 'cq' : 'sn';
    return login.replace(/^(sn|cq)/, other).replace(/(assessor)-\d$/, '$1-1');
  }

  /** The first column of the first row, as text. Throws when there is no row: a table that points at nothing proves nothing. */
  async one(sql: string, ...params: readonly unknown[]): Promise<string> {
    const [row] = await this.journey.db.ownerQuery<Readonly<Record<string, string | bigint | null>>>(sql, params);
    const [value] = Object.values(row ?? {});
    if (value === undefined || value === null) throw new Error(`no row: ${sql} ${JSON.stringify(params)}`);
    return String(value);
  }

  /** The id of some row of a table in an area, by SQL conditions. */
  some(area: string, table: string, where = 'true'): Promise<string> {
    return this.one(`SELECT id FROM ${table} t WHERE area = $1 AND ${where} ORDER BY id LIMIT 1`, area);
  }

  /** The organisation a log-in acts for. */
  organisation(login: string): Promise<string> {
    return this.one(
      `SELECT m.organisation_id FROM identity.membership m JOIN identity.person_user u ON u.id = m.user_id WHERE u.login_name = $1`,
      login,
    );
  }

  today(area: string): Promise<string> {
    return this.one('SELECT business_date::text FROM platform.area WHERE area = $1', area);
  }

  nobodyHasIt(): string {
    return randomUUID();
  }

  /** One hash over every row of every business table, but these. */
  digest(leftOut: readonly string[] = []): Promise<string> {
    return businessDigest((sql, params) => this.journey.db.ownerQuery(sql, params), leftOut);
  }
}
