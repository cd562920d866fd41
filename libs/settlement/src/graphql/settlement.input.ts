import { ArgsType, Field, InputType } from '@nestjs/graphql';
import { ApprovalStepEnum, ReviewDecisionEnum, type Decision, type Step } from '@huiji/approval';
import type { PlainDate } from '@huiji/kernel';
import { PageArgs, PlainDateScalar, UuidScalar } from '@huiji/platform';

import type { InvoiceState } from '../model/invoice';
import type { PayableKind, PayableState } from '../model/payable';
import type { PaymentState } from '../model/payment';
import { InvoiceStateEnum, PayableKindEnum, PayableStateEnum, PaymentStateEnum } from './settlement.enums';

@InputType({ isAbstract: true })
abstract class RequestInput {
  @Field(() => UuidScalar, {
    description: 'Made by the client; the same id and input give the same answer (请求编号).',
  })
  requestId!: string;
}

@InputType({ description: 'Confirms an invoice (医院确认发票).' })
export class InvoiceConfirmInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'Id of the invoice (发票编号).' })
  invoiceId!: string;
}

@InputType({ description: 'Disputes an invoice (医院提出异议).' })
export class InvoiceDisputeInput extends InvoiceConfirmInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters; the supplier reads it (异议原因).' })
  reason!: string;
}

@InputType({ description: 'Takes an invoice back (企业撤回发票).' })
export class InvoiceWithdrawInput extends InvoiceConfirmInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters (撤回原因).' })
  reason!: string;
}

@InputType({
  description: 'Makes a payment batch: of named payables, or of those of some kinds that are due by a day (制单).',
})
export class BatchCreateInput extends RequestInput {
  @Field(() => [PayableKindEnum], { nullable: true, description: 'Only these kinds (类型); null: all.' })
  kinds?: PayableKind[] | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Only what is due by this day (到期日不晚于).' })
  dueBy?: PlainDate | null;

  @Field(() => [UuidScalar], { nullable: true, description: 'Exactly these payables (指定应付款); at most 100,000.' })
  payableIds?: string[] | null;
}

@InputType({ description: 'Names a payment batch (付款批次).' })
export class BatchLockInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'Id of the batch (批次编号).' })
  batchId!: string;
}

@InputType({ description: 'Gives up a draft (作废草稿批次).' })
export class BatchDiscardInput extends BatchLockInput {}

@InputType({ description: 'Takes a locked batch back before anybody decided (撤回送审).' })
export class BatchWithdrawInput extends BatchLockInput {}

@InputType({ description: 'One decision about a locked batch, by the person who is logged in (审核).' })
export class BatchReviewInput extends BatchLockInput {
  @Field(() => ApprovalStepEnum, { description: 'The step; must be that of the role (环节).' })
  step!: Step;

  @Field(() => ReviewDecisionEnum, { description: 'Pass or return (意见).' })
  decision!: Decision;

  @Field(() => String, { nullable: true, description: 'Why; wanted for a return, 1 to 500 characters (原因).' })
  reason?: string | null;
}

@InputType({ description: 'Asks the bank about a payment of unknown outcome (向银行查询).' })
export class PaymentStatusQueryInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'Id of the payment (付款编号).' })
  paymentId!: string;
}

@ArgsType()
export class InvoiceArgs extends PageArgs {
  @Field(() => InvoiceStateEnum, { nullable: true, description: 'Only invoices in this state (状态).' })
  state?: InvoiceState | null;
}

@ArgsType()
export class PayableArgs extends PageArgs {
  @Field(() => PayableStateEnum, { nullable: true, description: 'Only payables in this state (状态).' })
  state?: PayableState | null;

  @Field(() => PayableKindEnum, { nullable: true, description: 'Only payables of this kind (类型).' })
  kind?: PayableKind | null;
}

@ArgsType()
export class PaymentArgs extends PageArgs {
  @Field(() => PaymentStateEnum, { nullable: true, description: 'Only payments in this state (状态).' })
  state?: PaymentState | null;

  @Field(() => UuidScalar, { nullable: true, description: 'Only payments of this batch (批次编号).' })
  batchId?: string | null;

  @Field(() => UuidScalar, { nullable: true, description: 'Only payments of this payable (应付款编号).' })
  payableId?: string | null;
}
