import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type FieldIssue, type Result } from '@huiji/kernel';
import {
  isMoneyRole,
  Keyset,
  personOf,
  recordAction,
  violatedConstraint,
  type Connection,
  type PageRequest,
  type Role,
  type Tx,
} from '@huiji/platform';
import { Passwords } from '../credentials/passwords.service';
import { OrganisationReader } from '../persistence/organisation.reader';
import { SessionRepository } from '../persistence/session.repository';
import { checkPersonNames } from '../rules/user-draft';
import { Standing } from '../standing.service';
import type { PersonAccount } from './model/person-account';
import { PeopleRepository, type AccountRow } from './persistence/people.repository';
import { ProposalRepository } from './persistence/proposal.repository';
import { roleFits } from './rules/role-fits';

const SUBJECT = 'person-user';

export interface RoleWish {
  readonly organisationId: string;
  readonly role: Role;
}

export interface InvitationWish {
  readonly loginName: string;
  readonly displayName: string;
  readonly roles: readonly RoleWish[];
}

const byLoginName = new Keyset<AccountRow>('people-by-login-name', [
  { sql: 'p."loginName"', type: 'text', of: ({ loginName }) => loginName },
]);

const accountOf = (row: AccountRow): PersonAccount => ({
  ...row,
  roles: row.roles.map((role) => ({ ...role, endedAt: role.endedAt === null ? null : new Date(role.endedAt) })),
});

/** People and their roles, in the hands of the administrators of an area. */
@Injectable()
export class People {
  constructor(
    private readonly rows: PeopleRepository,
    private readonly proposals: ProposalRepository,
    private readonly organisations: OrganisationReader,
    private readonly passwords: Passwords,
    private readonly sessions: SessionRepository,
    private readonly standing: Standing,
  ) {}

  async page(tx: Tx, wish: PageRequest): Promise<Connection<PersonAccount>> {
    const rows = await this.rows.page(tx, byLoginName.slice(wish, 3));
    return byLoginName.connection(wish, rows, accountOf);
  }

  async find(tx: Tx, id: string): Promise<PersonAccount | undefined> {
    const row = await this.rows.find(tx, id);
    return row && accountOf(row);
  }

  /**
   * Enters a person without a password, makes the link for setting one, and answers the person's id. Roles behind which money moves wait for a
   * second administrator. Refuses BAD_INPUT, LOGIN_NAME_TAKEN, NOT_FOUND (organisation), ROLE_ORGANISATION,
   * ADMINISTRATOR_ALONE.
   */
  async invite(tx: Tx, wish: InvitationWish): Promise<Result<string>> {
    const issues: FieldIssue[] = [...checkPersonNames(wish)];
    if (wish.roles.length < 1 || wish.roles.length > 20) issues.push({ field: 'roles', code: 'ROLES_WANTED' });
    if (issues.length > 0) return badInput(issues);
    const id = tx.newId();
    const loginName = wish.loginName.trim().toLowerCase();
    if (!(await this.rows.invite(tx, { id, loginName, displayName: wish.displayName.trim() })))
      return refuse('conflict', 'LOGIN_NAME_TAKEN');
    await recordAction(tx, { subjectType: SUBJECT, subjectId: id, kind: 'PersonInvited' });
    for (const role of wish.roles) {
      const given = await this.giveOrPropose(tx, id, role);
      if (!given.ok) return given;
    }
    await this.passwords.makeLink(tx, id, 'invitation');
    return ok(id);
  }

  /**
   * Gives a person of the area a role, or, where money moves behind it, proposes it to a second administrator. Answers the
   * person's id. Refuses NOT_FOUND, ROLE_ORGANISATION, ROLE_HELD, ROLE_PROPOSED, ADMINISTRATOR_ALONE.
   */
  async giveRole(tx: Tx, userId: string, wish: RoleWish): Promise<Result<string>> {
    if (!(await this.rows.find(tx, userId))) return notFound('person');
    const given = await this.giveOrPropose(tx, userId, wish);
    return given.ok ? ok(userId) : given;
  }

