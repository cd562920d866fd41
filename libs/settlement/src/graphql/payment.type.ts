import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '@huiji/catalog';
import { PayeeObjectType } from '@huiji/fund';
import type { Fen, PlainDate } from '@huiji/kernel';
import { connectionOf, DateTimeScalar, FenScalar, PlainDateScalar, QuantityScalar, UuidScalar } from '@huiji/platform';

import type { HoldReason, PayableKind, PayableState } from '../model/payable';
import type { PaymentState } from '../model/payment';
import { HoldReasonEnum, PayableKindEnum, PayableStateEnum, PaymentStateEnum } from './settlement.enums';

@ObjectType('Payable', { description: 'What the fund owes to one payee for one document (应付款).' })
export class PayableType {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => PayableKindEnum, { description: 'Why it is owed (类型).' })
  kind!: PayableKind;

  @Field(() => UuidScalar, { description: 'Id of the invoice, sheet or subsidy line it comes from (来源单据编号).' })
  sourceId!: string;

  @Field(() => PayeeObjectType, { description: 'Who is paid (收款人).' })
  payee!: PayeeObjectType;

  @Field(() => OrganisationType, {
    nullable: true,
    description: 'The hospital in whose name a supplier is paid (医疗机构); null for other kinds.',
  })
  hospital!: OrganisationType | null;

  @Field(() => FenScalar, { description: 'Amount in yuan, above zero (金额).' })
  amount!: Fen;

  @Field(() => PlainDateScalar, { description: 'When it is due (应付日期).' })
  dueDate!: PlainDate;

  @Field(() => PayableStateEnum, { description: 'Where it stands (状态).' })
  state!: PayableState;

  @Field(() => PlainDateScalar, { description: 'Business date since when it is owed (生成日期).' })
  openedOn!: PlainDate;

  @Field(() => HoldReasonEnum, {
    nullable: true,
    description: 'Why no batch takes it (暂缓原因); null while nothing holds it.',
  })
  heldReason!: HoldReason | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Business date since when it is on hold (暂缓日期).' })
  heldSince!: PlainDate | null;
}

@ObjectType('Payment', { description: 'One try to pay one payable to one account (付款).' })
export class PaymentType {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'Its batch (批次编号).' })
  batchId!: string;

  @Field(() => UuidScalar, { description: 'What it pays (应付款编号).' })
  payableId!: string;

  @Field(() => QuantityScalar, { description: 'Number of its line in the batch, from 1 (行号).' })
  lineNo!: bigint;

  @Field(() => Int, { description: '1 for the first try; a further one follows a failed one (第几次付款).' })
  attempt!: number;

  @Field(() => UuidScalar, { nullable: true, description: 'The try before it (上一次付款编号); null for the first.' })
  previousPaymentId!: string | null;

  @Field(() => FenScalar, { description: 'Amount in yuan (金额).' })
  amount!: Fen;

  @Field(() => PayeeObjectType, { description: 'Who is paid (收款人).' })
  payee!: PayeeObjectType;

  @Field(() => String, { nullable: true, description: 'Holder of the account (户名); null before the lock.' })
  holderName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Account, by its last characters (账号尾号); null before the lock.',
  })
  accountMasked!: string | null;

  @Field(() => String, { nullable: true, description: 'CNAPS number of the bank (联行号); null before the lock.' })
  cnaps!: string | null;

  @Field(() => PaymentStateEnum, { description: 'Where it stands (状态).' })
  state!: PaymentState;

  @Field(() => String, {
    nullable: true,
    description: 'Id under which the bank knows it (指令编号); null before release.',
  })
  instructionId!: string | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Business date of the release (放行日期).' })
  releasedOn!: PlainDate | null;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'Business date of the hand-over to the bank (发送日期).',
  })
  sentOn!: PlainDate | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Day on which the bank accepted it (受理日期).' })
  acceptedOn!: PlainDate | null;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'Day on which it was paid, refused or came back (办结日期).',
  })
  decidedOn!: PlainDate | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When the bank was last heard of it, by the machine (最近回音时间); the age of a silence counts from here.',
  })
  heardAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Last status code of the bank (银行状态码), ISO 20022.' })
  statusCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Reason code of the bank (原因码), ISO 20022.' })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Reason of the bank in words (原因).' })
  reasonText!: string | null;
}

@ObjectType('BankException', {
  description: 'News of the bank that contradicts what is known: it moved nothing and waits for a person (银行异常).',
})
export class BankExceptionType {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => String, { description: 'Stable code, such as AMOUNT_DIFFERS (异常代码).' })
  code!: string;

  @Field(() => String, { description: 'File of the bank (报文文件).' })
  fileName!: string;

  @Field(() => String, { description: 'Id of the message (报文编号).' })
  messageId!: string;

  @Field(() => String, { nullable: true, description: 'Instruction it speaks of (指令编号).' })
  instructionId!: string | null;

  @Field(() => UuidScalar, { nullable: true, description: 'Payment it speaks of (付款编号); null when there is none.' })
  paymentId!: string | null;

  @Field(() => FenScalar, { nullable: true, description: 'Amount the bank named, in yuan (银行金额).' })
  amount!: Fen | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Day of the booking (入账日期).' })
  bookedOn!: PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Words of the bank or of the reader (说明).' })
  reasonText!: string | null;

  @Field(() => PlainDateScalar, { description: 'Business date on which it was read (读取日期).' })
  readOn!: PlainDate;
}

export const PayableConnection = connectionOf(PayableType);
export const PaymentConnection = connectionOf(PaymentType);
export const BankExceptionConnection = connectionOf(BankExceptionType);
