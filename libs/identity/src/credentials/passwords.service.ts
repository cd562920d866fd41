import { Inject, Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import { CLOCK, Database, recordAction, type Clock, type Tx } from '@huiji/platform';
import { hashPassword, passwordFits } from '../password';
import { sqlOf } from '../persistence/sql';
import { SessionRepository } from '../persistence/session.repository';
import { Attempts } from '../throttle/attempts.service';
import { ShownSecrets } from '../shown-secrets';
import { hashOfToken } from '../token';
import { commonPasswords } from './known-passwords';
import { CredentialRepository, type LinkPurpose } from './persistence/credential.repository';
import { LINK_HOURS, linkStands } from './rules/link';
import { LEAST_DEMONSTRATION_PASSWORD, LEAST_PASSWORD, passwordIssues } from './rules/password';
import { normalLoginName } from '../rules/user-draft';
import { countedAddress } from '../throttle/rules/limits';

const LINK = 'link';

/** Passwords: set by a link, changed by their owner, never seen again. */
@Injectable()
export class Passwords {
  constructor(
    private readonly database: Database,
    private readonly rows: CredentialRepository,
    private readonly sessions: SessionRepository,
    private readonly attempts: Attempts,
    private readonly secrets: ShownSecrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * A link by which a person sets a password, once, within 72 hours; see `shownLink` for its token. Links made before end.
   */
  async makeLink(tx: Tx, userId: string, purpose: LinkPurpose): Promise<void> {
    const token = this.secrets.token(tx, LINK);
    await this.rows.insertLink(tx, {
      tokenHash: hashOfToken(token),
      userId,
      purpose,
      madeBy: tx.actor.kind === 'person' ? tx.actor.userId : null,
      now: tx.now,
      expiresAt: new Date(tx.now.getTime() + LINK_HOURS * 3_600_000),
    });
  }

  /** The token of the link that this very request made, while it may be shown; null otherwise. */
  async shownLink(tx: Tx, userId: string): Promise<string | null> {
    const token = this.secrets.token(tx, LINK);
    const madeAt = await this.rows.linkMadeAt(tx, hashOfToken(token), userId);
    return madeAt !== undefined && this.secrets.showable(tx, madeAt) ? token : null;
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

  /** Whether another try to name one's old password or a code is heard. Refuses RATE_LIMITED. */
  hear(userId: string): Promise<Result<void>> {
    return this.attempts.look([{ counted: 'change', of: userId }]);
  }

  /** Counts a try that failed; outside the transaction, which the refusal undid. */
  async note(userId: string): Promise<void> {
    await this.attempts.take([{ counted: 'change', of: userId }]);
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
