import type { Refusal } from '@huiji/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Passwords } from '../credentials/passwords.service';
import { LogInService } from '../log-in.service';
import { OidcLogIn } from '../oidc/oidc-log-in.service';
import { ClientAddress } from './client-facts';
import {
  LogInIssuerType,
  PasswordResetAskResult,
  PasswordSetResult,
  SecondFactorStartResult,
  type EnrolmentType,
  type PasswordSetType,
  type ResetAskedType,
  type SecondFactorWantedType,
} from './door.type';
import {
  EnrolmentStartInput,
  LogInInput,
  LogInSecondFactorInput,
  LogInWithCodeInput,
  PasswordResetAskInput,
  PasswordSetInput,
} from './session.input';
import {
  doorView,
  LogInResult,
  LogInSecondFactorResult,
  LogInWithCodeResult,
  sessionView,
  type SessionType,
} from './session.type';

type Door = SessionType | SecondFactorWantedType | Refusal;

/** What happens before somebody is logged in. */
@Resolver()
export class DoorResolver {
  constructor(
    private readonly door: LogInService,
    private readonly passwords: Passwords,
    private readonly oidc: OidcLogIn,
  ) {}

  @Query(() => [LogInIssuerType], { description: 'Providers that may be chosen at the door (统一身份登录入口).' })
  async logInIssuers(): Promise<readonly LogInIssuerType[]> {
    return (await this.oidc.issuers()).map(({ slug, name }) => ({ slug, name }));
  }

  @Mutation(() => LogInResult, {
    description:
      'Opens a log-in (登录), or asks for the second factor. Unknown name and wrong password get one answer; too many failures are RATE_LIMITED with the seconds to wait.',
  })
  async logIn(
    @Args('input', { type: () => LogInInput, description: 'Who wants to log in (登录信息).' }) input: LogInInput,
    @ClientAddress() address: string,
  ): Promise<Door> {
    const opened = await this.door.logIn(input, { ...input, address });
    return opened.ok ? doorView(opened.value) : opened.refusal;
  }

  @Mutation(() => LogInWithCodeResult, {
    description: 'Opens a log-in by the one-time code that follows the word of a provider (统一身份登录).',
  })
  async logInWithCode(
    @Args('input', { type: () => LogInWithCodeInput, description: 'The code (一次性代码).' }) input: LogInWithCodeInput,
    @ClientAddress() address: string,
  ): Promise<Door> {
    const opened = await this.door.logInWithCode(input.code, input.membershipId ?? null, { ...input, address });
    return opened.ok ? doorView(opened.value) : opened.refusal;
  }

  @Mutation(() => SecondFactorStartResult, {
    description: 'Begins the enrolment of a second factor at the first log-in (登记双因素).',
  })
  async secondFactorStart(
    @Args('input', { type: () => EnrolmentStartInput, description: 'Whose (凭据).' }) input: EnrolmentStartInput,
  ): Promise<EnrolmentType | Refusal> {
    const begun = await this.door.beginEnrolment(input.ticket);
    return begun.ok ? begun.value : begun.refusal;
  }

  @Mutation(() => LogInSecondFactorResult, {
    description:
      'Completes a log-in by a second factor (双因素验证); by the first code of a phone that is enrolled now.',
  })
  async logInSecondFactor(
    @Args('input', { type: () => LogInSecondFactorInput, description: 'Ticket and code (凭据与验证码).' })
    input: LogInSecondFactorInput,
    @ClientAddress() address: string,
  ): Promise<SessionType | Refusal> {
    const opened = await this.door.logInSecondFactor(input.ticket, input.code, { ...input, address });
    return opened.ok ? sessionView(opened.value) : opened.refusal;
  }

  @Mutation(() => PasswordSetResult, {
    description: 'Sets a password by the link of an invitation or a reset (设置密码); ends every log-in of the person.',
  })
  async passwordSet(
    @Args('input', { type: () => PasswordSetInput, description: 'Link and password (链接与密码).' })
    input: PasswordSetInput,
  ): Promise<PasswordSetType | Refusal> {
    const set = await this.passwords.setByLink(input.linkToken, input.password);
    return set.ok ? { loginName: set.value } : set.refusal;
  }

  @Mutation(() => PasswordResetAskResult, {
    description: 'Tells the administrators that a password was forgotten (忘记密码). One answer for every name.',
  })
  async passwordResetAsk(
    @Args('input', { type: () => PasswordResetAskInput, description: 'Whose (用户名).' })
    input: PasswordResetAskInput,
    @ClientAddress() address: string,
  ): Promise<ResetAskedType | Refusal> {
    const asked = await this.passwords.askReset(input.loginName, address);
    return asked.ok ? { done: true } : asked.refusal;
  }
}
