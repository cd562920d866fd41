import type { Refusal } from '@huiji/kernel';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCaller, Database, Requests, type Caller } from '@huiji/platform';
import type { EnrolmentType } from '../../graphql/door.type';
import { OwnAccounts } from '../own-account.service';
import {
  LogInEndInput,
  LogInEndResult,
  OwnAccountType,
  PasswordChangeInput,
  PasswordChangeResult,
  RecoveryCodesRenewResult,
  SecondFactorCodeInput,
  SecondFactorConfirmResult,
  SecondFactorEnrolInput,
  SecondFactorEnrolResult,
  type RecoveryCodesType,
} from './account.type';

/** One's own password, second factor and log-ins. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly accounts: OwnAccounts,
  ) {}

  @Query(() => OwnAccountType, { description: 'The door of the person who asks (我的账户).' })
  myAccount(@CurrentCaller() caller: Caller): Promise<OwnAccountType> {
    return this.database.read(caller.scope, (tx) => this.accounts.view(tx, caller));
  }

  @Mutation(() => PasswordChangeResult, {
    description: 'Changes one’s own password (修改密码) and ends one’s other log-ins.',
  })
  passwordChange(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => PasswordChangeInput, description: 'Old and new (原密码与新密码).' })
    input: PasswordChangeInput,
  ): Promise<OwnAccountType | Refusal> {
    return this.accounts.changePassword(caller, input);
  }

  @Mutation(() => LogInEndResult, { description: 'Ends one of one’s own log-ins at once (结束登录).' })
  logInEnd(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => LogInEndInput, description: 'Which (登录).' }) input: LogInEndInput,
  ): Promise<OwnAccountType | Refusal> {
    const end = this.accounts.endLogIn.bind(this.accounts);
    const show = this.accounts.view.bind(this.accounts);
    const act = (tx: Parameters<typeof end>[0]) => end(tx, caller, input.logInId);
    return this.requests.perform(caller, 'logInEnd', input, act, (tx) => show(tx, caller));
  }

  @Mutation(() => SecondFactorEnrolResult, {
    description: 'Begins the enrolment of a second factor of one’s own (启用双因素).',
  })
  secondFactorEnrol(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SecondFactorEnrolInput, description: 'The wish (请求).' })
    input: SecondFactorEnrolInput,
  ): Promise<EnrolmentType | Refusal> {
    return this.accounts.enrol(caller, input);
  }

  @Mutation(() => SecondFactorConfirmResult, {
    description: 'Confirms the enrolment by a first code (确认双因素); answers ten recovery codes, this once.',
  })
  secondFactorConfirm(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SecondFactorCodeInput, description: 'The code (验证码).' })
    input: SecondFactorCodeInput,
  ): Promise<RecoveryCodesType | Refusal> {
    return this.accounts.confirm(caller, input);
  }

  @Mutation(() => RecoveryCodesRenewResult, {
    description: 'Ten new recovery codes (更换恢复码), shown this once; those before are worth nothing.',
  })
  recoveryCodesRenew(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SecondFactorCodeInput, description: 'A code (验证码).' })
    input: SecondFactorCodeInput,
  ): Promise<RecoveryCodesType | Refusal> {
    return this.accounts.renewCodes(caller, input);
  }
}
