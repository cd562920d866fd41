import { Inject, Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import { CLOCK, Database, recordAction, type Clock, type Tx } from '@huiji/platform';
import { hashPassword, passwordFits } from '../password';
import { sqlOf } from '../persistence/sql';
import { SessionRepository } from '../persistence/session.repository';
import { Attempts } from '../throttle/attempts.service';
import { hashOfToken, newToken } from '../token';
import { commonPasswords } from './common-passwords';
import { CredentialRepository, type LinkPurpose } from './persistence/credential.repository';
import { LINK_HOURS, linkStands } from './rules/link';
import { LEAST_DEMONSTRATION_PASSWORD, LEAST_PASSWORD, passwordIssues } from './rules/password';
import { normalLoginName } from '../rules/user-draft';
import { countedAddress } from '../throttle/rules/limits';

/** Passwords: set by a link, changed by their owner, never seen again. */
@Injectable()
export class Passwords {
  constructor(
    private readonly database: Database,
    private readonly rows: CredentialRepository,
    private readonly sessions: SessionRepository,
    private readonly attempts: Attempts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A link by which a person sets a password, once, within 72 hours; its token is answered here and never again.
   * Links made before end.
   */
  async makeLink(tx: Tx, userId: string, purpose: LinkPurpose): Promise<string> {
    const token = newToken();
    await this.rows.insertLink(tx, {
      tokenHash: hashOfToken(token),
      userId,
      purpose,
      madeBy: tx.actor.kind === 'person' ? tx.actor.userId : null,
      now: tx.now,
      expiresAt: new Date(tx.now.getTime() + LINK_HOURS * 3_600_000),
    });
    return token;
  }

  /**
   * Sets the password of the person a link was made for and ends all their log-ins. Answers the log-in name.
   * Refuses LINK_OVER (unknown, used, taken back, too old), BAD_INPUT by what is wrong with the password.
   */
  async setByLink(token: string, password: string): Promise<Result<string>> {
    return this.database.global.transaction(async (runner): Promise<Result<string>> => {
      const sql = sqlOf(runner);
      const now = this.clock.now();
      const tokenHash = hashOfToken(token);
      const link = await this.rows.lockLink(sql, tokenHash);
      if (!link || link.disabled || !linkStands(link, now)) return refuse('rule', 'LINK_OVER');
      const issues = checkPassword(password, link.loginName, false);
      if (issues.length > 0) return badInput(issues);
      await this.rows.setPassword(sql, link.userId, await hashPassword(password));
      await this.rows.useLink(sql, tokenHash, now);
      await this.sessions.endAll(sql, link.userId, now, 'password-changed');
      return ok(link.loginName);
    });
  }

  /** Hears one try to name the old password; taken before the transaction, for a refusal would undo it. */
  hear(userId: string): Promise<Result<void>> {
    return this.attempts.take([{ counted: 'change', of: userId }]);
  }

  /** The old password was right: the tries begin anew. */
  forgive(userId: string): Promise<void> {
    return this.attempts.succeeded([{ counted: 'change', of: userId }]);
  }

  /**
   * Changes one's own password and ends one's other log-ins. Answers the person's id. Refuses OLD_PASSWORD_WRONG,
   * BAD_INPUT.
   */
  async change(
    tx: Tx,
    who: { readonly userId: string; readonly sessionId?: string | undefined },
    wish: { readonly oldPassword: string; readonly newPassword: string },
  ): Promise<Result<string>> {
    const person = await this.rows.passwordHash(tx, who.userId);
    if (!person) return notFound('person');
    if (!(await passwordFits(person.hash ?? undefined, wish.oldPassword))) return refuse('rule', 'OLD_PASSWORD_WRONG');
    const issues = checkPassword(wish.newPassword, person.loginName, false, 'newPassword');
    if (issues.length > 0) return badInput(issues);
    await this.rows.setPassword(tx, who.userId, await hashPassword(wish.newPassword));
    await this.sessions.endAll(tx, who.userId, tx.now, 'password-changed', who.sessionId);
    await recordAction(tx, { subjectType: 'person-user', subjectId: who.userId, kind: 'PasswordChanged' });
    return ok(who.userId);
  }

  /** Notes that a person forgot their password, for the administrator to see. Says the same for every name. */
  async askReset(loginName: string, address: string): Promise<Result<void>> {
    const heard = await this.attempts.take([{ counted: 'ask', of: countedAddress(address) }]);
    if (!heard.ok) return heard;
    await this.rows.noteResetAsked(sqlOf(this.database.global), normalLoginName(loginName), this.clock.now());
    return ok(undefined);
  }
}

/** What is wrong with a new password; the rules of a demonstration are for its prepared log-ins only. */
export const checkPassword = (password: string, loginName: string, demonstration: boolean, field = 'password') =>
  passwordIssues(
    password,
    { loginName, least: demonstration ? LEAST_DEMONSTRATION_PASSWORD : LEAST_PASSWORD, common: commonPasswords() },
    field,
  );
