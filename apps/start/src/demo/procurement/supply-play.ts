import { addDays, addYears, type PlainDate } from '@huiji/kernel';
import { type AcceptanceService, type OrderService } from '@huiji/procurement';
import type { Player, Stage } from '../stage';

/** Packs of one product, by its code. */
export interface PackLine {
  readonly code: string;
  readonly packs: bigint;
}

/** What one hospital wants of one supplier. */
export interface Wish {
  readonly hospital: Player;
  readonly supplier: Player;
  readonly lines: readonly PackLine[];
}

interface Product {
  readonly id: string;
  readonly per: bigint;
}

/** Orders, shipments and acceptances of a demonstration, in the order of the days they need. */
export class SupplyPlay {
  private products: ReadonlyMap<string, Product> = new Map();
  private batches = 0;

  constructor(
    private readonly stage: Stage,
    private readonly orders: OrderService,
    private readonly acceptances: AcceptanceService,
  ) {}

  /** Places one order per wish today. Answers the orders, in the order of the wishes. */
  async place(wishes: readonly Wish[]): Promise<readonly string[]> {
    await this.readProducts();
    const ids: string[] = [];
    for (const { hospital, lines } of wishes) {
      const wanted = lines.map(({ code, packs }) => ({ productId: this.product(code).id, packs }));
      ids.push(await this.stage.call(hospital, (tx, caller) => this.orders.place(tx, caller, wanted)));
    }
    return ids;
  }

  async confirm(wishes: readonly Wish[], orders: readonly string[]): Promise<void> {
    for (const [index, { supplier }] of wishes.entries())
      await this.stage.call(supplier, (tx, caller) => this.orders.confirm(tx, caller, orders[index] ?? ''));
  }

  /** Ships every line whole, with a batch that lives two more years. Answers the shipments. */
  async ship(wishes: readonly Wish[], orders: readonly string[]): Promise<readonly string[]> {
    const shipments: string[] = [];
    for (const [index, { supplier }] of wishes.entries()) {
      const orderId = orders[index] ?? '';
      this.batches += 1;
      const batchNumber = `演示${this.batches.toString().padStart(5, '0')}`;
      const lines = await this.linesOf(orderId, batchNumber, addYears(this.stage.today, 2));
      shipments.push(await this.stage.call(supplier, (tx, caller) => this.orders.ship(tx, caller, { orderId, lines })));
    }
    return shipments;
  }

  /** Accepts every line whole, today. */
  async accept(wishes: readonly Wish[], shipments: readonly string[]): Promise<void> {
    for (const [index, { hospital }] of wishes.entries()) {
      const shipmentId = shipments[index] ?? '';
      const lines = await this.shippedOf(shipmentId);
      const acceptedOn = this.stage.today;
      await this.stage.call(hospital, (tx, caller) =>
        this.acceptances.accept(tx, caller, { shipmentId, acceptedOn, lines }),
      );
    }
  }

  /** The whole way of a delivery: ordered, confirmed the next day, shipped the day after, accepted on the fifth. */
  async deliver(wishes: readonly Wish[]): Promise<PlainDate> {
    const day = this.stage.today;
    const orders = await this.place(wishes);
    await this.stage.goTo(addDays(day, 1));
    await this.confirm(wishes, orders);
    await this.stage.goTo(addDays(day, 2));
    const shipments = await this.ship(wishes, orders);
    await this.stage.goTo(addDays(day, 4));
    await this.accept(wishes, shipments);
    return this.stage.today;
  }

  /** The product of a code; known after the first order. */
  product(code: string): Product {
    const product = this.products.get(code);
    if (!product) throw new Error(`no product ${code}`);
    return product;
  }

  private async readProducts(): Promise<void> {
    if (this.products.size > 0) return;
    const rows = await this.stage.read((tx) =>
      tx.query<{ code: string; id: string; units_per_pack: bigint }>(
        'SELECT code, id, units_per_pack FROM catalog.product',
      ),
    );
    this.products = new Map(rows.map((row) => [row.code, { id: row.id, per: row.units_per_pack }]));
  }

  private linesOf(orderId: string, batchNumber: string, expiresOn: PlainDate) {
    return this.stage.read(async (tx) => {
      const rows = await tx.query<{ id: string; ordered_quantity: bigint }>(
        `SELECT id, ordered_quantity FROM procurement.purchase_order_line
         WHERE area = $1 AND order_id = $2 ORDER BY line_number`,
        [tx.area, orderId],
      );
      return rows.map((row) => ({ orderLineId: row.id, quantity: row.ordered_quantity, batchNumber, expiresOn }));
    });
  }

  private shippedOf(shipmentId: string) {
    return this.stage.read(async (tx) => {
      const rows = await tx.query<{ id: string; shipped_quantity: bigint }>(
        `SELECT id, shipped_quantity FROM procurement.shipment_line
         WHERE area = $1 AND shipment_id = $2 ORDER BY line_number`,
        [tx.area, shipmentId],
      );
      return rows.map((row) => ({
        shipmentLineId: row.id,
        accepted: row.shipped_quantity,
        damaged: 0n,
        missing: 0n,
      }));
    });
  }
}
