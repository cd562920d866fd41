import { ArgsType, Field, IntersectionType, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, PageArgs, PlainDateScalar, registerEnum, UuidScalar } from '@huiji/platform';
import type { PersonalFactsState } from '../trail.service';

export const PersonalFactsStateEnum = registerEnum<PersonalFactsState>(
  'PersonalFactsState',
  'Facts about a person in what happened (操作记录中的个人信息).',
  { sealed: "Encrypted under the person's key (已加密).", erased: 'Unreadable: the key was destroyed (已删除).' },
);

@ObjectType('ActionFact', { description: 'One fact of what happened (事实).' })
export class ActionFactType {
  @Field(() => String, { description: 'Name of the fact (名称).' })
  name!: string;

  @Field(() => String, { description: 'The fact, printable (内容).' })
  value!: string;
}

@ObjectType('Action', { description: 'One thing that happened (操作记录): who, when, what and why. Never changed.' })
export class ActionType {
  @Field(() => UuidScalar, { description: 'Id of the record (记录编号).' })
  id!: string;

  @Field(() => String, { description: 'What happened (事件), in the past tense: ReportSubmitted.' })
  kind!: string;

  @Field(() => String, { description: 'Kind of the thing it happened to (对象类型): volume-report.' })
  subjectType!: string;

  @Field(() => UuidScalar, { description: 'Id of the thing it happened to (对象编号).' })
  subjectId!: string;

  @Field(() => String, { nullable: true, description: 'State before (原状态); null when there was none.' })
  fromState!: string | null;

  @Field(() => String, { nullable: true, description: 'State after (新状态); null when it changed no state.' })
  toState!: string | null;

  @Field(() => String, { nullable: true, description: 'Why (原因), where one was asked for.' })
  reason!: string | null;

  @Field(() => Boolean, { description: 'Whether the system did it (系统操作), not a person.' })
  bySystem!: boolean;

  @Field(() => String, { description: 'Name of the person, or of the part of the system (操作人).' })
  actorName!: string;

  @Field(() => UuidScalar, { nullable: true, description: 'Id of the person (操作人编号); null for the system.' })
  actorId!: string | null;

  @Field(() => String, { nullable: true, description: 'On whose behalf (委托人), when somebody was represented.' })
  onBehalfOfName!: string | null;

  @Field(() => UuidScalar, { nullable: true, description: 'The request it came with (请求编号).' })
  requestId!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the client (客户端地址).' })
  clientAddress!: string | null;

  @Field(() => [ActionFactType], { description: 'What else is known of it, with what was before and after (事实).' })
  facts!: readonly ActionFactType[];

  @Field(() => PersonalFactsStateEnum, {
    nullable: true,
    description: 'Whether facts about a person belong to it, and whether they still can be read (个人信息).',
  })
  personalFacts!: PersonalFactsState | null;

  @Field(() => PlainDateScalar, { description: 'Business date of the area at that time (业务日期).' })
  businessDate!: string;

  @Field(() => DateTimeScalar, { description: 'Instant by the machine (操作时间).' })
  at!: Date;
}

export const ActionConnection = connectionOf(ActionType);

@ArgsType()
export class ActionsFilterArgs {
  @Field(() => String, { nullable: true, description: 'Only of things of this kind (对象类型); with subjectId.' })
  subjectType?: string | null;

  @Field(() => UuidScalar, { nullable: true, description: 'Only of this thing (对象编号); with subjectType.' })
  subjectId?: string | null;

  @Field(() => UuidScalar, { nullable: true, description: 'Only what this person did (操作人编号).' })
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this event (事件): ReportSubmitted.' })
  kind?: string | null;

  @Field(() => UuidScalar, { nullable: true, description: 'Only what came with this request (请求编号).' })
  requestId?: string | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'From this day on, Asia/Shanghai (起始日期).' })
  from?: string | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Up to this day, included (截止日期).' })
  to?: string | null;
}

@ArgsType()
export class ActionsArgs extends IntersectionType(PageArgs, ActionsFilterArgs) {}
