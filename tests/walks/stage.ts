import { ScopedReader, roles, type Role } from '@huiji/platform';
import { DataSource } from 'typeorm';
import { World } from '../journeys/bad-input/world';
import type { JourneyClient } from '../journeys/support/journey-client';
import { queryFixtures } from './fixtures/queries';
import { HttpAsker } from './http-asker';

/** Somebody of the world, in one membership. */
export interface Login {
  readonly login_name: string;
  readonly area: string;
  readonly role: Role;
  readonly organisation_id: string;
  readonly user_id: string;
}

/** What the demonstration lacks: a file with a fault, a key, a delegate, a provider, a proposal, a verification. */
const furnish = async (world: World): Promise<void> => {
  const hospital = await world.as('sn-hospital');
  const rows = 'shipment_number,line_number,accepted_on,accepted,damaged,missing\nNONE,1,2020-07-01,1,0,0\n';
  const fileId = await hospital.upload('acceptances.csv', rows, 'text/csv');
  await hospital.mutate('acceptanceFileImport', { fileId });
  await world.journey.drain('510900');
  await hospital.mutate('apiKeyMake', { name: '系统', scopes: ['FILES'], days: 30 });
  const [clerk, admin] = [await world.as('sn-clerk'), await world.as('sn-admin')];
  const delegateMembershipId = await world.one(
    `SELECT m.id FROM identity.membership m JOIN identity.person_user u ON u.id = m.user_id WHERE u.login_name = 'sn-accounts'`,
  );
  const days = { fromDate: '2020-07-01', untilDate: '2020-07-02', reason: '休假' };
  await clerk.mutate('delegationMake', { delegateMembershipId, ...days });
  await admin.mutate('oidcIssuerSave', {
    slug: 'known',
    name: '统一身份',
    issuerUrl: 'https://known.example.org',
    clientId: 'huiji',
    clientSecret: 'secret',
    consoleOrigin: 'https://huiji.example.org',
  });
  const personId = await world.one(`SELECT id FROM identity.person_user WHERE login_name = 'sn-auditor'`);
  const organisationId = await world.organisation('sn-clerk');
  await admin.mutate('roleGive', { personId, organisationId, role: 'AGENCY_ACCOUNTS' });
  await (await world.as('sn-approval')).mutate('auditVerify', { keptHeads: '' });
};

/** The world of two areas behind a real HTTP server, which can be brought back to its beginning after every act. */
export class Stage {
  private constructor(
    readonly world: World,
    readonly asker: HttpAsker,
    readonly logins: readonly Login[],
  ) {}

  static async open(): Promise<Stage> {
    const world = await World.open();
    const { app, db } = world.journey;
    const logins = await db.ownerQuery<Login>(
      `SELECT u.login_name, m.area, m.role, m.organisation_id, m.user_id FROM identity.membership m
       JOIN identity.person_user u ON u.id = m.user_id ORDER BY 1`,
    );
    await furnish(world);
    const depths = Object.fromEntries(Object.entries(queryFixtures).map(([name, { depth = 3 }]) => [name, depth]));
    await app.listen(0, '127.0.0.1');
    const stage = new Stage(world, new HttpAsker(await app.getUrl(), world.schema, depths), logins);
    await stage.apart(() => db.keep());
    return stage;
  }

  /** The same, whose queries the server compiles anew: a planted resolver is used. */
  planted(): Stage {
    return new Stage(this.world, this.asker.renamed('Planted'), this.logins);
  }

  /** Somebody of an area in a role. */
  someone(area: string, role: Role): Promise<JourneyClient> {
    const login = this.logins.find((each) => each.area === area && each.role === role);
    if (!login) throw new Error(`nobody is ${role} in ${area}`);
    return this.world.as(login.login_name);
  }

  roleOf(login: string): Role {
    const role = this.logins.find(({ login_name }) => login_name === login)?.role;
    if (role === undefined || !roles.includes(role)) throw new Error(`${login} has no role`);
    return role;
  }

  /** The world as it was opened: log-ins, ids and all. */
  restore(): Promise<void> {
    return this.apart(() => this.world.journey.db.restore());
  }

  close(): Promise<void> {
    return this.world.close();
  }

  /** Works while the API has no connection open; it opens new ones by itself. */
  private async apart(work: () => Promise<void>): Promise<void> {
    const { app } = this.world.journey;
    const { driver } = app.get(DataSource);
    await driver.disconnect();
    await app.get(ScopedReader, { strict: false }).onApplicationShutdown();
    await work();
    await driver.connect();
  }
}
