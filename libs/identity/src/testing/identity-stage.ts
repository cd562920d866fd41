import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { FieldCipher, randomIds, type Caller, type Config, type Role, type Scope } from '@huiji/platform';
import { AccessTokens } from '../access-token.service';
import { Callers } from '../caller-reader.service';
import { CredentialRepository } from '../credentials/persistence/credential.repository';
import { Passwords } from '../credentials/passwords.service';
import { SecondFactors } from '../credentials/second-factors.service';
import { ApiKeys } from '../keys/api-keys.service';
import { ApiKeyRepository } from '../keys/persistence/api-key.repository';
import { LogInService } from '../log-in.service';
import { IdentityRepository } from '../persistence/identity.repository';
import { OrganisationReader } from '../persistence/organisation.reader';
import { SessionRepository } from '../persistence/session.repository';
import { TicketRepository } from '../persistence/ticket.repository';
import { isWanted, type LogInOutcome, type OpenSession } from '../session';
import { SessionService } from '../session.service';
import { ShownSecrets } from '../shown-secrets';
import { Standing } from '../standing.service';
import { Attempts } from '../throttle/attempts.service';
import { AttemptRepository } from '../throttle/persistence/attempt.repository';
import { UserService } from '../user.service';

export const PASSWORD = 'correct horse battery';

export const HOSPITAL = '0190c6a4-5c1e-7b1a-9f00-000000000001';
export const AGENCY = '0190c6a4-5c1e-7b1a-9f00-000000000002';
export const SUPPLIER = '0190c6a4-5c1e-7b1a-9f00-000000000003';

const keys: Pick<Config, 'dataKeys' | 'indexKey' | 'tokenSecret'> = {
  dataKeys: new Map([['k1', Buffer.alloc(32, 5)]]),
  indexKey: Buffer.alloc(32, 6),
  tokenSecret: Buffer.alloc(32, 7),
};

/** The services of identity on a database of their own, with a clock that a spec moves. */
export class IdentityStage {
  now = new Date('2020-07-01T08:00:00Z');
  private readonly clock = { now: (): Date => this.now };
  readonly cipher = new FieldCipher(keys);
  readonly tokens = new AccessTokens(keys, this.clock);
  readonly users = new UserService();
  readonly people = new IdentityRepository();
  readonly sessionRows = new SessionRepository();
  readonly attempts: Attempts;
  readonly secondFactors: SecondFactors;
  readonly sessions: SessionService;
  readonly door: LogInService;
  readonly passwords: Passwords;
  readonly standing: Standing;
  readonly keys: ApiKeys;
  readonly callers: Callers;

  private constructor(readonly db: TestDatabase) {
    const { database } = db;
    const { clock } = this;
    const credentials = new CredentialRepository();
    this.attempts = new Attempts(database, new AttemptRepository(), this.cipher, clock);
    this.secondFactors = new SecondFactors(credentials, this.cipher, clock);
    this.standing = new Standing(database, this.sessionRows, clock);
    this.sessions = new SessionService(
      database,
      this.people,
      this.sessionRows,
      this.tokens,
      this.standing,
      randomIds,
      clock,
    );
    this.door = new LogInService(
      database,
      this.people,
      new TicketRepository(),
      this.sessions,
      this.attempts,
      this.secondFactors,
      clock,
    );
    this.passwords = new Passwords(
      database,
      credentials,
      this.sessionRows,
      this.attempts,
      new ShownSecrets(this.cipher),
      clock,
    );
    this.keys = new ApiKeys(
      database,
      new ApiKeyRepository(),
      new OrganisationReader(),
      new ShownSecrets(this.cipher),
      clock,
    );
    this.callers = new Callers(this.tokens, this.standing, this.keys);
  }

  /** Suining as a demonstration, and Chongqing as the real thing; a hospital, an agency and a supplier in both. */
  static async open(): Promise<IdentityStage> {
    const db = await testDatabase();
    await seedArea(db, '510900');
    await seedArea(db, '500000');
    await db.ownerQuery(`UPDATE platform.area SET demonstration = (area = '510900')`);
    await db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care)
       VALUES ($1, 'hospital', '遂宁医院', 'Suining hospital', false), ($2, 'agency', '遂宁经办', 'Suining agency', false),
              ($3, 'supplier', '配送企业', 'Distributor', false)`,
      [HOSPITAL, AGENCY, SUPPLIER],
    );
    for (const area of ['510900', '500000'])
      await db.database.inTransaction(db.scope(area), async (tx) => {
        await tx.query(
          `INSERT INTO catalog.area_organisation (area, organisation_id, roles, joined_on)
           SELECT $1, id, ARRAY[kind], $2 FROM catalog.organisation`,
          [tx.area, tx.businessDate],
        );
        return { ok: true, value: undefined };
      });
    return new IdentityStage(db);
  }

  pass(ms: number): void {
    this.now = new Date(this.now.getTime() + ms);
  }

  /** Enters a person with memberships in an area and the password of everybody. */
  async enter(loginName: string, roles: readonly Role[], area = '510900'): Promise<string> {
    const made = await this.db.database.inTransaction(this.db.scope(area), (tx) =>
      this.users.create(
        tx,
        { loginName, displayName: '张 三', password: PASSWORD },
        roles.map((role) => ({
          role,
          organisationId: { hospital: HOSPITAL, supplier: SUPPLIER }[String(role)] ?? AGENCY,
        })),
      ),
    );
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  }

  /** The answer of the door, from an address, by a device. */
  async knock(
    loginName: string,
    password = PASSWORD,
    address = '10.0.0.1',
    deviceToken?: string,
    membershipId?: string,
  ) {
    return this.door.logIn({ loginName, password, membershipId }, { address, deviceToken });
  }

  /** An open log-in; throws for a refusal and for a second factor. */
  async logIn(loginName: string): Promise<OpenSession> {
    const opened = await this.knock(loginName);
    if (!opened.ok) throw new Error(opened.refusal.code);
    return openOf(opened.value);
  }

  async callerOf({ accessToken }: Pick<OpenSession, 'accessToken'>): Promise<Caller> {
    const caller = await this.callers.read(`Bearer ${accessToken}`, '10.0.0.1');
    if (!caller) throw new Error('nobody calls');
    return caller;
  }

  scope(caller: Caller): Scope {
    return caller.scope;
  }
}

export const openOf = (outcome: LogInOutcome): OpenSession => {
  if (isWanted(outcome)) throw new Error('a second factor is wanted');
  return outcome;
};
