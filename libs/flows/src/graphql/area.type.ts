import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { PlainDate } from '@huiji/kernel';
import { PlainDateScalar, registerEnum, UuidScalar } from '@huiji/platform';
import type { NoteTopic } from '../demo-note.service';

export const DemoNoteTopicEnum = registerEnum<NoteTopic>('DemoNoteTopic', 'What a note is about (说明主题).', {
  area: 'The area itself (统筹区).',
  price: 'Prices and packs (价格与包装).',
  volume: 'Volumes and contracts (数量与合同).',
  organisation: 'Organisations and people (机构与人员).',
  care: 'Long-term care (长期护理).',
  savings: 'Retained savings (结余留用).',
  payment: 'Payments and the bank (支付与银行).',
});

@ObjectType('DemoNote', { description: 'What a demonstration area says of its own data (演示数据说明).' })
export class DemoNoteType {
  @Field(() => UuidScalar, { description: 'Its id (编号).' })
  id!: string;

  @Field(() => DemoNoteTopicEnum, { description: 'What it is about (主题).' })
  topic!: NoteTopic;

  @Field(() => String, { description: 'The note in Chinese (中文).' })
  textZh!: string;

  @Field(() => String, { description: 'The note in English (英文).' })
  textEn!: string;
}

@ObjectType('AreaDate', { description: 'The business date of the area after it was moved (业务日期).' })
export class AreaDateType {
  @Field(() => PlainDateScalar, { description: 'The business date, which decides law (业务日期).' })
  businessDate!: PlainDate;
}

@InputType({ description: 'How far the business date of a demonstration moves (推进业务日期).' })
export class AreaDateAdvanceInput {
  @Field(() => UuidScalar, { description: 'Made by the client, once per act (请求编号).' })
  requestId!: string;

  @Field(() => Int, { description: 'Days forward, 1…400 (天数).' })
  days!: number;
}

@InputType({ description: 'An agreement year that is over, to be taken up for retained savings (归集协议年度).' })
export class SavingsYearTakeUpInput {
  @Field(() => UuidScalar, { description: 'Made by the client, once per act (请求编号).' })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The round (批次).' })
  roundId!: string;

  @Field(() => Int, { description: 'Which agreement year, from 1 (第几年).' })
  agreementYear!: number;
}
