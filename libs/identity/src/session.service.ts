import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@huiji/kernel';
import { CLOCK, Database, IDS, type Caller, type Clock, type Ids } from '@huiji/platform';
import { AccessTokens } from './access-token.service';
import type { Membership, OpenSession, Person } from './session';
import { passwordFits } from './password';
import { IdentityRepository, type Runner } from './persistence/identity.repository';
import { judgeRefresh } from './rules/refresh';
import { normalLoginName } from './rules/user-draft';

/** Lifetime of a log-in; a refresh does not lengthen it. */
export const SESSION_HOURS = 12;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const sessionOver = () => refuse('rule', 'SESSION_OVER');

/** Log-ins: opened by a password, kept alive by refresh tokens that each work once, ended by sign-out. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly repository: IdentityRepository,
    private readonly tokens: AccessTokens,
    @Inject(IDS) private readonly ids: Ids,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Opens a log-in in the wished membership, or in the first. Refusals: LOG_IN_REFUSED (unknown name, wrong password
   * and disabled user alike, after the same work), NO_MEMBERSHIP.
   */
  async logIn(loginName: string, password: string, membershipId?: string | null): Promise<Result<OpenSession>> {
    const global = this.database.global;
    const user = await this.repository.userByLoginName(global, normalLoginName(loginName));
    const fits = await passwordFits(user?.passwordHash, password);
    if (!fits || !user || user.disabled) return refuse('rule', 'LOG_IN_REFUSED');
    const memberships = await this.repository.memberships(global, user.id);
    const membership = chosen(memberships, membershipId);
    if (!membership) return refuse('rule', 'NO_MEMBERSHIP');
    return global.transaction(async (runner) => {
      const now = this.clock.now();
      const id = this.ids.next();
      const expiresAt = new Date(now.getTime() + SESSION_HOURS * 3_600_000);
      await this.repository.insertSession(runner, {
        id,
        userId: user.id,
        membershipId: membership.id,
        madeAt: now,
        expiresAt,
      });
      return ok(await this.handOut(runner, user, membership, memberships, { id, expiresAt }));
    });
  }

  /**
   * The next pair of tokens for a refresh token, in another membership if wished. Refusals: SESSION_OVER (unknown,
   * expired, signed out, or used before: then the whole log-in ends), NO_MEMBERSHIP.
   */
  async refresh(refreshToken: string, membershipId?: string | null): Promise<Result<OpenSession>> {
    return this.database.global.transaction(async (runner) => {
      const now = this.clock.now();
      const tokenHash = hashOf(refreshToken);
      const stored = await this.repository.lockRefresh(runner, tokenHash);
      if (!stored) return sessionOver();
      const verdict = judgeRefresh(stored, now);
      // The end of a stolen log-in stays although the answer is a refusal: this is no transaction of an area.
      if (verdict === 'stolen') await this.repository.endSession(runner, stored.sessionId, now, 'refresh-token-reused');
      if (verdict !== 'rotate') return sessionOver();
      const user = await this.repository.userById(runner, stored.userId);
      if (!user || user.disabled) return sessionOver();
      const memberships = await this.repository.memberships(runner, user.id);
      const membership = chosen(memberships, membershipId ?? stored.membershipId);
      if (!membership) return refuse('rule', 'NO_MEMBERSHIP');
      await this.repository.markRefreshUsed(runner, tokenHash, now);
      await this.repository.moveSession(runner, stored.sessionId, membership.id);
      const session = { id: stored.sessionId, expiresAt: stored.sessionExpiresAt };
      return ok(await this.handOut(runner, user, membership, memberships, session));
    });
  }

  /** Ends the log-in of a refresh token. Says nothing about whether there was one. */
  async signOut(refreshToken: string): Promise<void> {
    await this.database.global.transaction(async (runner) => {
      const stored = await this.repository.lockRefresh(runner, hashOf(refreshToken));
      if (stored) await this.repository.endSession(runner, stored.sessionId, this.clock.now(), 'signed-out');
    });
  }

  /** The person who calls, the membership of the call, and every membership that has not ended. */
  async viewer(
    caller: Caller,
  ): Promise<{ person: Person; membership: Membership; memberships: readonly Membership[] } | undefined> {
    const person = await this.repository.userById(this.database.global, caller.userId);
    const memberships = await this.repository.memberships(this.database.global, caller.userId);
    const membership = memberships.find(
      ({ area, organisationId, role }) =>
        area === caller.area && organisationId === caller.organisationId && role === caller.role,
    );
    return person && membership ? { person, membership, memberships } : undefined;
  }

  private async handOut(
    runner: Runner,
    person: Person,
    membership: Membership,
    memberships: readonly Membership[],
    session: { readonly id: string; readonly expiresAt: Date },
  ): Promise<OpenSession> {
    const refreshToken = randomBytes(32).toString('base64url');
    await this.repository.insertRefresh(runner, hashOf(refreshToken), session.id, this.clock.now());
    const access = await this.tokens.sign({
      userId: person.id,
      area: membership.area,
      organisationId: membership.organisationId,
      role: membership.role,
      membershipId: membership.id,
      sessionId: session.id,
    });
    return {
      accessToken: access.token,
      accessExpiresAt: access.expiresAt,
      refreshToken,
      refreshExpiresAt: session.expiresAt,
      person,
      membership,
      memberships,
    };
  }
}

/** The wished membership if it is the person's own, the first when none is wished. */
const chosen = (memberships: readonly Membership[], wished: string | null | undefined): Membership | undefined =>
  wished ? memberships.find(({ id }) => id === wished) : memberships[0];
