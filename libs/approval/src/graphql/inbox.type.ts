import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { Fen, PlainDate } from '@huiji/kernel';
import {
  connectionOf,
  FenScalar,
  PageArgs,
  PlainDateScalar,
  QuantityScalar,
  registerEnum,
  UuidScalar,
} from '@huiji/platform';
import type { WaitingTask } from '../model/waiting';

export const InboxTaskEnum = registerEnum<WaitingTask>('InboxTask', 'What is to be done (待办事项).', {
  'first-review': 'First review (初审).',
  recheck: 'Re-check (复核).',
  approval: 'Approval (审批).',
  review: 'A review of another kind (审核).',
  confirm: 'A confirmation (确认).',
  mend: 'Mending what was sent back (修改).',
});

@ObjectType('InboxItem', { description: 'Something that waits for the reader (待办).' })
export class InboxItemType {
  @Field(() => String, { description: 'Kind of the thing (对象类型): payment-batch.' })
  subjectType!: string;

  @Field(() => UuidScalar, { description: 'Id of the thing (对象编号).' })
  subjectId!: string;

  @Field(() => InboxTaskEnum, { description: 'What is to be done (事项).' })
  task!: WaitingTask;

  @Field(() => String, { description: 'What people call the thing (名称).' })
  label!: string;

  @Field(() => FenScalar, { nullable: true, description: 'Its sum in yuan (金额), where it has one.' })
  amount!: Fen | null;

  @Field(() => QuantityScalar, { nullable: true, description: 'Its lines (笔数), where it has some.' })
  lineCount!: bigint | null;

  @Field(() => PlainDateScalar, { description: 'Business date since when it waits (到达日期).' })
  sinceOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day to do it (办理期限).' })
  dueOn!: PlainDate;

  @Field(() => Int, { description: 'Calendar days it has waited (已等待天数).' })
  ageDays!: number;

  @Field(() => Boolean, { description: 'Whether the last day is over (是否超期).' })
  late!: boolean;

  @Field(() => Boolean, { description: 'Whether it was raised to the next level (是否已督办).' })
  escalated!: boolean;
}

export const InboxConnection = connectionOf(InboxItemType);

@ObjectType('InboxCount', { description: 'How much of one kind waits for the reader (待办数量).' })
export class InboxCountType {
  @Field(() => String, { description: 'Kind of the things (对象类型).' })
  subjectType!: string;

  @Field(() => InboxTaskEnum, { description: 'What is to be done (事项).' })
  task!: WaitingTask;

  @Field(() => QuantityScalar, { description: 'How many (数量).' })
  count!: bigint;

  @Field(() => QuantityScalar, { description: 'How many of them are late (超期数).' })
  late!: bigint;
}

@ArgsType()
export class InboxArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only things of this kind (对象类型).' })
  subjectType?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Only what is past its deadline (仅超期).' })
  lateOnly: boolean = false;
}
