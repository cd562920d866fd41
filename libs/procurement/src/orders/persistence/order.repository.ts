import { Injectable } from '@nestjs/common';
import { price, type PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { OrderableProduct, OrderLine, ReadShipmentLine, ShippableLine } from '../model/order.types';
import { PurchaseOrderEntity, PurchaseOrderLineEntity, ShipmentEntity } from './order.entities';

interface OrderableRow {
  readonly product_id: string;
  readonly sub_contract_id: string;
  readonly supplier_id: string;
  readonly units_per_pack: bigint;
  readonly price_fen: bigint;
  readonly price_per: bigint;
}

/** Orders and shipments with their lines. */
@Injectable()
export class OrderRepository {
  /** The next number of a series; the row is locked, so numbers have no gap and no twin. */
  async nextNumber(tx: Tx, series: 'order' | 'shipment'): Promise<string> {
    const rows = await tx.query<{ last_number: bigint }>(
      `INSERT INTO procurement.number_series AS s (area, series, last_number) VALUES ($1, $2, 1)
       ON CONFLICT (area, series) DO UPDATE SET last_number = s.last_number + 1 RETURNING last_number`,
      [tx.area, series],
    );
    return `${series === 'order' ? 'O' : 'S'}${(rows[0]?.last_number ?? 1n).toString().padStart(7, '0')}`;
  }

  /** Products a hospital may order on a day, with the contract's price of that day. */
  async orderable(
    tx: Tx,
    hospitalId: string,
    productIds: readonly string[],
    on: PlainDate,
  ): Promise<readonly OrderableProduct[]> {
    const rows = await tx.query<OrderableRow>(
      `SELECT DISTINCT ON (m.product_id) m.product_id, s.id AS sub_contract_id, s.supplier_id, p.units_per_pack,
              c.price_fen, c.price_per
       FROM procurement.sub_contract s
       JOIN procurement.main_contract m ON m.area = s.area AND m.id = s.main_contract_id
       JOIN procurement.contract_price c ON c.area = m.area AND c.main_contract_id = m.id AND $4::date BETWEEN c.valid_from AND c.valid_to
       JOIN catalog.product p ON p.id = m.product_id
       WHERE s.area = $1 AND s.hospital_id = $2 AND s.state = 'in-force' AND m.product_id = ANY($3::uuid[])
       ORDER BY m.product_id, c.valid_from DESC, s.number`,
      [tx.area, hospitalId, [...productIds], on],
    );
    return rows.map((row) => ({
      productId: row.product_id,
      subContractId: row.sub_contract_id,
      supplierId: row.supplier_id,
      unitsPerPack: row.units_per_pack,
      price: price(row.price_fen, row.price_per),
    }));
  }

  async insertOrder(
    tx: Tx,
    order: { readonly number: string; readonly hospitalId: string; readonly supplierId: string },
    lines: readonly OrderLine[],
  ): Promise<string> {
    const id = tx.newId();
    await tx.query(
      `INSERT INTO procurement.purchase_order (area, id, number, hospital_id, supplier_id, ordered_on, state)
       VALUES ($1, $2, $3, $4, $5, $6, 'placed')`,
      [tx.area, id, order.number, order.hospitalId, order.supplierId, tx.businessDate],
    );
    await tx.query(
      `INSERT INTO procurement.purchase_order_line (area, order_id, id, line_number, sub_contract_id, product_id, ordered_quantity,
         price_fen, price_per, amount_fen)
       SELECT $1, $2, l.* FROM unnest($3::uuid[], $4::int[], $5::uuid[], $6::uuid[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[]) AS l`,
      [
        tx.area,
        id,
        lines.map(() => tx.newId()),
        lines.map((_, index) => index + 1),
        lines.map(({ subContractId }) => subContractId),
        lines.map(({ productId }) => productId),
        lines.map(({ orderedQuantity }) => orderedQuantity.toString()),
        lines.map(({ price: at }) => at.fen.toString()),
        lines.map(({ price: at }) => at.per.toString()),
        lines.map(({ amount }) => amount.toString()),
      ],
    );
    return id;
  }

  order(tx: Tx, id: string): Promise<PurchaseOrderEntity | null> {
    return tx.manager.findOneBy(PurchaseOrderEntity, { area: tx.area, id });
  }

  /** The order, locked until the end of the transaction. */
  async lockOrder(tx: Tx, id: string): Promise<PurchaseOrderEntity | null> {
    await tx.query(`SELECT id FROM procurement.purchase_order WHERE area = $1 AND id = $2 FOR UPDATE`, [tx.area, id]);
    return this.order(tx, id);
  }

  linesOf(tx: Tx, orderIds: readonly string[]): Promise<PurchaseOrderLineEntity[]> {
    return tx.query<PurchaseOrderLineEntity>(
      `SELECT area, id, order_id AS "orderId", line_number AS "lineNumber", sub_contract_id AS "subContractId",
              product_id AS "productId", ordered_quantity AS "orderedQuantity", price_fen AS "priceFen",
              price_per AS "pricePer", amount_fen AS "amountFen"
       FROM procurement.purchase_order_line WHERE area = $1 AND order_id = ANY($2::uuid[]) ORDER BY order_id, line_number`,
      [tx.area, [...orderIds]],
    );
  }

  shipment(tx: Tx, id: string): Promise<ShipmentEntity | null> {
    return tx.manager.findOneBy(ShipmentEntity, { area: tx.area, id });
  }

  async shippable(tx: Tx, orderId: string): Promise<readonly ShippableLine[]> {
    const rows = await tx.query<{ id: string; ordered_quantity: bigint; shipped: bigint }>(
      `SELECT l.id, l.ordered_quantity, COALESCE(max(s.shipped_after), 0)::bigint AS shipped
       FROM procurement.purchase_order_line l
       LEFT JOIN procurement.shipment_line s ON s.area = l.area AND s.order_line_id = l.id
       WHERE l.area = $1 AND l.order_id = $2 GROUP BY l.id, l.ordered_quantity`,
      [tx.area, orderId],
    );
    return rows.map((row) => ({ orderLineId: row.id, ordered: row.ordered_quantity, shippedBefore: row.shipped }));
  }

  async insertShipment(
    tx: Tx,
    order: PurchaseOrderEntity,
    number: string,
    lines: readonly ReadShipmentLine[],
  ): Promise<string> {
    const id = tx.newId();
    await tx.query(
      `INSERT INTO procurement.shipment (area, id, number, order_id, hospital_id, supplier_id, shipped_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.area, id, number, order.id, order.hospitalId, order.supplierId, tx.businessDate],
    );
    await tx.query(
      `INSERT INTO procurement.shipment_line (area, shipment_id, id, line_number, order_line_id, ordered_quantity, shipped_before,
         shipped_quantity, batch_number, expires_on)
       SELECT $1, $2, l.* FROM unnest($3::uuid[], $4::int[], $5::uuid[], $6::bigint[], $7::bigint[], $8::bigint[], $9::text[], $10::date[]) AS l`,
      [
        tx.area,
        id,
        lines.map(() => tx.newId()),
        lines.map((_, index) => index + 1),
        lines.map(({ orderLineId }) => orderLineId),
        lines.map(({ ordered }) => ordered.toString()),
        lines.map(({ shippedBefore }) => shippedBefore.toString()),
        lines.map(({ quantity }) => quantity.toString()),
        lines.map(({ batchNumber }) => batchNumber),
        lines.map(({ expiresOn }) => expiresOn),
      ],
    );
    return id;
  }
}
