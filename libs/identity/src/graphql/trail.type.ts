import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, PageArgs, PlainDateScalar, UuidScalar } from '@huiji/platform';

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

  @Field(() => PlainDateScalar, { description: 'Business date of the area at that time (业务日期).' })
  businessDate!: string;

  @Field(() => DateTimeScalar, { description: 'Instant by the machine (操作时间).' })
  at!: Date;
}

export const ActionConnection = connectionOf(ActionType);

@ArgsType()
export class ActionsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only of things of this kind (对象类型); with subjectId.' })
  subjectType?: string | null;

  @Field(() => UuidScalar, { nullable: true, description: 'Only of this thing (对象编号); with subjectType.' })
  subjectId?: string | null;
}
