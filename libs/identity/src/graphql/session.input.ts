import { Field, InputType } from '@nestjs/graphql';
import { UuidScalar } from '@huiji/platform';

/** What a client says of itself at the door. */
@InputType({ isAbstract: true })
export abstract class ClientInput {
  @Field(() => String, {
    nullable: true,
    description: 'What the client says of itself (设备说明), for the list of log-ins: "Firefox on Windows".',
  })
  deviceWords?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The device token handed out at an earlier log-in from here (设备令牌): failures are counted apart.',
  })
  deviceToken?: string | null;
}

@InputType({ description: 'Who wants to log in (登录).' })
export class LogInInput extends ClientInput {
  @Field(() => String, { description: 'Log-in name (用户名), in any case.' })
  loginName!: string;

  @Field(() => String, { description: 'Password (密码).' })
  password!: string;

  @Field(() => UuidScalar, { nullable: true, description: 'Membership to act in (身份编号); the first when absent.' })
  membershipId?: string | null;
}

@InputType({ description: 'The second step of a log-in (双因素登录).' })
export class LogInSecondFactorInput extends ClientInput {
  @Field(() => String, { description: 'The ticket of the first step (登录凭据).' })
  ticket!: string;

  @Field(() => String, { description: 'Six digits of the phone, or a recovery code (验证码或恢复码).' })
  code!: string;
}

@InputType({ description: 'A log-in that came back from a provider (统一身份登录).' })
export class LogInWithCodeInput extends ClientInput {
  @Field(() => String, { description: 'The one-time code behind the # of the address (一次性代码).' })
  code!: string;

  @Field(() => UuidScalar, { nullable: true, description: 'Membership to act in (身份编号); the first when absent.' })
  membershipId?: string | null;
}

@InputType({ description: 'Whose second factor is enrolled (登记双因素).' })
export class EnrolmentStartInput {
  @Field(() => String, { description: 'The ticket of the first step (登录凭据).' })
  ticket!: string;
}

@InputType({ description: 'A password set by a link (设置密码).' })
export class PasswordSetInput {
  @Field(() => String, { description: 'The token of the link (链接令牌), from behind the # of its address.' })
  linkToken!: string;

  @Field(() => String, { description: 'The new password (新密码), 12 to 128 characters.' })
  password!: string;
}

@InputType({ description: 'A forgotten password (忘记密码).' })
export class PasswordResetAskInput {
  @Field(() => String, { description: 'Log-in name (用户名).' })
  loginName!: string;
}

@InputType({ description: 'Which log-in goes on (续期).' })
export class RefreshInput {
  @Field(() => String, { description: 'The refresh token handed out last (刷新令牌).' })
  refreshToken!: string;

  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Membership to act in from now on (身份编号); the one before when absent.',
  })
  membershipId?: string | null;
}

@InputType({ description: 'Which log-in ends (退出).' })
export class SignOutInput {
  @Field(() => String, { description: 'The refresh token handed out last (刷新令牌).' })
  refreshToken!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether every log-in of the person ends (全部退出).' })
  everywhere?: boolean | null;
}
