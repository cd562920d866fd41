import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Fen, PlainDate } from '@huiji/kernel';
import { connectionOf, FenScalar, PlainDateScalar, QuantityScalar, UuidScalar } from '@huiji/platform';

import type { BatchState } from '../model/batch';
import type { PaymentState } from '../model/payment';
import { BatchStateEnum, PaymentStateEnum } from './settlement.enums';

@ObjectType('PaymentBatchPerson', { description: 'The clerk who made a batch (经办人).' })
export class BatchPersonType {
  @Field(() => UuidScalar, { description: 'Id of the person (人员编号).' })
  id!: string;

  @Field(() => String, { description: 'Name as shown (姓名); empty when unknown.' })
  displayName!: string;
}

@ObjectType('PaymentStateSum', { description: 'Lines of a batch in one state (分状态合计).' })
export class PaymentStateSumType {
  @Field(() => PaymentStateEnum, { description: 'The state (状态).' })
  state!: PaymentState;

  @Field(() => QuantityScalar, { description: 'How many lines (笔数).' })
  count!: bigint;

  @Field(() => FenScalar, { description: 'What they come to, in yuan (金额).' })
  sum!: Fen;
}

@ObjectType('PaymentBatch', {
  description: 'A payment order: made by a clerk, sealed, passed by three other people, sent (付款批次).',
})
export class BatchType {
  @Field(() => UuidScalar, { description: 'Id (编号); the subject id of its approval rounds ("payment-batch").' })
  id!: string;

  @Field(() => Int, { description: 'Year of its number (年度).' })
  year!: number;

  @Field(() => QuantityScalar, { description: 'Number within the year, from 1 (批次号).' })
  number!: bigint;

  @Field(() => BatchStateEnum, { description: 'Where it stands (状态).' })
  state!: BatchState;

  @Field(() => BatchPersonType, { description: 'Who made it (经办人).' })
  madeBy!: BatchPersonType;

  @Field(() => PlainDateScalar, { description: 'Business date it was made (制单日期).' })
  madeOn!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Business date of the lock (锁定日期).' })
  lockedOn!: PlainDate | null;

  @Field(() => QuantityScalar, { nullable: true, description: 'Sealed number of lines (笔数); null before the lock.' })
  lineCount!: bigint | null;

  @Field(() => FenScalar, { nullable: true, description: 'Sealed sum in yuan (总金额); null before the lock.' })
  sum!: Fen | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 over its lines, lower-case hexadecimal (摘要); null before the lock.',
  })
  sealSha256!: string | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Business date of the release (放行日期).' })
  releasedOn!: PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Id of the file to the bank (报文编号); null before release.' })
  messageId!: string | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Business date of the hand-over (发送日期).' })
  sentOn!: PlainDate | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Business date it was settled (办结日期).' })
  settledOn!: PlainDate | null;
}

export const BatchConnection = connectionOf(BatchType);
