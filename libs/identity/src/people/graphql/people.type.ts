import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, mutationResult, registerEnum, UuidScalar, type Role } from '@huiji/platform';
import { MembershipOrganisationType, RoleEnum } from '../../graphql/session.type';
import type { Proposal } from '../model/person-account';

const REQUEST = 'Made by the client; the same id is done once (请求编号).';

export const ProposalKindEnum = registerEnum<Proposal['kind']>(
  'ProposalKind',
  'What two administrators decide (事项).',
  {
    membership: 'A role behind which money moves (授予涉及资金的角色).',
    'second-factor-reset': 'The removal of a second factor (重置双因素).',
  },
);

export const ProposalStateEnum = registerEnum<Proposal['state']>('ProposalState', 'State of a proposal (申请状态).', {
  proposed: 'Waits for a second administrator (待复核).',
  confirmed: 'Confirmed by another administrator, and done (已复核).',
  refused: 'Refused, or taken back (已拒绝).',
});

@ObjectType('HeldRole', { description: 'A role of a person in the area (身份).' })
export class HeldRoleType {
  @Field(() => UuidScalar, { description: 'Id of the membership (身份编号).' })
  id!: string;

  @Field(() => MembershipOrganisationType, { description: 'For which organisation (机构).' })
  organisation!: MembershipOrganisationType;

  @Field(() => RoleEnum, { description: 'The role (角色).' })
  role!: Role;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended (结束时间); null while it lives.' })
  endedAt!: Date | null;
}

@ObjectType('PersonAccount', { description: 'A person who may log in, as administrators see them (用户).' })
export class PersonAccountType {
  @Field(() => UuidScalar, { description: 'Id of the person (编号).' })
  id!: string;

  @Field(() => String, { description: 'Log-in name (用户名).' })
  loginName!: string;

  @Field(() => String, { description: 'Name to show (姓名).' })
  displayName!: string;

  @Field(() => Boolean, { description: 'Whether the door is closed to them (已停用).' })
  disabled!: boolean;

  @Field(() => Boolean, { description: 'Whether they are invited and have set no password yet (待激活).' })
  invited!: boolean;

  @Field(() => Boolean, { description: 'Whether a second factor is enrolled (双因素已启用).' })
  secondFactor!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a reset was asked for (申请重置时间); null when answered.',
  })
  resetAskedAt!: Date | null;

  @Field(() => [HeldRoleType], { description: 'Roles in this area, living ones first (身份).' })
  roles!: readonly HeldRoleType[];
}

@ObjectType('PersonLink', { description: 'A link by which a person sets a password (设置密码链接).' })
export class PersonLinkType {
  @Field(() => PersonAccountType, { description: 'The person (用户).' })
  person!: PersonAccountType;

  @Field(() => String, {
    nullable: true,
    description:
      'Its token (链接令牌): /welcome#<token> works once, within 72 hours. Shown to this request only, for ten minutes.',
  })
  linkToken!: string | null;
}

@ObjectType('Proposal', { description: 'What waits for a second administrator, or was decided by one (复核事项).' })
export class ProposalType {
  @Field(() => UuidScalar, { description: 'Its id (编号).' })
  id!: string;

  @Field(() => ProposalKindEnum, { description: 'What it is about (事项).' })
  kind!: Proposal['kind'];

  @Field(() => ProposalStateEnum, { description: 'State (状态).' })
  state!: Proposal['state'];

  @Field(() => UuidScalar, { description: 'Id of the person it is about (用户编号).' })
  personId!: string;

  @Field(() => String, { description: 'Name of that person (姓名).' })
  personName!: string;

  @Field(() => MembershipOrganisationType, { nullable: true, description: 'For which organisation (机构), of a role.' })
  organisation!: MembershipOrganisationType | null;

  @Field(() => RoleEnum, { nullable: true, description: 'Which role (角色), of a role.' })
  role!: Role | null;

  @Field(() => Boolean, { description: 'Whether the one who asks proposed it (本人提出).' })
  mine!: boolean;

  @Field(() => String, { description: 'Who proposed it (提出人).' })
  proposedByName!: string;

  @Field(() => DateTimeScalar, { description: 'When (提出时间).' })
  proposedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Who decided (复核人).' })
  decidedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided (复核时间).' })
  decidedAt!: Date | null;
}

@InputType({ description: 'A role for an organisation (身份).' })
export class RoleWishInput {
  @Field(() => UuidScalar, { description: 'Organisation of the area (机构编号).' })
  organisationId!: string;

  @Field(() => RoleEnum, { description: 'The role (角色).' })
  role!: Role;
}

@InputType({ description: 'Who is invited (邀请用户).' })
export class PersonInviteInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => String, {
    description: 'Log-in name (用户名): 2 to 64 letters, digits, points, underscores or hyphens.',
  })
  loginName!: string;

  @Field(() => String, { description: 'Name to show (姓名), 1 to 100 characters.' })
  displayName!: string;

  @Field(() => [RoleWishInput], {
    description: 'Roles, 1 to 20 (身份); those of money wait for a second administrator.',
  })
  roles!: RoleWishInput[];
}

@InputType({ description: 'Which person (用户).' })
export class PersonInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Id of the person (用户编号).' })
  personId!: string;
}

@InputType({ description: 'A role for a person (授予身份).' })
export class RoleGiveInput extends PersonInput {
  @Field(() => UuidScalar, { description: 'Organisation of the area (机构编号).' })
  organisationId!: string;

  @Field(() => RoleEnum, { description: 'The role (角色).' })
  role!: Role;
}

@InputType({ description: 'Which role ends (结束身份).' })
export class RoleEndInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The membership (身份编号).' })
  membershipId!: string;
}

@InputType({ description: 'Which proposal (复核事项).' })
export class ProposalInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The proposal (事项编号).' })
  proposalId!: string;
}

export const PersonAccountConnection = connectionOf(PersonAccountType);
export const PersonInviteResult = mutationResult('PersonInviteResult', () => PersonLinkType);
export const PersonResetResult = mutationResult('PersonResetResult', () => PersonLinkType);
export const PersonDisableResult = mutationResult('PersonDisableResult', () => PersonAccountType);
export const PersonEnableResult = mutationResult('PersonEnableResult', () => PersonAccountType);
export const RoleGiveResult = mutationResult('RoleGiveResult', () => PersonAccountType);
export const RoleEndResult = mutationResult('RoleEndResult', () => PersonAccountType);
export const SecondFactorResetProposeResult = mutationResult('SecondFactorResetProposeResult', () => ProposalType);
export const ProposalConfirmResult = mutationResult('ProposalConfirmResult', () => ProposalType);
export const ProposalRefuseResult = mutationResult('ProposalRefuseResult', () => ProposalType);
