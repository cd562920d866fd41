import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, mutationResult, registerEnum } from '@huiji/platform';

export const SecondFactorStepEnum = registerEnum<'code' | 'enrolment'>(
  'SecondFactorStep',
  'What a log-in half way waits for (双因素步骤).',
  {
    code: 'A code of the phone, or a recovery code (验证码).',
    enrolment: 'The person has no second factor yet and must enrol one now (登记双因素).',
  },
);

@ObjectType('SecondFactorWanted', {
  description: 'A log-in half way: the second factor is still to come (需双因素验证).',
})
export class SecondFactorWantedType {
  @Field(() => String, { description: 'Send it with the code (登录凭据); works for ten minutes and one log-in.' })
  ticket!: string;

  @Field(() => SecondFactorStepEnum, { description: 'What is to come (下一步).' })
  next!: 'code' | 'enrolment';

  @Field(() => DateTimeScalar, { description: 'When the ticket stops working (凭据到期时间).' })
  expiresAt!: Date;
}

@ObjectType('SecondFactorEnrolment', { description: 'A second factor that waits for its first code (待确认的双因素).' })
export class EnrolmentType {
  @Field(() => String, { description: 'otpauth:// address for the picture that a phone reads (二维码内容).' })
  otpauthUri!: string;

  @Field(() => String, { description: 'The same secret for typing, in base32 (密钥).' })
  secret!: string;
}

@ObjectType('PasswordSet', { description: 'A password that was set by a link (密码已设置).' })
export class PasswordSetType {
  @Field(() => String, { description: 'The log-in name it belongs to (用户名).' })
  loginName!: string;
}

@ObjectType('ResetAsked', { description: 'The answer to every asked-for reset (重置申请).' })
export class ResetAskedType {
  @Field(() => Boolean, { description: 'Always true (已受理), whether the name is known or not.' })
  done!: boolean;
}

@ObjectType('LogInIssuer', { description: 'A provider that may be chosen at the door (统一身份登录入口).' })
export class LogInIssuerType {
  @Field(() => String, { description: 'Its name in addresses: open /oidc/<slug>/start (标识).' })
  slug!: string;

  @Field(() => String, { description: 'Name to show (名称).' })
  name!: string;
}

export const SecondFactorStartResult = mutationResult('SecondFactorStartResult', () => EnrolmentType);
export const PasswordSetResult = mutationResult('PasswordSetResult', () => PasswordSetType);
export const PasswordResetAskResult = mutationResult('PasswordResetAskResult', () => ResetAskedType);
