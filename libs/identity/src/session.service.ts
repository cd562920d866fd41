import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@huiji/kernel';
import { CLOCK, Database, IDS, isMoneyRole, type Caller, type Clock, type Ids } from '@huiji/platform';
import { AccessTokens } from './access-token.service';
import { demandsSecondFactor } from './credentials/rules/second-factor';
import { IdentityRepository } from './persistence/identity.repository';
import { SessionRepository } from './persistence/session.repository';
import { sqlOf, type Sql } from './persistence/sql';
import { judgeRefresh } from './rules/refresh';
import { choiceOf, type Membership, type OpenSession, type Person } from './session';
import { Standing } from './standing.service';
import { hashOfToken, newToken } from './token';

/** Lifetime of a log-in; a refresh does not lengthen it. */
export const SESSION_HOURS = 12;

const sessionOver = () => refuse('rule', 'SESSION_OVER');

/** What a log-in is opened with, once everything that was asked for is proved. */
export interface Opening {
  readonly person: Person;
  readonly membershipId: string | null;
  readonly secondFactor: boolean;
  /** A log-in by an area's own provider acts in that area only. */
  readonly onlyArea: string | null;
  readonly address: string;
  readonly deviceWords: string | null;
}

interface Kept {
  readonly id: string;
  readonly expiresAt: Date;
}

