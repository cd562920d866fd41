import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import {
  DateTimeScalar,
  isRefusal,
  mutationResult,
  refusalTypeName,
  refusalTypes,
  PlainDateScalar,
  registerEnum,
  UuidScalar,
  type Role,
} from '@huiji/platform';
import { choiceOf, isWanted, type LogInOutcome, type Membership, type OpenSession } from '../session';
import { SecondFactorWantedType } from './door.type';

export const RoleEnum = registerEnum<Role>('Role', 'What a person acts as in one organisation (角色).', {
  'agency-clerk': 'Clerk of the agency (经办): makes things and locks them.',
  'agency-first-review': 'First review of the agency (初审).',
  'agency-recheck': 'Re-check of the agency (复核).',
  'agency-approval': 'Approval of the agency (审批): releases.',
  'agency-accounts': 'Enters payee accounts (账户录入).',
  'agency-accounts-check': 'Confirms payee accounts entered by somebody else (账户复核).',
  hospital: 'Medical institution (医疗机构).',
  supplier: 'Manufacturer or distributor (中选企业、配送企业).',
  assessor: 'Assessor of long-term care (评估员).',
  auditor: 'Auditor (稽核): reads everything of an area, changes nothing.',
  administrator: 'System administrator (系统管理员): people, roles and keys of an area; never its business.',
});

@ObjectType('MembershipArea', { description: 'The medical-insurance area of a membership (统筹区).' })
export class MembershipAreaType {
  @Field(() => String, { description: 'Six-digit division code (行政区划代码).' })
  code!: string;

  @Field(() => String, { description: 'Chinese name (中文名称).' })
  nameZh!: string;

  @Field(() => String, { description: 'English name (英文名称).' })
  nameEn!: string;

  @Field(() => Boolean, { description: 'Whether the area is a demonstration (演示): nothing in it is real.' })
  demonstration!: boolean;

  @Field(() => PlainDateScalar, { description: 'The business date that decides law there (业务日期).' })
  businessDate!: string;
}

@ObjectType('MembershipOrganisation', { description: 'The organisation a person acts for (所属机构).' })
export class MembershipOrganisationType {
  @Field(() => UuidScalar, { description: 'Its id (编号).' })
  id!: string;

  @Field(() => String, { description: 'Chinese name (中文名称).' })
  nameZh!: string;

  @Field(() => String, { description: 'English name (英文名称).' })
  nameEn!: string;
}

@ObjectType('Membership', { description: 'One role for one organisation in one area (身份).' })
export class MembershipType {
  @Field(() => UuidScalar, { description: 'Its id (编号); send it to logIn or refresh to act in it.' })
  id!: string;

  @Field(() => MembershipAreaType, { description: 'The area (统筹区).' })
  area!: MembershipAreaType;

  @Field(() => MembershipOrganisationType, { description: 'The organisation (机构).' })
  organisation!: MembershipOrganisationType;

  @Field(() => RoleEnum, { description: 'The role (角色).' })
  role!: Role;

  @Field(() => String, {
    nullable: true,
    description:
      'The person on whose behalf (委托人), where the membership is delegated (授权委托); null for one’s own.',
  })
  onBehalfOf!: string | null;
}

@ObjectType('Viewer', { description: 'The person who is logged in (当前用户).' })
export class ViewerType {
  @Field(() => UuidScalar, { description: 'Id of the person (编号).' })
  id!: string;

  @Field(() => String, { description: 'Log-in name (用户名).' })
  loginName!: string;

  @Field(() => String, { description: 'Name to show (姓名).' })
  displayName!: string;

  @Field(() => MembershipType, { description: 'The membership this log-in acts in (当前身份).' })
  membership!: MembershipType;

  @Field(() => [MembershipType], { description: 'Every membership of the person (全部身份).' })
  memberships!: MembershipType[];
}

@ObjectType('Session', { description: 'An open log-in (登录会话).' })
export class SessionType {
  @Field(() => String, { description: 'Send it as "Authorization: Bearer …" (访问令牌); works for ten minutes.' })
  accessToken!: string;

  @Field(() => DateTimeScalar, { description: 'When the access token stops working (访问令牌到期时间).' })
  accessExpiresAt!: Date;

  @Field(() => String, { description: 'Exchange it once with refresh (刷新令牌); each works one time.' })
  refreshToken!: string;

  @Field(() => DateTimeScalar, { description: 'When the log-in ends (会话到期时间).' })
  refreshExpiresAt!: Date;

  @Field(() => ViewerType, { description: 'Who is logged in (当前用户).' })
  viewer!: ViewerType;

  @Field(() => String, {
    nullable: true,
    description:
      'Keep it in the browser and send it with the next log-in (设备令牌): strangers cannot lock it out. Null when it is known.',
  })
  deviceToken!: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Ten recovery codes (恢复码), shown this once, right after the enrolment of a second factor.',
  })
  recoveryCodes!: readonly string[] | null;
}

@ObjectType('SignOut', { description: 'The end of a log-in (退出).' })
export class SignOutType {
  @Field(() => Boolean, { description: 'Always true (已退出): an unknown token gets the same answer.' })
  done!: boolean;
}

const DOOR = 'an open log-in, a second factor that is still to come, or a refusal';

/** The union of a step at the door. */
const doorResult = (name: string): object =>
  createUnionType({
    name,
    description: `Outcome (结果) of ${name.charAt(0).toLowerCase()}${name.slice(1).replace(/Result$/, '')}: ${DOOR}.`,
    types: () => [SessionType, SecondFactorWantedType, ...refusalTypes] as const,
    resolveType: (value: object) => {
      if (isRefusal(value)) return refusalTypeName[value.kind];
      return 'ticket' in value ? SecondFactorWantedType : SessionType;
    },
  });

export const LogInResult = doorResult('LogInResult');
export const LogInWithCodeResult = doorResult('LogInWithCodeResult');
export const LogInSecondFactorResult = mutationResult('LogInSecondFactorResult', () => SessionType);
export const RefreshResult = mutationResult('RefreshResult', () => SessionType);
export const SignOutResult = mutationResult('SignOutResult', () => SignOutType);

export const membershipView = (membership: Membership): MembershipType => ({
  id: choiceOf(membership),
  area: {
    code: membership.area,
    nameZh: membership.areaNameZh,
    nameEn: membership.areaNameEn,
    demonstration: membership.demonstration,
    businessDate: membership.businessDate,
  },
  organisation: {
    id: membership.organisationId,
    nameZh: membership.organisationNameZh,
    nameEn: membership.organisationNameEn,
  },
  role: membership.role,
  onBehalfOf: membership.onBehalfOf,
});

export const sessionView = (session: OpenSession): SessionType => ({
  accessToken: session.accessToken,
  accessExpiresAt: session.accessExpiresAt,
  refreshToken: session.refreshToken,
  refreshExpiresAt: session.refreshExpiresAt,
  viewer: {
    ...session.person,
    membership: membershipView(session.membership),
    memberships: session.memberships.map(membershipView),
  },
  deviceToken: session.deviceToken,
  recoveryCodes: session.recoveryCodes,
});

export const doorView = (outcome: LogInOutcome): SessionType | SecondFactorWantedType =>
  isWanted(outcome) ? outcome : sessionView(outcome);
