import { Injectable } from '@nestjs/common';
import { fen, present } from '@huiji/kernel';
import { CatalogService } from '@huiji/catalog';
import { Keyset, type Caller, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import type { OrderState } from './model/order.types';
import type { OrderView, ShipmentLineView, ShipmentView } from './order.views';
import {
  OrderListRepository,
  type OrderRow,
  type ShipmentLineRow,
  type ShipmentRow,
  type Side,
} from './persistence/order-list.repository';

const ordersByNumber = new Keyset<OrderRow>(
  'orders-newest-first',
  [{ sql: 'o.number', type: 'text', of: (row) => row.number }],
  'desc',
);
const shipmentsByNumber = new Keyset<ShipmentRow>(
  'shipments-newest-first',
  [{ sql: 's.number', type: 'text', of: (row) => row.number }],
  'desc',
);

/** A hospital and a supplier read their own, the agency and the auditor everything of the area. */
export const sideOf = (caller: Caller): Side => ({
  hospitalId: caller.role === 'hospital' ? caller.organisationId : null,
  supplierId: caller.role === 'supplier' ? caller.organisationId : null,
});

/** Reads orders and shipments for people. */
@Injectable()
export class OrderReader {
  constructor(
    private readonly lists: OrderListRepository,
    private readonly catalog: CatalogService,
  ) {}

  async order(tx: Tx, caller: Caller, orderId: string): Promise<OrderView | undefined> {
    return (await this.orderPage(tx, caller, { state: null, orderId }, { first: 1 })).edges[0]?.node;
  }

  async orderPage(
    tx: Tx,
    caller: Caller,
    filter: { readonly state: OrderState | null; readonly orderId?: string },
    page: PageRequest,
  ): Promise<Connection<OrderView>> {
    const wanted = { ...sideOf(caller), state: filter.state, orderId: filter.orderId ?? null };
    const rows = await this.lists.orders(tx, wanted, ordersByNumber.slice(page, 6));
    const lines = await this.lists.orderLines(
      tx,
      rows.map(({ id }) => id),
    );
    const products = await this.catalog.productsById(
      tx,
      lines.map(({ productId }) => productId),
    );
    const organisations = await this.catalog.organisationsById(
      tx,
      rows.flatMap((row) => [row.hospitalId, row.supplierId]),
    );
    return ordersByNumber.connection(page, rows, (row) => ({
      ...row,
      amount: fen(row.amountFen),
      hospital: present(organisations.get(row.hospitalId), 'the hospital of an order'),
      supplier: present(organisations.get(row.supplierId), 'the supplier of an order'),
      lines: lines
        .filter((line) => line.orderId === row.id)
        .map((line) => ({
          ...line,
          product: present(products.get(line.productId), 'the product of a line'),
          price: { amount: fen(line.priceFen), units: line.pricePer },
          amount: fen(line.amountFen),
        })),
    }));
  }

  async shipment(tx: Tx, caller: Caller, shipmentId: string): Promise<ShipmentView | undefined> {
    return (await this.shipmentPage(tx, caller, { orderId: null, waiting: false, shipmentId }, { first: 1 })).edges[0]
      ?.node;
  }

  /** The shipment that an acceptance by form speaks of. */
  async shipmentOfAcceptance(tx: Tx, caller: Caller, acceptanceId: string): Promise<ShipmentView | undefined> {
    const id = await this.lists.shipmentOf(tx, acceptanceId);
    return id === null ? undefined : this.shipment(tx, caller, id);
  }

  async shipmentPage(
    tx: Tx,
    caller: Caller,
    filter: { readonly orderId: string | null; readonly waiting: boolean; readonly shipmentId?: string },
    page: PageRequest,
  ): Promise<Connection<ShipmentView>> {
    const wanted = { ...sideOf(caller), ...filter, shipmentId: filter.shipmentId ?? null };
    const rows = await this.lists.shipments(tx, wanted, shipmentsByNumber.slice(page, 7));
    const lines = await this.lists.shipmentLines(
      tx,
      rows.map(({ id }) => id),
    );
    const products = await this.catalog.productsById(
      tx,
      lines.map(({ productId }) => productId),
    );
    const organisations = await this.catalog.organisationsById(
      tx,
      rows.flatMap((row) => [row.hospitalId, row.supplierId]),
    );
    return shipmentsByNumber.connection(page, rows, (row) => ({
      ...row,
      hospital: present(organisations.get(row.hospitalId), 'the hospital of a shipment'),
      supplier: present(organisations.get(row.supplierId), 'the supplier of a shipment'),
      lines: lines
        .filter((line) => line.shipmentId === row.id)
        .map((line) => ({
          ...line,
          product: present(products.get(line.productId), 'the product of a line'),
          acceptance: acceptanceOf(line),
        })),
    }));
  }
}

const acceptanceOf = (line: ShipmentLineRow): ShipmentLineView['acceptance'] =>
  line.acceptanceLineId === null || line.acceptedOn === null
    ? null
    : {
        id: line.acceptanceLineId,
        acceptedOn: line.acceptedOn,
        accepted: line.accepted ?? 0n,
        damaged: line.damaged ?? 0n,
        missing: line.missing ?? 0n,
      };
