import type { JourneyArea } from './journey-area';

export interface OrderView {
  readonly id: string;
  readonly state: string;
  readonly number: string;
  readonly amount: string;
  readonly lines: readonly {
    readonly id: string;
    readonly product: { readonly id: string };
    readonly ordered: string;
    readonly amount: string;
    readonly price: { readonly amount: string; readonly units: string };
  }[];
}

export interface ShipmentView {
  readonly id: string;
  readonly number: string;
  readonly lines: readonly {
    readonly id: string;
    readonly product: { readonly id: string };
    readonly quantity: string;
  }[];
}

/** What a hospital found when it opened a parcel, in smallest units. */
export interface Found {
  readonly accepted: string;
  readonly damaged?: string;
  readonly missing?: string;
}

const ORDER = '{ id state number amount lines { id product { id } ordered amount price { amount units } } }';
const SHIPMENT = '{ id number lines { id product { id } quantity } }';

/** Orders, shipments and acceptances through GraphQL. */
export class SupplyWay {
  constructor(private readonly area: JourneyArea) {}

  place(hospital: string, lines: readonly { productId: string; packs: string }[]): Promise<OrderView> {
    return this.area.as(hospital).mutate<OrderView>('purchaseOrderPlace', { lines }, ORDER);
  }

  confirm(supplier: string, orderId: string): Promise<OrderView> {
    return this.area.as(supplier).mutate<OrderView>('purchaseOrderConfirm', { orderId }, ORDER);
  }

  /** Ships every line whole. */
  ship(supplier: string, order: OrderView): Promise<ShipmentView> {
    const lines = order.lines.map(({ id, ordered }, index) => ({
      orderLineId: id,
      quantity: ordered,
      batchNumber: `B${(index + 1).toString().padStart(3, '0')}`,
      expiresOn: '2030-12-31',
    }));
    return this.area.as(supplier).mutate<ShipmentView>('shipmentSend', { orderId: order.id, lines }, SHIPMENT);
  }

  /** Accepts a shipment today; `found` says what of a line came whole. */
  async accept(
    hospital: string,
    shipment: ShipmentView,
    found: (quantity: string, productId: string) => Found = (quantity) => ({ accepted: quantity }),
  ): Promise<void> {
    const lines = shipment.lines.map((line) => ({
      shipmentLineId: line.id,
      ...found(line.quantity, line.product.id),
    }));
    const input = { shipmentId: shipment.id, acceptedOn: await this.area.today(), lines };
    await this.area.as(hospital).mutate('acceptanceRecord', input);
  }

  /** Ordered, confirmed, shipped and accepted whole, all today. */
  async deliver(hospital: string, supplier: string, lines: readonly { productId: string; packs: string }[]) {
    const order = await this.place(hospital, lines);
    const confirmed = await this.confirm(supplier, order.id);
    await this.accept(hospital, await this.ship(supplier, confirmed));
    return confirmed;
  }
}
