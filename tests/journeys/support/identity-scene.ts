import { randomUUID } from 'node:crypto';
import { seedArea } from '@huiji/migrations/testing';
import { Secret, TOTP } from 'otpauth';
import { journeyApi, PASSWORD, type JourneyApi } from './journey-api';
import { JourneyClient, type Answer } from './journey-client';
import { GraphQLSchemaHost } from '@nestjs/graphql';

export const DEMO = '510900';
/** An area that is no demonstration: money roles need a second factor there. */
export const REAL = '500000';

export interface DoorAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly accessToken?: string;
  readonly refreshToken?: string;
  readonly deviceToken?: string | null;
  readonly recoveryCodes?: readonly string[] | null;
  readonly ticket?: string;
  readonly next?: string;
  readonly facts?: readonly { name: string; value: string }[];
  readonly viewer?: { readonly memberships: readonly { id: string; role: string; onBehalfOf: string | null }[] };
}

const SESSION = `... on Session { accessToken refreshToken deviceToken recoveryCodes viewer { memberships { id role onBehalfOf } } }`;
const WANTED = `... on SecondFactorWanted { ticket next }`;
const REFUSAL = `... on Refusal { code } ... on RuleRefusal { facts { name value } }`;

/** The instant of the machine, moved by specs that wait for windows and steps. */
export class MovedClock {
  private ms = 0;
  now(): Date {
    return new Date(Date.now() + this.ms);
  }
  pass(seconds: number): void {
    this.ms += seconds * 1000;
  }
}

/** Two areas, one real and one a demonstration, with an agency, a hospital and two administrators each. */
export class IdentityScene {
  readonly organisations = {
    agency: randomUUID(),
    hospital: randomUUID(),
    other: randomUUID(),
    supplier: randomUUID(),
  };

  private constructor(
    readonly journey: JourneyApi,
    readonly clock: MovedClock,
  ) {}

  static async open(): Promise<IdentityScene> {
    const clock = new MovedClock();
    const journey = await journeyApi({ clock });
    const scene = new IdentityScene(journey, clock);
    await seedArea(journey.db, DEMO);
    await seedArea(journey.db, REAL);
    await journey.db.ownerQuery(`UPDATE platform.area SET demonstration = (area = $1)`, [DEMO]);
    const { agency, hospital, other, supplier } = scene.organisations;
    await journey.db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care)
       VALUES ($1, 'agency', '经办', 'Agency', false), ($2, 'hospital', '医院', 'Hospital', false),
              ($3, 'hospital', '另一医院', 'Other hospital', false), ($4, 'supplier', '企业', 'Supplier', false)`,
      [agency, hospital, other, supplier],
    );
    for (const area of [DEMO, REAL])
      await journey.db.database.inTransaction(journey.db.scope(area), async (tx) => {
        await tx.query(
          `INSERT INTO catalog.area_organisation (area, organisation_id, roles, joined_on)
           SELECT $1, id, ARRAY[kind], $2 FROM catalog.organisation`,
          [tx.area, tx.businessDate],
        );
        return { ok: true, value: undefined };
      });
    return scene;
  }

  close(): Promise<void> {
    return this.journey.close();
  }

  /** One step at the door, from an address of its own if wished. */
  async door(mutation: string, input: object, address = '10.0.0.1'): Promise<DoorAnswer> {
    const type = mutation.charAt(0).toUpperCase() + mutation.slice(1);
    const parts = [
      mutation === 'logInSecondFactor' || mutation === 'refresh' ? SESSION : `${SESSION} ${WANTED}`,
      REFUSAL,
    ];
    const response = await this.journey.app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress: address,
      headers: { 'content-type': 'application/json' },
      payload: {
        query: `mutation Door($input: ${type}Input!) { ${mutation}(input: $input) { __typename ${parts.join(' ')} } }`,
        variables: { input },
      },
    });
    const { data, errors } = response.json<Answer<Record<string, DoorAnswer>>>();
    const answer = data?.[mutation];
    if (!answer) throw new Error(JSON.stringify(errors));
    return answer;
  }

  logIn(loginName: string, more: object = {}, address?: string): Promise<DoorAnswer> {
    return this.door('logIn', { loginName, password: PASSWORD, ...more }, address);
  }

  /** Somebody who holds an access token. */
  as({ accessToken }: Pick<DoorAnswer, 'accessToken'>): JourneyClient {
    if (accessToken === undefined) throw new Error('no access token');
    return new JourneyClient(
      this.journey.app,
      this.journey.app.get(GraphQLSchemaHost, { strict: false }).schema,
      accessToken,
    );
  }

  /** The code a phone shows now, or some steps from now. */
  code(secret: string, steps = 0): string {
    const timestamp = this.clock.now().getTime() + steps * 30_000;
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
  }

  /** Enrols at the first log-in where the second factor is demanded; answers the secret and the log-in. */
  async enrolled(loginName: string): Promise<{ secret: string; session: DoorAnswer }> {
    const { ticket } = await this.logIn(loginName);
    const begun = await this.journey.nobody().mutate<{ secret: string }>('secondFactorStart', { ticket }, '{ secret }');
    const session = await this.door('logInSecondFactor', { ticket, code: this.code(begun.secret) });
    this.clock.pass(60);
    return { secret: begun.secret, session };
  }
}
