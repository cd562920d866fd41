import { Injectable } from '@nestjs/common';
import { notFound, ok, refuse, type Result } from '@huiji/kernel';
import { FieldCipher, isMoneyRole, recordAction, Requests, type Caller, type Tx } from '@huiji/platform';
import type { Refusal } from '@huiji/kernel';
import { IdentityRepository } from '../persistence/identity.repository';
import { SessionRepository, type OwnLogIn } from '../persistence/session.repository';
import { performShowingOnce } from '../shown-once';
import { Standing } from '../standing.service';
import { Passwords } from './passwords.service';
import { demandsSecondFactor } from './rules/second-factor';
import { SecondFactors, type Enrolment } from './second-factors.service';

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
    private readonly cipher: FieldCipher,
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
    const heard = await this.passwords.hear(caller.userId);
    if (!heard.ok) return heard.refusal;
    // The hash of a request is no argon2id: what stands in it is keyed, and holds no password.
    const words = this.cipher.blindIndex(
      'password-change',
      caller.userId,
      JSON.stringify([input.oldPassword, input.newPassword]),
    );
    const done = await this.requests.perform(
      caller,
      'passwordChange',
      { requestId: input.requestId, words } as Asked,
      (tx) => this.passwords.change(tx, caller, input),
      (tx) => this.view(tx, caller),
    );
    if (!('code' in done) || done.code !== 'OLD_PASSWORD_WRONG') await this.passwords.forgive(caller.userId);
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
  async confirm(caller: Caller, input: Asked & { readonly code: string }): Promise<RecoveryCodes | Refusal> {
    return this.withCode(caller, 'secondFactorConfirm', input, async (tx) => {
      const confirmed = await this.secondFactors.confirm(tx, caller.userId, input.code);
      if (!confirmed.ok) return confirmed;
      await recordAction(tx, { subjectType: SUBJECT, subjectId: caller.userId, kind: 'SecondFactorEnrolled' });
      return ok(confirmed.value);
    });
  }

  /** Ten new recovery codes for a code of the phone. Refuses CODE_WRONG, RATE_LIMITED. */
  async renewCodes(caller: Caller, input: Asked & { readonly code: string }): Promise<RecoveryCodes | Refusal> {
    return this.withCode(caller, 'recoveryCodesRenew', input, async (tx) => {
      if (!(await this.secondFactors.fits(tx, caller.userId, input.code))) return refuse('rule', 'CODE_WRONG');
      const codes = await this.secondFactors.newRecoveryCodes(tx, caller.userId);
      await recordAction(tx, { subjectType: SUBJECT, subjectId: caller.userId, kind: 'RecoveryCodesRenewed' });
      return ok(codes);
    });
  }

  private async withCode(
    caller: Caller,
    mutation: string,
    input: Asked & { readonly code: string },
    act: (tx: Tx) => Promise<Result<readonly string[]>>,
  ): Promise<RecoveryCodes | Refusal> {
    const heard = await this.passwords.hear(caller.userId);
    if (!heard.ok) return heard.refusal;
    const made = async (tx: Tx) => {
      const codes = await act(tx);
      return codes.ok ? ok({ id: caller.userId, secret: codes.value.join(' ') }) : codes;
    };
    const done = await performShowingOnce(this.requests, caller, mutation, input, made, async (tx, id, secret) => ({
      codes: secret?.split(' ') ?? null,
      left: await this.secondFactors.recoveryCodesLeft(tx, id),
    }));
    if ('left' in done) await this.passwords.forgive(caller.userId);
    return done;
  }

  private async loginName(tx: Tx, { userId }: Caller): Promise<string> {
    return (await this.people.userById(tx, userId))?.loginName ?? '';
  }
}