/** Log-ins that were opened: kept alive by refresh tokens that each work once, ended by sign-out. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly people: IdentityRepository,
    private readonly sessions: SessionRepository,
    private readonly tokens: AccessTokens,
    private readonly standing: Standing,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The memberships a person may act in, all or in one area. */
  async memberships(sql: Sql, userId: string, onlyArea: string | null): Promise<readonly Membership[]> {
    const all = await this.people.memberships(sql, userId);
    return onlyArea === null ? all : all.filter(({ area }) => area === onlyArea);
  }

  /** Opens a log-in in the wished membership, or in the first. Refuses NO_MEMBERSHIP, SECOND_FACTOR_NEEDED. */
  async open(opening: Opening): Promise<Result<OpenSession>> {
    return this.database.global.transaction(async (runner): Promise<Result<OpenSession>> => {
      const sql = sqlOf(runner);
      const memberships = await this.memberships(sql, opening.person.id, opening.onlyArea);
      const membership = chosen(memberships, opening.membershipId);
      if (!membership) return refuse('rule', 'NO_MEMBERSHIP');
      if (lacksSecondFactor(membership, opening.secondFactor)) return refuse('rule', 'SECOND_FACTOR_NEEDED');
      const now = this.clock.now();
      const session = { id: this.ids.next(), expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000) };
      await this.sessions.insert(sql, {
        ...session,
        userId: opening.person.id,
        membershipId: membership.id,
        delegationId: membership.delegationId,
        madeAt: now,
        clientAddress: opening.address,
        deviceWords: opening.deviceWords?.trim().slice(0, 200) ?? null,
        secondFactor: opening.secondFactor,
        onlyArea: opening.onlyArea,
      });
      return ok(await this.handOut(sql, opening.person, membership, memberships, session));
    });
  }

  /**
   * The next pair of tokens for a refresh token, in another membership if wished. Refusals: SESSION_OVER (unknown,
   * expired, ended, or used before: then the whole log-in ends), NO_MEMBERSHIP, SECOND_FACTOR_NEEDED.
   */
  async refresh(refreshToken: string, membershipId?: string | null): Promise<Result<OpenSession>> {
    return this.database.global.transaction(async (runner): Promise<Result<OpenSession>> => {
      const sql = sqlOf(runner);
      const now = this.clock.now();
      const tokenHash = hashOfToken(refreshToken);
      const stored = await this.sessions.lockRefresh(sql, tokenHash);
      if (!stored) return sessionOver();
      const verdict = judgeRefresh(stored, now);
      // The end of a stolen log-in stays although the answer is a refusal: this is no transaction of an area.
      if (verdict === 'stolen') await this.sessions.end(sql, stored.sessionId, now, 'refresh-token-reused');
      if (verdict !== 'rotate') return sessionOver();
      const user = await this.people.userById(sql, stored.userId);
      if (!user || user.disabled) return sessionOver();
      const memberships = await this.memberships(sql, user.id, stored.onlyArea);
      const membership = chosen(memberships, membershipId ?? stored.delegationId ?? stored.membershipId);
      if (!membership) return refuse('rule', 'NO_MEMBERSHIP');
      if (lacksSecondFactor(membership, stored.secondFactor)) return refuse('rule', 'SECOND_FACTOR_NEEDED');
      await this.sessions.markRefreshUsed(sql, tokenHash, now);
      await this.sessions.move(sql, stored.sessionId, membership.id, membership.delegationId, now);
      const session = { id: stored.sessionId, expiresAt: stored.sessionExpiresAt };
      return ok(await this.handOut(sql, user, membership, memberships, session));
    });
  }

  /** Ends the log-in of a refresh token, or all of its person. Says nothing about whether there was one. */
  async signOut(refreshToken: string, everywhere = false): Promise<void> {
    await this.database.global.transaction(async (runner) => {
      const sql = sqlOf(runner);
      const now = this.clock.now();
      const stored = await this.sessions.lockRefresh(sql, hashOfToken(refreshToken));
      if (!stored) return;
      // A token that is over ends nothing else: whoever holds an old copy cannot throw its owner out.
      const over = judgeRefresh(stored, now) !== 'rotate';
      if (everywhere && !over) await this.sessions.endAll(sql, stored.userId, now, 'signed-out-everywhere');
      else await this.sessions.end(sql, stored.sessionId, now, 'signed-out');
    });
    this.standing.forget();
  }

  /** The person who calls, the membership of the call, and every membership that lives. */
  async viewer(
    caller: Caller,
  ): Promise<{ person: Person; membership: Membership; memberships: readonly Membership[] } | undefined> {
    const sql = sqlOf(this.database.global);
    const person = await this.people.userById(sql, caller.userId);
    const memberships = await this.people.memberships(sql, caller.userId);
    const membership = memberships.find((each) =>
      caller.membershipId === undefined
        ? each.area === caller.area && each.organisationId === caller.organisationId && each.role === caller.role
        : choiceOf(each) === caller.membershipId,
    );
    return person && membership ? { person, membership, memberships } : undefined;
  }

  private async handOut(
    sql: Sql,
    person: Person,
    membership: Membership,
    memberships: readonly Membership[],
    session: Kept,
  ): Promise<OpenSession> {
    const refreshToken = newToken();
    await this.sessions.insertRefresh(sql, hashOfToken(refreshToken), session.id, this.clock.now());
    const { area, organisationId, role, delegationId } = membership;
    const access = await this.tokens.sign({
      userId: person.id,
      area,
      organisationId,
      role,
      membershipId: membership.id,
      sessionId: session.id,
      ...(delegationId === null ? {} : { delegation: { id: delegationId, of: membership.userId } }),
    });
    return {
      accessToken: access.token,
      accessExpiresAt: access.expiresAt,
      refreshToken,
      refreshExpiresAt: session.expiresAt,
      person: { id: person.id, loginName: person.loginName, displayName: person.displayName },
      membership,
      memberships,
      deviceToken: null,
      recoveryCodes: null,
    };
  }
}

/** Where money moves, nobody acts without a second factor; a role given after the log-in is no way round it. */
const lacksSecondFactor = ({ role, demonstration }: Membership, proved: boolean): boolean =>
  !proved && demandsSecondFactor([{ money: isMoneyRole(role), demonstration }]);

/** The wished membership if it is the person's, the first when none is wished. */
const chosen = (memberships: readonly Membership[], wished: string | null | undefined): Membership | undefined =>
  wished ? memberships.find((membership) => choiceOf(membership) === wished) : memberships[0];
