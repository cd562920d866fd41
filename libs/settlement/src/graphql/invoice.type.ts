import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType, ProductType } from '@huiji/catalog';
import type { Fen, PlainDate } from '@huiji/kernel';
import { connectionOf, FenScalar, PlainDateScalar, QuantityScalar, UuidScalar } from '@huiji/platform';

import type { InvoiceState } from '../model/invoice';
import type { PathStatus, PathStep, StopReason } from '../model/invoice-path';
import { InvoiceStateEnum, PathStatusEnum, PathStepEnum, StopReasonEnum } from './settlement.enums';

@ObjectType('InvoicePrice', { description: 'A price for a pack, tax included (含税单价): so much for so many units.' })
export class InvoicePriceType {
  @Field(() => FenScalar, { description: 'Amount in yuan for `per` smallest units (金额).' })
  amount!: Fen;

  @Field(() => QuantityScalar, { description: 'Smallest units the amount is for (最小单位数).' })
  per!: bigint;
}

@ObjectType('InvoiceMatch', { description: 'A piece of an invoice line laid on what was accepted (匹配明细).' })
export class InvoiceMatchType {
  @Field(() => UuidScalar, { description: 'Id of the accepted line (验收明细编号).' })
  acceptanceLineId!: string;

  @Field(() => PlainDateScalar, { description: 'Day of the acceptance (验收日期).' })
  acceptedOn!: PlainDate;

  @Field(() => QuantityScalar, { description: 'Smallest units taken of it (数量).' })
  quantity!: bigint;

  @Field(() => FenScalar, { description: 'Its share of the amount of the line, in yuan (金额).' })
  amount!: Fen;
}

@ObjectType('InvoiceLine', { description: 'A line of an invoice, tax included (发票明细).' })
export class InvoiceLineType {
  @Field(() => Int, { description: 'Number of the line, from 1 (行号).' })
  lineNo!: number;

  @Field(() => ProductType, { description: 'What was sold (产品).' })
  product!: ProductType;

  @Field(() => QuantityScalar, { description: 'Smallest units (数量).' })
  quantity!: bigint;

  @Field(() => InvoicePriceType, { description: 'Price, the contract’s to the fen (单价).' })
  price!: InvoicePriceType;

  @Field(() => FenScalar, { description: 'Amount in yuan, tax included (含税金额).' })
  amount!: Fen;

  @Field(() => [InvoiceMatchType], { description: 'What was accepted for it, oldest first (匹配的验收).' })
  matches!: InvoiceMatchType[];
}

@ObjectType('InvoicePathPoint', { description: 'One step of the way of an invoice to its money (发票全程的一步).' })
export class InvoicePathPointType {
  @Field(() => PathStepEnum, { description: 'Which step (环节).' })
  step!: PathStep;

  @Field(() => PathStatusEnum, { description: 'How it stands (状态).' })
  status!: PathStatus;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Business date on which it happened (完成日期).' })
  on?: PlainDate | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'By when it is expected (预计日期); the due date.' })
  expectedOn?: PlainDate | null;

  @Field(() => StopReasonEnum, { nullable: true, description: 'Why it stops (受阻原因); null while it does not.' })
  stop?: StopReason | null;

  @Field(() => String, { nullable: true, description: 'The words of whoever stopped it (说明).' })
  reason?: string | null;
}

@ObjectType('Invoice', {
  description: 'An invoice of a supplier to a hospital that fits what was accepted (发票). Amounts in yuan.',
})
export class InvoiceType {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Invoice code (发票代码); null for a digital invoice.' })
  code!: string | null;

  @Field(() => String, { description: 'Invoice number, 20 or 8 digits (发票号码).' })
  number!: string;

  @Field(() => PlainDateScalar, { description: 'Date on the invoice (开票日期).' })
  issuedOn!: PlainDate;

  @Field(() => OrganisationType, { description: 'The supplier (销售方).' })
  seller!: OrganisationType;

  @Field(() => OrganisationType, { description: 'The hospital (购买方).' })
  buyer!: OrganisationType;

  @Field(() => FenScalar, { description: 'Net amount in yuan (不含税金额).' })
  net!: Fen;

  @Field(() => FenScalar, { description: 'Tax in yuan (税额).' })
  tax!: Fen;

  @Field(() => FenScalar, { description: 'Total in yuan, tax included (价税合计).' })
  total!: Fen;

  @Field(() => InvoiceStateEnum, { description: 'Where it stands (状态).' })
  state!: InvoiceState;

  @Field(() => PlainDateScalar, { description: 'Business date of its registration (登记日期).' })
  registeredOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'When it is due, by the clock that counts (应付日期).' })
  dueDate!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Due by days after acceptance (按天数到期日).' })
  dueByDays!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Due by the end of the month after acceptance (按月末到期日).' })
  dueByMonthEnd!: PlainDate;

  @Field(() => Boolean, { description: 'The working days of that year are not published yet (到期日暂定).' })
  dueProvisional!: boolean;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'Day of the decision (确认或异议日期); null before it.',
  })
  decidedOn!: PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Reason of a dispute or withdrawal (异议或撤回原因).' })
  decisionReason!: string | null;
}

export const InvoiceConnection = connectionOf(InvoiceType);
