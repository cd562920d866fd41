import { ScopedReader, roles, type Role } from '@huiji/platform';
import { UserService } from '@huiji/identity';
import { DataSource } from 'typeorm';
import { World } from '../journeys/bad-input/world';
import type { JourneyClient } from '../journeys/support/journey-client';
import { demonstrationPassword } from '../../apps/start/src/demo/logins';
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

/** What the demonstration lacks: a file of acceptances with a fault in it. */
const furnish = async (world: World): Promise<void> => {
  const hospital = await world.as('sn-hospital');
  const rows = 'shipment_number,line_number,accepted_on,accepted,damaged,missing\nNONE,1,2020-07-01,1,0,0\n';
  const fileId = await hospital.upload('acceptances.csv', rows, 'text/csv');
  await hospital.mutate('acceptanceFileImport', { fileId });
  await world.journey.drain('510900');
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
    for (const area of ['510900', '500000']) {
      const prefix = area === '510900' ? 'sn' : 'cq';
      const organisationId = await world.organisation(`${prefix}-clerk`);
      const draft = {
        loginName: `${prefix}-administrator`,
        displayName: '系统管理员',
        password: demonstrationPassword,
      };
      const made = await db.database.inTransaction(db.scope(area), (tx) =>
        app.get(UserService, { strict: false }).create(tx, draft, [{ organisationId, role: 'administrator' }]),
      );
      if (!made.ok) throw new Error(`no administrator: ${JSON.stringify(made.refusal)}`);
      await world.as(draft.loginName);
    }
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

  /** The same with a server that compiles its queries anew: another depth, so that a planted resolver is used. */
  planted(): Stage {
    return new Stage(this.world, this.asker.atDepth(2), this.logins);
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
