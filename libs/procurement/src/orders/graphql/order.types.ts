import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType, ProductType } from '@huiji/catalog';
import type { Fen, PlainDate } from '@huiji/kernel';
import { connectionOf, FenScalar, PlainDateScalar, QuantityScalar, registerEnum, UuidScalar } from '@huiji/platform';
import { PriceType } from '../../rounds/graphql/round.types';
import type { OrderState } from '../model/order.types';
import type { OrderLineView, OrderView, ShipmentLineView, ShipmentView } from '../order.views';

export const OrderStateEnum = registerEnum<OrderState>('PurchaseOrderState', 'State of an order (订单状态).', {
  placed: 'Placed, waits for the supplier (待确认).',
  confirmed: 'Confirmed: may be shipped (已确认).',
  refused: 'Turned down by the supplier (已拒绝).',
  cancelled: 'Taken back by the hospital (已取消).',
  closed: 'Closed: nothing more is shipped, what was accepted stays (已关闭).',
});

@ObjectType('PurchaseOrderLine', {
  description: 'A line of an order (订单明细); the price is the contract price of the order date.',
})
export class OrderLineType implements OrderLineView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => Int, { description: 'Number in the order (行号).' })
  lineNumber!: number;

  @Field(() => ProductType, { description: 'Product (产品).' })
  product!: ProductType;

  @Field(() => QuantityScalar, { description: 'Smallest units ordered (订购数量).' })
  ordered!: bigint;

  @Field(() => QuantityScalar, { description: 'Smallest units shipped so far (已发货数量).' })
  shipped!: bigint;

  @Field(() => QuantityScalar, { description: 'Smallest units accepted so far, returns not taken off (已验收数量).' })
  accepted!: bigint;

  @Field(() => PriceType, { description: 'Contract price on the order date (合同价).' })
  price!: PriceType;

  @Field(() => FenScalar, { description: 'Ordered × price in yuan, rounded once (金额).' })
  amount!: Fen;
}

@ObjectType('PurchaseOrder', { description: 'An order (订单) of a hospital to one supplier.' })
export class OrderType implements OrderView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => String, { description: 'Number (订单号).' })
  number!: string;

  @Field(() => OrganisationType, { description: 'Hospital (医疗机构).' })
  hospital!: OrganisationType;

  @Field(() => OrganisationType, { description: 'Supplier (配送企业).' })
  supplier!: OrganisationType;

  @Field(() => PlainDateScalar, { description: 'Day it was placed (下单日期).' })
  orderedOn!: PlainDate;

  @Field(() => OrderStateEnum, { description: 'State (状态).' })
  state!: OrderState;

  @Field(() => FenScalar, { description: 'Sum of its lines in yuan (金额).' })
  amount!: Fen;

  @Field(() => [OrderLineType], { description: 'Its lines (明细).' })
  lines!: OrderLineType[];
}

@ObjectType('ShipmentLineAcceptance', { description: 'How a shipped line was accepted (验收结果), smallest units.' })
export class ShipmentLineAcceptanceType {
  @Field(() => UuidScalar, { description: 'Id of the acceptance line (验收行编号).' })
  id!: string;

  @Field(() => PlainDateScalar, { description: 'Day (验收日期).' })
  acceptedOn!: PlainDate;

  @Field(() => QuantityScalar, { description: 'Accepted (合格数量).' })
  accepted!: bigint;

  @Field(() => QuantityScalar, { description: 'Damaged (破损数量).' })
  damaged!: bigint;

  @Field(() => QuantityScalar, { description: 'Missing (短少数量).' })
  missing!: bigint;
}

@ObjectType('ShipmentLine', { description: 'A line of a delivery note (配送明细).' })
export class ShipmentLineType implements ShipmentLineView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => Int, { description: 'Number in the delivery note (行号).' })
  lineNumber!: number;

  @Field(() => UuidScalar, { description: 'Order line it fulfils (订单行编号).' })
  orderLineId!: string;

  @Field(() => ProductType, { description: 'Product (产品).' })
  product!: ProductType;

  @Field(() => QuantityScalar, { description: 'Smallest units shipped (发货数量).' })
  quantity!: bigint;

  @Field(() => String, { description: 'Batch (批号).' })
  batchNumber!: string;

  @Field(() => PlainDateScalar, { description: 'Expiry (有效期至).' })
  expiresOn!: PlainDate;

  @Field(() => ShipmentLineAcceptanceType, {
    nullable: true,
    description: 'Its acceptance (验收结果); null: it waits (待验收).',
  })
  acceptance!: ShipmentLineAcceptanceType | null;
}

@ObjectType('Shipment', { description: 'A delivery note (配送单) of an order.' })
export class ShipmentType implements ShipmentView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => String, { description: 'Number (配送单号).' })
  number!: string;

  @Field(() => UuidScalar, { description: 'Its order (订单编号).' })
  orderId!: string;

  @Field(() => String, { description: 'Number of its order (订单号).' })
  orderNumber!: string;

  @Field(() => OrganisationType, { description: 'Hospital (医疗机构).' })
  hospital!: OrganisationType;

  @Field(() => OrganisationType, { description: 'Supplier (配送企业).' })
  supplier!: OrganisationType;

  @Field(() => PlainDateScalar, { description: 'Day it was shipped (发货日期).' })
  shippedOn!: PlainDate;

  @Field(() => [ShipmentLineType], { description: 'Its lines (明细).' })
  lines!: ShipmentLineType[];
}

export const OrderConnection = connectionOf(OrderType);
export const ShipmentConnection = connectionOf(ShipmentType);
