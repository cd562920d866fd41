import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, type Result } from '@huiji/kernel';
import { moveState, nextState, recordAction, type Caller, type Tx } from '@huiji/platform';
import type { OrderAction, OrderRequestLine, OrderState, ShipmentRequestLine } from './model/order.types';
import type { PurchaseOrderEntity } from './persistence/order.entities';
import { OrderRepository } from './persistence/order.repository';
import { orderTransitions, readOrderLines } from './rules/order-lines';
import { readShipmentLines } from './rules/supply-lines';

/** Orders (订单) of hospitals and the shipments (发货) of suppliers. */
@Injectable()
export class OrderService {
  constructor(private readonly rows: OrderRepository) {}

  /**
   * Places an order of whole packs with one supplier, at the contract's price of today (A12); volume above the agreed
   * one is never refused (A13). Refusals: BAD_INPUT with row, field and code; SEVERAL_SUPPLIERS.
   */
  async place(tx: Tx, caller: Caller, wanted: readonly OrderRequestLine[]): Promise<Result<string>> {
    const products = await this.rows.orderable(
      tx,
      caller.organisationId,
      wanted.map(({ productId }) => productId),
      tx.businessDate,
    );
    const read = readOrderLines(wanted, products);
    if (!read.ok) return read;
    const number = await this.rows.nextNumber(tx, 'order');
    const { supplierId, lines } = read.value;
    const id = await this.rows.insertOrder(tx, { number, hospitalId: caller.organisationId, supplierId }, lines);
    await recordAction(tx, {
      subjectType: 'order',
      subjectId: id,
      kind: 'OrderPlaced',
      to: 'placed',
      payload: { number, lines: lines.length },
    });
    return ok(id);
  }

  /** The supplier takes the order on. Refusals: NOT_FOUND, WRONG_STATE. */
  confirm(tx: Tx, caller: Caller, orderId: string): Promise<Result<string>> {
    return this.move(
      tx,
      orderId,
      (order) => order.supplierId === caller.organisationId,
      'confirm',
      'OrderConfirmed',
      null,
    );
  }

  /** The supplier turns the order down, with a reason. Refusals: BAD_INPUT, NOT_FOUND, WRONG_STATE. */
  async refuse(tx: Tx, caller: Caller, orderId: string, reason: string): Promise<Result<string>> {
    if (reason.trim() === '' || reason.length > 500)
      return badInput([{ field: 'reason', code: 'TEXT_LENGTH', facts: { max: '500' } }]);
    return this.move(
      tx,
      orderId,
      (order) => order.supplierId === caller.organisationId,
      'refuse',
      'OrderRefused',
      reason.trim(),
    );
  }

  /** The hospital takes an unconfirmed order back. Refusals: NOT_FOUND, WRONG_STATE. */
  cancel(tx: Tx, caller: Caller, orderId: string): Promise<Result<string>> {
    return this.move(
      tx,
      orderId,
      (order) => order.hospitalId === caller.organisationId,
      'cancel',
      'OrderCancelled',
      null,
    );
  }

  /** The hospital ends supply of a confirmed order; what was accepted stays accepted (A16, PD-21). Refusals: NOT_FOUND, WRONG_STATE. */
  close(tx: Tx, caller: Caller, orderId: string): Promise<Result<string>> {
    return this.move(tx, orderId, (order) => order.hospitalId === caller.organisationId, 'close', 'OrderClosed', null);
  }

  /**
   * Ships lines of a confirmed order with batch and expiry; never more than was ordered (A14). Answers the shipment's id.
   * Refusals: NOT_FOUND, WRONG_STATE, BAD_INPUT with row, field and code.
   */
  async ship(
    tx: Tx,
    caller: Caller,
    input: { readonly orderId: string; readonly lines: readonly ShipmentRequestLine[] },
  ): Promise<Result<string>> {
    const order = await this.rows.lockOrder(tx, input.orderId);
    if (order?.supplierId !== caller.organisationId) return notFound('order');
    const allowed = nextState<OrderState, OrderAction>(orderTransitions, order.state, 'ship');
    if (!allowed.ok) return allowed;
    const read = readShipmentLines(input.lines, await this.rows.shippable(tx, order.id), tx.businessDate);
    if (!read.ok) return read;
    const number = await this.rows.nextNumber(tx, 'shipment');
    const id = await this.rows.insertShipment(tx, order, number, read.value);
    await recordAction(tx, {
      subjectType: 'shipment',
      subjectId: id,
      kind: 'ShipmentSent',
      payload: { number, orderId: order.id },
    });
    return ok(id);
  }

  private async move(
    tx: Tx,
    orderId: string,
    isTheirs: (order: PurchaseOrderEntity) => boolean,
    action: OrderAction,
    kind: string,
    reason: string | null,
  ): Promise<Result<string>> {
    const order = await this.rows.lockOrder(tx, orderId);
    if (order === null || !isTheirs(order)) return notFound('order');
    const to = nextState(orderTransitions, order.state, action);
    if (!to.ok) return to;
    const moved = await moveState(tx, {
      table: 'procurement.purchase_order',
      subjectType: 'order',
      subjectId: order.id,
      from: order.state,
      to: to.value,
      kind,
      reason,
    });
    return moved.ok ? ok(order.id) : moved;
  }
}
