import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { KeysetSlice, Tx } from '@huiji/platform';
import type { OrderState } from '../model/order.types';

/** Whose rows are read: a hospital's, a supplier's, or (both null) everybody's of the area. */
export interface Side {
  readonly hospitalId: string | null;
  readonly supplierId: string | null;
}

export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly hospitalId: string;
  readonly supplierId: string;
  readonly orderedOn: PlainDate;
  readonly state: OrderState;
  readonly amountFen: bigint;
}

export interface OrderLineRow {
  readonly id: string;
  readonly orderId: string;
  readonly lineNumber: number;
  readonly productId: string;
  readonly ordered: bigint;
  readonly shipped: bigint;
  readonly accepted: bigint;
  readonly priceFen: bigint;
  readonly pricePer: bigint;
  readonly amountFen: bigint;
}

export interface ShipmentRow {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly hospitalId: string;
  readonly supplierId: string;
  readonly shippedOn: PlainDate;
}

export interface ShipmentLineRow {
  readonly id: string;
  readonly shipmentId: string;
  readonly lineNumber: number;
  readonly orderLineId: string;
  readonly productId: string;
  readonly quantity: bigint;
  readonly batchNumber: string;
  readonly expiresOn: PlainDate;
  readonly acceptanceLineId: string | null;
  readonly acceptedOn: PlainDate | null;
  readonly accepted: bigint | null;
  readonly damaged: bigint | null;
  readonly missing: bigint | null;
}

/** Lists of orders and shipments as people see them. */
@Injectable()
export class OrderListRepository {
  orders(
    tx: Tx,
    filter: Side & { readonly state: OrderState | null; readonly orderId: string | null },
    slice: KeysetSlice,
  ): Promise<OrderRow[]> {
    return tx.query(
      `SELECT o.id, o.number, o.hospital_id AS "hospitalId", o.supplier_id AS "supplierId", o.ordered_on AS "orderedOn", o.state,
              (SELECT COALESCE(sum(l.amount_fen), 0)::bigint FROM procurement.purchase_order_line l
               WHERE l.area = o.area AND l.order_id = o.id) AS "amountFen"
       FROM procurement.purchase_order o
       WHERE o.area = $1 AND ($2::uuid IS NULL OR o.hospital_id = $2::uuid) AND ($3::uuid IS NULL OR o.supplier_id = $3::uuid)
         AND ($4::text IS NULL OR o.state = $4::text) AND ($5::uuid IS NULL OR o.id = $5::uuid) AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, filter.hospitalId, filter.supplierId, filter.state, filter.orderId, ...slice.params],
    );
  }

  orderLines(tx: Tx, orderIds: readonly string[]): Promise<OrderLineRow[]> {
    return tx.query(
      `SELECT l.id, l.order_id AS "orderId", l.line_number AS "lineNumber", l.product_id AS "productId",
              l.ordered_quantity AS ordered, COALESCE(s.shipped, 0)::bigint AS shipped, COALESCE(s.accepted, 0)::bigint AS accepted,
              l.price_fen AS "priceFen", l.price_per AS "pricePer", l.amount_fen AS "amountFen"
       FROM procurement.purchase_order_line l
       LEFT JOIN LATERAL (
         SELECT sum(sl.shipped_quantity) AS shipped, sum(a.accepted_quantity) AS accepted
         FROM procurement.shipment_line sl
         LEFT JOIN procurement.acceptance_line a ON a.area = sl.area AND a.shipment_line_id = sl.id
         WHERE sl.area = l.area AND sl.order_line_id = l.id) s ON true
       WHERE l.area = $1 AND l.order_id = ANY($2::uuid[]) ORDER BY l.order_id, l.line_number`,
      [tx.area, [...orderIds]],
    );
  }

  shipments(
    tx: Tx,
    filter: Side & { readonly orderId: string | null; readonly shipmentId: string | null; readonly waiting: boolean },
    slice: KeysetSlice,
  ): Promise<ShipmentRow[]> {
    return tx.query(
      `SELECT s.id, s.number, s.order_id AS "orderId", o.number AS "orderNumber", s.hospital_id AS "hospitalId",
              s.supplier_id AS "supplierId", s.shipped_on AS "shippedOn"
       FROM procurement.shipment s
       JOIN procurement.purchase_order o ON o.area = s.area AND o.id = s.order_id
       WHERE s.area = $1 AND ($2::uuid IS NULL OR s.hospital_id = $2::uuid) AND ($3::uuid IS NULL OR s.supplier_id = $3::uuid)
         AND ($4::uuid IS NULL OR s.order_id = $4::uuid) AND ($5::uuid IS NULL OR s.id = $5::uuid)
         AND (NOT $6::boolean OR EXISTS (
           SELECT FROM procurement.shipment_line l WHERE l.area = s.area AND l.shipment_id = s.id AND NOT EXISTS (
             SELECT FROM procurement.acceptance_line a WHERE a.area = l.area AND a.shipment_line_id = l.id)))
         AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [
        tx.area,
        filter.hospitalId,
        filter.supplierId,
        filter.orderId,
        filter.shipmentId,
        filter.waiting,
        ...slice.params,
      ],
    );
  }

  shipmentLines(tx: Tx, shipmentIds: readonly string[]): Promise<ShipmentLineRow[]> {
    return tx.query(
      `SELECT l.id, l.shipment_id AS "shipmentId", l.line_number AS "lineNumber", l.order_line_id AS "orderLineId",
              o.product_id AS "productId", l.shipped_quantity AS quantity, l.batch_number AS "batchNumber",
              l.expires_on AS "expiresOn", a.id AS "acceptanceLineId", a.accepted_on AS "acceptedOn",
              a.accepted_quantity AS accepted, a.damaged_quantity AS damaged, a.missing_quantity AS missing
       FROM procurement.shipment_line l
       JOIN procurement.purchase_order_line o ON o.area = l.area AND o.id = l.order_line_id
       LEFT JOIN procurement.acceptance_line a ON a.area = l.area AND a.shipment_line_id = l.id
       WHERE l.area = $1 AND l.shipment_id = ANY($2::uuid[]) ORDER BY l.shipment_id, l.line_number`,
      [tx.area, [...shipmentIds]],
    );
  }

  /** The shipment an acceptance by form speaks of. */
  async shipmentOf(tx: Tx, acceptanceId: string): Promise<string | null> {
    const rows = await tx.query<{ shipment_id: string | null }>(
      `SELECT shipment_id FROM procurement.acceptance WHERE area = $1 AND id = $2`,
      [tx.area, acceptanceId],
    );
    return rows[0]?.shipment_id ?? null;
  }
}
