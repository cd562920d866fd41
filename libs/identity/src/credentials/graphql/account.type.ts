import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, mutationResult, UuidScalar } from '@huiji/platform';
import { EnrolmentType } from '../../graphql/door.type';

@ObjectType('LogInEntry', { description: 'One living log-in, as its owner sees it (登录记录).' })
export class LogInEntryType {
  @Field(() => UuidScalar, { description: 'Its id (编号).' })
  id!: string;

  @Field(() => DateTimeScalar, { description: 'When it began (登录时间).' })
  madeAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When its tokens were last renewed (最近使用时间).' })
  lastUsedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it ends at the latest (到期时间).' })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: 'Address it began from (登录地址).' })
  clientAddress!: string | null;

  @Field(() => String, { nullable: true, description: 'What the client said of itself (设备).' })
  deviceWords!: string | null;

  @Field(() => Boolean, { description: 'Whether a second factor was proved (已通过双因素).' })
  secondFactor!: boolean;

  @Field(() => Boolean, { description: 'Whether it is the one that asks (当前登录).' })
  current!: boolean;
}

@ObjectType('OwnAccount', { description: 'The door of the person who asks (我的账户).' })
export class OwnAccountType {
  @Field(() => UuidScalar, { description: 'Id of the person (编号).' })
  id!: string;

  @Field(() => Boolean, { description: 'Whether a second factor is enrolled (双因素已启用).' })
  secondFactor!: boolean;

  @Field(() => Boolean, {
    description: 'Whether one is demanded: money moves behind a role outside a demonstration (须启用).',
  })
  secondFactorDemanded!: boolean;

  @Field(() => Int, { description: 'Unused recovery codes (剩余恢复码).' })
  recoveryCodesLeft!: number;

  @Field(() => [LogInEntryType], { description: 'Living log-ins, newest first (登录记录).' })
  logIns!: readonly LogInEntryType[];
}

@ObjectType('RecoveryCodes', { description: 'Recovery codes (恢复码): each opens the second step once.' })
export class RecoveryCodesType {
  @Field(() => [String], {
    nullable: true,
    description: 'The codes (恢复码), shown to this request only, for ten minutes; null afterwards.',
  })
  codes!: readonly string[] | null;

  @Field(() => Int, { description: 'Unused codes (剩余数量).' })
  left!: number;
}

@InputType({ description: 'A new password of one’s own (修改密码).' })
export class PasswordChangeInput {
  @Field(() => UuidScalar, { description: 'Made by the client; the same id is done once (请求编号).' })
  requestId!: string;

  @Field(() => String, { description: 'The password until now (原密码).' })
  oldPassword!: string;

  @Field(() => String, { description: 'The new password (新密码), 12 to 128 characters.' })
  newPassword!: string;
}

@InputType({ description: 'Which log-in ends (结束登录).' })
export class LogInEndInput {
  @Field(() => UuidScalar, { description: 'Made by the client; the same id is done once (请求编号).' })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'One of one’s own log-ins (登录编号).' })
  logInId!: string;
}

@InputType({ description: 'A second factor of one’s own (启用双因素).' })
export class SecondFactorEnrolInput {
  @Field(() => UuidScalar, { description: 'Made by the client; the same id is done once (请求编号).' })
  requestId!: string;
}

@InputType({ description: 'A code of the phone (验证码).' })
export class SecondFactorCodeInput {
  @Field(() => UuidScalar, { description: 'Made by the client; the same id is done once (请求编号).' })
  requestId!: string;

  @Field(() => String, { description: 'Six digits of the phone (验证码).' })
  code!: string;
}

export const PasswordChangeResult = mutationResult('PasswordChangeResult', () => OwnAccountType);
export const LogInEndResult = mutationResult('LogInEndResult', () => OwnAccountType);
export const SecondFactorEnrolResult = mutationResult('SecondFactorEnrolResult', () => EnrolmentType);
export const SecondFactorConfirmResult = mutationResult('SecondFactorConfirmResult', () => RecoveryCodesType);
export const RecoveryCodesRenewResult = mutationResult('RecoveryCodesRenewResult', () => RecoveryCodesType);
