import { ArgsType, Field, InputType } from '@nestjs/graphql';
import type { PlainDate } from '@huiji/kernel';
import { PageArgs, PlainDateScalar, QuantityScalar, UuidScalar } from '@huiji/platform';
import type { OrderState } from '../model/order.types';
import { OrderStateEnum } from './order.types';

const REQUEST = 'Made by the client; the same id and input give the same answer (请求编号).';

@InputType({ description: 'What a hospital asks for (订购明细). It has no price: the contract has it.' })
export class OrderLineInput {
  @Field(() => UuidScalar, { description: 'Product under a contract in force (产品编号).' })
  productId!: string;

  @Field(() => QuantityScalar, { description: 'Whole packs (盒数), at least 1.' })
  packs!: bigint;
}

@InputType({ description: 'An order to one supplier (下单).' })
export class OrderPlaceInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => [OrderLineInput], { description: 'Products of one supplier, each once (订购明细).' })
  lines!: OrderLineInput[];
}

@InputType({ description: 'An order (订单操作).' })
export class OrderInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Order (订单编号).' })
  orderId!: string;
}

@InputType({ description: 'An order to turn down (拒绝订单).' })
export class OrderRefuseInput extends OrderInput {
  @Field(() => String, { description: 'Why (原因), at most 500.' })
  reason!: string;
}

@InputType({ description: 'A shipped line (发货明细).' })
export class ShipmentLineInput {
  @Field(() => UuidScalar, { description: 'Order line (订单行编号).' })
  orderLineId!: string;

  @Field(() => QuantityScalar, { description: 'Smallest units (发货数量), at most what is open.' })
  quantity!: bigint;

  @Field(() => String, { description: 'Batch (批号), 1 to 40 letters, digits or . / -' })
  batchNumber!: string;

  @Field(() => PlainDateScalar, { description: 'Expiry (有效期至), not before today.' })
  expiresOn!: PlainDate;
}

@InputType({ description: 'A shipment of a confirmed order (发货).' })
export class ShipmentSendInput extends OrderInput {
  @Field(() => [ShipmentLineInput], { description: 'Its lines (发货明细).' })
  lines!: ShipmentLineInput[];
}

@InputType({ description: 'How a shipped line is accepted (验收明细): the three together are what was shipped.' })
export class AcceptanceLineInput {
  @Field(() => UuidScalar, { description: 'Shipment line (配送行编号).' })
  shipmentLineId!: string;

  @Field(() => QuantityScalar, { description: 'Smallest units accepted (合格数量).' })
  accepted!: bigint;

  @Field(() => QuantityScalar, { defaultValue: 0n, description: 'Smallest units damaged (破损数量).' })
  damaged!: bigint;

  @Field(() => QuantityScalar, { defaultValue: 0n, description: 'Smallest units missing (短少数量).' })
  missing!: bigint;
}

@InputType({ description: 'An acceptance of a shipment (验收).' })
export class AcceptanceRecordInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Shipment (配送单编号).' })
  shipmentId!: string;

  @Field(() => PlainDateScalar, { description: 'Day (验收日期), between shipping and today.' })
  acceptedOn!: PlainDate;

  @Field(() => [AcceptanceLineInput], { description: 'Its lines, each once (验收明细).' })
  lines!: AcceptanceLineInput[];
}

@InputType({ description: 'Accepted units to send back (退货).' })
export class UnitsReturnInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Acceptance line (验收行编号).' })
  acceptanceLineId!: string;

  @Field(() => QuantityScalar, { description: 'Smallest units (退货数量), at most what is still accepted.' })
  quantity!: bigint;

  @Field(() => String, { description: 'Why (退货原因), at most 500.' })
  reason!: string;
}

@InputType({ description: 'A file to import (导入文件).' })
export class FileImportInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The uploaded file (文件编号).' })
  fileId!: string;
}

@ArgsType()
export class OrderPageArgs extends PageArgs {
  @Field(() => OrderStateEnum, { nullable: true, description: 'Only in this state (状态).' })
  state?: OrderState | null;
}

@ArgsType()
export class ShipmentPageArgs extends PageArgs {
  @Field(() => UuidScalar, { nullable: true, description: 'Only of this order (订单编号).' })
  orderId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Only with lines that wait to be accepted (只看待验收).' })
  waiting: boolean = false;
}

@ArgsType()
export class ImportFaultPageArgs extends PageArgs {
  @Field(() => UuidScalar, { description: 'Import (导入编号).' })
  importId!: string;
}
