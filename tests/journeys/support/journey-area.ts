import { CalendarService } from '@huiji/calendar';
import { CatalogService, type OrganisationKind } from '@huiji/catalog';
import { UserService } from '@huiji/identity';
import { areaCode, daysBetween, plainDate, type Result } from '@huiji/kernel';
import { domainInvariants } from '@huiji/api/domains';
import { seedArea } from '@huiji/migrations/testing';
import type { Role, Tx } from '@huiji/platform';
import { businessDigest } from './business-digest';
import { PASSWORD, type JourneyApi } from './journey-api';
import type { JourneyClient } from './journey-client';

/** One connection of Relay, as far as journeys read it. */
export interface Listed<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

/** People of the agency, by log-in, with the one role each has. */
const AGENCY: Readonly<Record<string, Role>> = {
  clerk: 'agency-clerk',
  first: 'agency-first-review',
  recheck: 'agency-recheck',
  approval: 'agency-approval',
  accounts: 'agency-accounts',
  check: 'agency-accounts-check',
  auditor: 'auditor',
};

/**
 * The ground a journey stands on: an open area with its agency, its people and the clock of payments. What an area has
 * before anybody works in it is set here through services; every step of a journey itself goes through GraphQL.
 */
export class JourneyArea {
  private readonly organisations = new Map<string, string>();
  private readonly clients = new Map<string, JourneyClient>();

  private constructor(
    readonly journey: JourneyApi,
    readonly code: string,
  ) {}

  static async open(journey: JourneyApi, code: string, openedOn: string): Promise<JourneyArea> {
    await seedArea(journey.db, code, { businessDate: openedOn });
    const area = new JourneyArea(journey, code);
    await area.organisation('agency', '测试经办中心');
    for (const [login, role] of Object.entries(AGENCY)) await area.person(login, '测试经办中心', role);
    await area.prepare(CalendarService, (calendar, tx) =>
      calendar.adoptDueDatePolicy(tx, {
        counting: 'days-after-acceptance',
        deadlineDays: 30,
        roll: 'next-working-day',
        legalBasis: '测试',
        validFrom: plainDate('2018-01-01'),
        validTo: null,
        confirmedBy: null,
      }),
    );
    return area;
  }

  /** An organisation that acts in the area. */
  async organisation(kind: OrganisationKind, nameZh: string): Promise<string> {
    const id = await this.prepare(CatalogService, async (catalog, tx) => {
      const made = await catalog.recordOrganisation(tx, { kind, nameZh, nameEn: '', uscc: null, medicalCode: null });
      if (made.ok) await catalog.joinArea(tx, made.value, [kind]);
      return made;
    });
    this.organisations.set(nameZh, id);
    return id;
  }

  /** A person with one role for an organisation, logged in. */
  async person(loginName: string, organisation: string, role: Role): Promise<void> {
    const organisationId = this.idOf(organisation);
    this.clients.set(loginName, await this.journey.enter({ loginName, area: this.code, organisationId, role }));
  }

  /** Gives somebody of the agency one more role, and logs in with it as `alias`. */
  async alsoAs(loginName: string, role: Role, alias: string): Promise<void> {
    const { me } = await this.as(loginName).query<{ me: { id: string } }>('{ me { id } }');
    const organisationId = this.idOf('测试经办中心');
    await this.prepare(UserService, async (users, tx) => {
      await users.addMembership(tx, me.id, { organisationId, role });
      return { ok: true, value: undefined };
    });
    const { me: all } = await this.as(loginName).query<{ me: { memberships: { id: string; role: string }[] } }>(
      '{ me { memberships { id role } } }',
    );
    const wanted = role.replaceAll('-', '_').toUpperCase();
    const membershipId = all.memberships.find((membership) => membership.role === wanted)?.id;
    this.clients.set(alias, await this.journey.client(loginName, PASSWORD, membershipId));
  }

  idOf(organisation: string): string {
    const id = this.organisations.get(organisation);
    if (id === undefined) throw new Error(`no organisation is called ${organisation}`);
    return id;
  }

  as(loginName: string): JourneyClient {
    const client = this.clients.get(loginName);
    if (!client) throw new Error(`nobody is called ${loginName}`);
    return client;
  }

  async today(): Promise<string> {
    const { areaOverview } = await this.as('auditor').query<{ areaOverview: { businessDate: string } }>(
      '{ areaOverview { businessDate } }',
    );
    return areaOverview.businessDate;
  }

  /** Moves the business date forward to a day; each morning's schedule runs on the way. */
  async goTo(date: string): Promise<void> {
    const days = daysBetween(plainDate(await this.today()), plainDate(date));
    if (days === 0) return;
    await this.as('clerk').mutate('areaDateAdvance', { days }, '{ businessDate }');
  }

  /** The nodes of the one connection that a query asks for. */
  async list<Node>(loginName: string, query: string, variables: object = {}): Promise<readonly Node[]> {
    const data = await this.as(loginName).query<Readonly<Record<string, Listed<Node>>>>(query, variables);
    return Object.values(data)[0]?.edges.map(({ node }) => node) ?? [];
  }

  /** What an area has before anybody works in it: through a service, by the system. */
  async prepare<Service, T>(
    token: new (...args: never[]) => Service,
    act: (service: Service, tx: Tx) => Promise<Result<T>>,
  ): Promise<T> {
    const service = this.journey.app.get<Service>(token, { strict: false });
    const scope = { area: areaCode(this.code), actor: { kind: 'system', name: 'journey' } } as const;
    const done = await this.journey.db.database.inTransaction(scope, (tx) => act(service, tx));
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value;
  }

  /** One hash over every row of every business table. */
  digest(): Promise<string> {
    return businessDigest((sql, params) => this.journey.db.ownerQuery(sql, params));
  }

  /** Ids of the promises about stored data that do not hold in this area. */
  async brokenPromises(): Promise<readonly string[]> {
    const broken: string[] = [];
    for (const { id, sql } of domainInvariants)
      if ((await this.journey.db.ownerQuery(sql, [this.code])).length > 0) broken.push(id);
    return broken;
  }
}
