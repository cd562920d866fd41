import { Injectable } from '@nestjs/common';
import { notFound, ok, refuse, type Refusal, type Result } from '@huiji/kernel';
import { isMoneyRole, recordAction, Requests, type Caller, type Tx } from '@huiji/platform';
import { IdentityRepository } from '../persistence/identity.repository';
import { SessionRepository, type OwnLogIn } from '../persistence/session.repository';
import { ShownSecrets } from '../shown-secrets';
import { Standing } from '../standing.service';
import { Passwords } from './passwords.service';
import { demandsSecondFactor } from './rules/second-factor';
import { SecondFactors, type CodeBytes, type Enrolment } from './second-factors.service';

const SUBJECT = 'person-user';

/** What people see of their own door. */
export interface OwnAccount {
  readonly id: string;
  readonly secondFactor: boolean;
  readonly secondFactorDemanded: boolean;
  readonly recoveryCodesLeft: number;
  readonly logIns: readonly (OwnLogIn & { readonly current: boolean })[];
}

export interface RecoveryCodes {
  readonly codes: readonly string[] | null;
  readonly left: number;
}

interface Asked {
  readonly requestId: string;
}

/** One's own password, second factor and log-ins. */
@Injectable()
export class OwnAccounts {
  constructor(
    private readonly requests: Requests,
    private readonly people: IdentityRepository,
    private readonly sessions: SessionRepository,
    private readonly passwords: Passwords,
    private readonly secondFactors: SecondFactors,
    private readonly standing: Standing,
    private readonly secrets: ShownSecrets,
  ) {}

  async view(tx: Tx, { userId, sessionId }: Caller): Promise<OwnAccount> {
    const memberships = await this.people.memberships(tx, userId);
    const logIns = await this.sessions.living(tx, userId, tx.now);
    return {
      id: userId,
      secondFactor: await this.secondFactors.enrolled(tx, userId),
      secondFactorDemanded: demandsSecondFactor(
        memberships.map(({ role, demonstration }) => ({ money: isMoneyRole(role), demonstration })),
      ),
      recoveryCodesLeft: await this.secondFactors.recoveryCodesLeft(tx, userId),
      logIns: logIns.map((logIn) => ({ ...logIn, current: logIn.id === sessionId })),
    };
  }

  /** Changes one's own password; see `Passwords.change`. Refuses RATE_LIMITED besides. */
  async changePassword(
    caller: Caller,
    input: Asked & { readonly oldPassword: string; readonly newPassword: string },
  ): Promise<OwnAccount | Refusal> {
    const { requestId, oldPassword, newPassword } = input;
    // The hash of a request is no argon2id: what stands in it is keyed, and holds no password.
    const words = this.secrets.keyed('password-change', JSON.stringify([caller.userId, oldPassword, newPassword]));
    const act = (tx: Tx) => this.passwords.change(tx, caller, input);
    const show = (tx: Tx) => this.view(tx, caller);
    const asked: Asked & { readonly words: string } = { requestId, words };
    const done = await this.heard(caller, 'OLD_PASSWORD_WRONG', () =>
      this.requests.perform(caller, 'passwordChange', asked, act, show),
    );
    this.standing.forget();
    return done;
  }

  /** Ends one of one's own log-ins at once. Refuses NOT_FOUND. */
  async endLogIn(tx: Tx, caller: Caller, sessionId: string): Promise<Result<string>> {
    if (!(await this.sessions.endOwn(tx, caller.userId, sessionId, tx.now))) return notFound('log-in');
    this.standing.forget();
    const payload = { sessionId };
    await recordAction(tx, { subjectType: SUBJECT, subjectId: caller.userId, kind: 'LogInEnded', payload });
    return ok(caller.userId);
  }

  /** Begins the enrolment of a second factor of one's own. Refuses SECOND_FACTOR_STANDS. */
  enrol(caller: Caller, input: Asked): Promise<Enrolment | Refusal> {
    const begin = async (tx: Tx): Promise<Result<string>> => {
      const begun = await this.secondFactors.begin(tx, caller.userId, await this.loginName(tx, caller));
      return begun.ok ? ok(caller.userId) : begun;
    };
    const show = async (tx: Tx) => this.secondFactors.begun(tx, caller.userId, await this.loginName(tx, caller));
    return this.requests.perform(caller, 'secondFactorEnrol', input, begin, show);
  }

  /** Confirms it by a first code. Refuses CODE_WRONG, RATE_LIMITED. */
  confirm(caller: Caller, input: Asked & { readonly code: string }): Promise<RecoveryCodes | Refusal> {
    return this.withCode(caller, 'secondFactorConfirm', input, async (tx) => {
      const confirmed = await this.secondFactors.confirm(tx, caller.userId, input.code, this.bytesOf(tx));
      if (!confirmed.ok) return confirmed;
      await recordAction(tx, { subjectType: SUBJECT, subjectId: caller.userId, kind: 'SecondFactorEnrolled' });
      return ok(caller.userId);
    });
  }

  /** Ten new recovery codes for a code of the phone. Refuses CODE_WRONG, RATE_LIMITED. */
  renewCodes(caller: Caller, input: Asked & { readonly code: string }): Promise<RecoveryCodes | Refusal> {
    return this.withCode(caller, 'recoveryCodesRenew', input, async (tx) => {
      if (!(await this.secondFactors.fits(tx, caller.userId, input.code))) return refuse('rule', 'CODE_WRONG');
      await this.secondFactors.newRecoveryCodes(tx, caller.userId, this.bytesOf(tx));
      await recordAction(tx, { subjectType: SUBJECT, subjectId: caller.userId, kind: 'RecoveryCodesRenewed' });
      return ok(caller.userId);
    });
  }

  private withCode(
    caller: Caller,
    mutation: string,
    input: Asked & { readonly code: string },
    act: (tx: Tx) => Promise<Result<string>>,
  ): Promise<RecoveryCodes | Refusal> {
    const show = async (tx: Tx, id: string): Promise<RecoveryCodes> => {
      const standing = await this.secondFactors.standingCodes(tx, id, this.bytesOf(tx));
      const shown = standing && this.secrets.showable(tx, standing.madeAt) ? standing.codes : null;
      return { codes: shown, left: await this.secondFactors.recoveryCodesLeft(tx, id) };
    };
    return this.heard(caller, 'CODE_WRONG', () => this.requests.perform(caller, mutation, input, act, show));
  }

  /** Counts tries that fail by this code; refuses RATE_LIMITED when there were too many. */
  private async heard<T extends object>(
    { userId }: Caller,
    wrong: string,
    act: () => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    const heard = await this.passwords.hear(userId);
    if (!heard.ok) return heard.refusal;
    const done = await act();
    if ('code' in done && done.code === wrong) await this.passwords.note(userId);
    return done;
  }

  private bytesOf(tx: Tx): CodeBytes {
    return (number) => this.secrets.bytes(tx, `recovery-code-${number.toString()}`);
  }

  private async loginName(tx: Tx, { userId }: Caller): Promise<string> {
    return (await this.people.userById(tx, userId))?.loginName ?? '';
  }
}