  /** Gives a role that needs nobody else any more. Refuses ROLE_HELD, ADMINISTRATOR_ALONE. */
  async give(tx: Tx, userId: string, { organisationId, role }: RoleWish): Promise<Result<void>> {
    const { here } = await this.rows.living(tx, userId);
    const other = here.filter((held) => held !== 'administrator');
    if (role === 'administrator' ? other.length > 0 : here.includes('administrator'))
      return refuse('rule', 'ADMINISTRATOR_ALONE');
    const given = await this.rows.give(tx, userId, organisationId, role).catch((error: unknown) => {
      if (violatedConstraint(error)?.startsWith('membership_') === true) return 'alone';
      throw error;
    });
    if (given === 'alone') return refuse('rule', 'ADMINISTRATOR_ALONE');
    if (given === undefined) return refuse('conflict', 'ROLE_HELD');
    const payload = { organisationId, role };
    await recordAction(tx, { subjectType: SUBJECT, subjectId: userId, kind: 'MembershipGiven', payload });
    return ok(undefined);
  }

  /** Ends a role at once. Answers the person's id. Refuses NOT_FOUND, WRONG_STATE, OWN_ADMINISTRATION. */
  async endRole(tx: Tx, membershipId: string): Promise<Result<string>> {
    if (!(await this.rows.hasMembership(tx, membershipId))) return notFound('membership');
    const ended = await this.rows.end(tx, membershipId);
    if (!ended) return refuse('state', 'WRONG_STATE', { state: 'ended', action: 'end' });
    if (ended.userId === personOf(tx)) return refuse('rule', 'OWN_ADMINISTRATION');
    this.standing.forget();
    const payload = { membershipId, role: ended.role };
    await recordAction(tx, { subjectType: SUBJECT, subjectId: ended.userId, kind: 'MembershipEnded', payload });
    return ok(ended.userId);
  }

  /**
   * Closes the door to a person, or opens it again. Refuses NOT_FOUND, OWN_ADMINISTRATION, PERSON_OF_OTHER_AREAS (end
   * the roles here instead), WRONG_STATE.
   */
  async setDisabled(tx: Tx, userId: string, disabled: boolean): Promise<Result<string>> {
    const person = await this.mine(tx, userId);
    if (!person.ok) return person;
    const action = disabled ? 'disable' : 'enable';
    if (!(await this.rows.setDisabled(tx, userId, disabled)))
      return refuse('state', 'WRONG_STATE', { state: disabled ? 'disabled' : 'enabled', action });
    if (disabled) await this.sessions.endAll(tx, userId, tx.now, 'person-disabled');
    this.standing.forget();
    const kind = disabled ? 'PersonDisabled' : 'PersonEnabled';
    await recordAction(tx, { subjectType: SUBJECT, subjectId: userId, kind });
    return ok(userId);
  }

  /**
   * Starts a reset: a link for setting a new password; an invited person gets a new invitation. The second factor stays.
   * Refuses NOT_FOUND, OWN_ADMINISTRATION, PERSON_OF_OTHER_AREAS.
   */
  async startReset(tx: Tx, userId: string): Promise<Result<string>> {
    const person = await this.mine(tx, userId);
    if (!person.ok) return person;
    await this.passwords.makeLink(tx, userId, person.value.invited ? 'invitation' : 'reset');
    await recordAction(tx, { subjectType: SUBJECT, subjectId: userId, kind: 'PasswordResetStarted' });
    return ok(userId);
  }

  /** The token of the link that this very request made, while it may be shown. */
  shownLink(tx: Tx, userId: string): Promise<string | null> {
    return this.passwords.shownLink(tx, userId);
  }

  /** A person of this area and of no other, not oneself: whose door this area's administrators keep. */
  async mine(tx: Tx, userId: string): Promise<Result<PersonAccount>> {
    const person = await this.find(tx, userId);
    if (!person) return notFound('person');
    if (userId === personOf(tx)) return refuse('rule', 'OWN_ADMINISTRATION');
    if ((await this.rows.living(tx, userId)).elsewhere) return refuse('rule', 'PERSON_OF_OTHER_AREAS');
    return ok(person);
  }

  private async giveOrPropose(tx: Tx, userId: string, wish: RoleWish): Promise<Result<void>> {
    const kind = await this.organisations.kindInArea(tx, wish.organisationId);
    if (kind === undefined) return notFound('organisation');
    if (!roleFits(wish.role, kind)) return refuse('rule', 'ROLE_ORGANISATION');
    if (!isMoneyRole(wish.role)) return this.give(tx, userId, wish);
    const by = personOf(tx);
    const id = await this.proposals.insert(tx, { kind: 'membership', userId, ...wish, by });
    if (id === undefined) return refuse('conflict', 'ROLE_PROPOSED');
    const payload = { userId, ...wish };
    await recordAction(tx, { subjectType: 'proposal', subjectId: id, kind: 'RoleProposed', to: 'proposed', payload });
    return ok(undefined);
  }
}
