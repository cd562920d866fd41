import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, mutationResult, PlainDateScalar, UuidScalar, type Role } from '@huiji/platform';
import type { PlainDate } from '@huiji/kernel';
import { RoleEnum } from '../../graphql/session.type';

@ObjectType('Delegation', { description: 'A membership in the hands of a colleague for some days (授权委托).' })
export class DelegationType {
  @Field(() => UuidScalar, { description: 'Its id (编号); the delegate sends it to refresh to act in it.' })
  id!: string;

  @Field(() => String, { description: 'Whose membership it is (委托人).' })
  fromName!: string;

  @Field(() => String, { description: 'Who acts in it (受托人).' })
  toName!: string;

  @Field(() => Boolean, { description: 'Whether the one who asks handed it over (本人委托).' })
  mine!: boolean;

  @Field(() => RoleEnum, { description: 'The role that is handed over (角色).' })
  role!: Role;

  @Field(() => PlainDateScalar, { description: 'First business date (开始日期).' })
  fromDate!: string;

  @Field(() => PlainDateScalar, { description: 'Last business date (结束日期).' })
  untilDate!: string;

  @Field(() => String, { description: 'Why (原因).' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was made (办理时间).' })
  madeAt!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was taken back (撤销时间); null when it was not.',
  })
  revokedAt!: Date | null;
}

@ObjectType('Colleague', { description: 'Somebody of one’s own organisation who may take over (同机构人员).' })
export class ColleagueType {
  @Field(() => UuidScalar, { description: 'Their membership (身份编号).' })
  membershipId!: string;

  @Field(() => String, { description: 'Name (姓名).' })
  displayName!: string;

  @Field(() => RoleEnum, { description: 'What they act as (角色).' })
  role!: Role;
}

@InputType({ description: 'The membership of the call in the hands of a colleague (办理授权委托).' })
export class DelegationMakeInput {
  @Field(() => UuidScalar, { description: 'Made by the client; the same id is done once (请求编号).' })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'A membership of a colleague of the same organisation (受托人身份编号).' })
  delegateMembershipId!: string;

  @Field(() => PlainDateScalar, { description: 'First business date (开始日期), not in the past.' })
  fromDate!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last business date (结束日期); 90 days at most.' })
  untilDate!: PlainDate;

  @Field(() => String, { description: 'Why (原因), 1 to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'Which delegation is taken back (撤销授权委托).' })
export class DelegationRevokeInput {
  @Field(() => UuidScalar, { description: 'Made by the client; the same id is done once (请求编号).' })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The delegation (委托编号).' })
  delegationId!: string;
}

export const DelegationMakeResult = mutationResult('DelegationMakeResult', () => DelegationType);
export const DelegationRevokeResult = mutationResult('DelegationRevokeResult', () => DelegationType);
