import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@huiji/kernel';
import {
  CurrentCaller,
  Database,
  mutationResult,
  Requests,
  UuidScalar,
  type Caller,
  type Connection,
  type Tx,
} from '@huiji/platform';
import { OrderReader } from '../order.reader';
import { OrderService } from '../order.service';
import type { OrderView, ShipmentView } from '../order.views';
import {
  OrderInput,
  OrderPageArgs,
  OrderPlaceInput,
  OrderRefuseInput,
  ShipmentPageArgs,
  ShipmentSendInput,
} from './order.inputs';
import { OrderConnection, OrderType, ShipmentConnection, ShipmentType } from './order.types';

const PlaceResult = mutationResult('PurchaseOrderPlaceResult', () => OrderType);
const ConfirmResult = mutationResult('PurchaseOrderConfirmResult', () => OrderType);
const RefuseResult = mutationResult('PurchaseOrderRefuseResult', () => OrderType);
const CancelResult = mutationResult('PurchaseOrderCancelResult', () => OrderType);
const CloseResult = mutationResult('PurchaseOrderCloseResult', () => OrderType);
const SendResult = mutationResult('ShipmentSendResult', () => ShipmentType);

const input = { description: 'What is asked (请求内容).' };
const id = { type: () => UuidScalar, description: 'Id (编号).' };
@Resolver()
export class OrderResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly orders: OrderService,
    private readonly reader: OrderReader,
  ) {}

  @Query(() => OrderConnection, {
    description: 'Orders, newest first (订单): a hospital and a supplier see their own.',
  })
  purchaseOrders(@CurrentCaller() caller: Caller, @Args() page: OrderPageArgs): Promise<Connection<OrderView>> {
    return this.database.read(caller.scope, (tx) =>
      this.reader.orderPage(tx, caller, { state: page.state ?? null }, page),
    );
  }

  @Query(() => OrderType, { nullable: true, description: 'One order (订单); null: not found.' })
  purchaseOrder(@CurrentCaller() caller: Caller, @Args('id', id) orderId: string): Promise<OrderView | undefined> {
    return this.database.read(caller.scope, (tx) => this.reader.order(tx, caller, orderId));
  }

  @Query(() => ShipmentConnection, {
    description: 'Delivery notes, newest first (配送单): a hospital and a supplier see their own.',
  })
  shipments(@CurrentCaller() caller: Caller, @Args() page: ShipmentPageArgs): Promise<Connection<ShipmentView>> {
    const filter = { orderId: page.orderId ?? null, waiting: page.waiting };
    return this.database.read(caller.scope, (tx) => this.reader.shipmentPage(tx, caller, filter, page));
  }

  @Query(() => ShipmentType, { nullable: true, description: 'One delivery note (配送单); null: not found.' })
  shipment(@CurrentCaller() caller: Caller, @Args('id', id) shipmentId: string): Promise<ShipmentView | undefined> {
    return this.database.read(caller.scope, (tx) => this.reader.shipment(tx, caller, shipmentId));
  }

  @Mutation(() => PlaceResult, {
    description: 'Orders whole packs of one supplier at the contract price of today (下单).',
  })
  purchaseOrderPlace(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: OrderPlaceInput,
  ): Promise<OrderView | Refusal> {
    return this.perform(caller, 'purchaseOrderPlace', wanted, (tx) => this.orders.place(tx, caller, wanted.lines));
  }

  @Mutation(() => ConfirmResult, { description: 'The supplier takes an order on (确认订单).' })
  purchaseOrderConfirm(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: OrderInput,
  ): Promise<OrderView | Refusal> {
    return this.perform(caller, 'purchaseOrderConfirm', wanted, (tx) =>
      this.orders.confirm(tx, caller, wanted.orderId),
    );
  }

  @Mutation(() => RefuseResult, { description: 'The supplier turns an order down with a reason (拒绝订单).' })
  purchaseOrderRefuse(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: OrderRefuseInput,
  ): Promise<OrderView | Refusal> {
    return this.perform(caller, 'purchaseOrderRefuse', wanted, (tx) =>
      this.orders.refuse(tx, caller, wanted.orderId, wanted.reason),
    );
  }

  @Mutation(() => CancelResult, { description: 'The hospital takes an unconfirmed order back (取消订单).' })
  purchaseOrderCancel(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: OrderInput,
  ): Promise<OrderView | Refusal> {
    return this.perform(caller, 'purchaseOrderCancel', wanted, (tx) => this.orders.cancel(tx, caller, wanted.orderId));
  }

  @Mutation(() => CloseResult, {
    description: 'The hospital ends supply of an order; what was accepted stays (关闭订单).',
  })
  purchaseOrderClose(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: OrderInput,
  ): Promise<OrderView | Refusal> {
    return this.perform(caller, 'purchaseOrderClose', wanted, (tx) => this.orders.close(tx, caller, wanted.orderId));
  }

  @Mutation(() => SendResult, { description: 'Ships lines of a confirmed order with batch and expiry (发货).' })
  shipmentSend(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: ShipmentSendInput,
  ): Promise<ShipmentView | Refusal> {
    const send = (tx: Tx): Promise<Result<string>> => this.orders.ship(tx, caller, wanted);
    return this.requests.perform(caller, 'shipmentSend', wanted, send, (tx, made) =>
      this.reader.shipment(tx, caller, made),
    );
  }

  private perform(
    caller: Caller,
    name: string,
    wanted: { requestId: string },
    act: (tx: Tx) => Promise<Result<string>>,
  ): Promise<OrderView | Refusal> {
    return this.requests.perform(caller, name, wanted, act, (tx, made) => this.reader.order(tx, caller, made));
  }
}
