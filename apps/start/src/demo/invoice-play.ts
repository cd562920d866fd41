import { fen, lineAmount, price, quantity, type PlainDate } from '@huiji/kernel';
import { type InvoiceSubmitFlow } from '@huiji/flows';
import { type InvoiceService } from '@huiji/settlement';
import type { Wish } from './procurement/supply-play';
import type { Stage } from './stage';

interface Accepted {
  readonly product_id: string;
  readonly quantity: bigint;
  readonly price_fen: bigint;
  readonly price_per: bigint;
}

/** Drugs carry 13 % tax in these years; the invoice states net, tax and total. */
const TAX_PERCENT = 13n;

/** Invoices of a demonstration: entered by the supplier for what was accepted on a day, confirmed by the hospital. */
export class InvoicePlay {
  private last = 0;

  constructor(
    private readonly stage: Stage,
    private readonly flow: InvoiceSubmitFlow,
    private readonly invoices: InvoiceService,
  ) {}

  /** One invoice per wish for everything accepted on `acceptedOn`. Answers the invoices. */
  async submit(wishes: readonly Wish[], acceptedOn: PlainDate): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const wish of wishes) {
      const lines = (await this.acceptedOf(wish, acceptedOn)).map((row) => {
        const units = quantity(row.quantity);
        const unitPrice = price(row.price_fen, row.price_per);
        return {
          productId: row.product_id,
          quantity: units,
          priceFen: row.price_fen,
          pricePer: row.price_per,
          amountFen: lineAmount(units, unitPrice),
        };
      });
      const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0n);
      const netFen = (totalFen * 100n * 2n + (100n + TAX_PERCENT)) / (2n * (100n + TAX_PERCENT));
      const draft = {
        buyerId: wish.hospital.organisationId,
        number: this.nextNumber(),
        issuedOn: this.stage.today,
        netFen: fen(netFen),
        taxFen: fen(totalFen - netFen),
        totalFen: fen(totalFen),
        lines,
      };
      ids.push(await this.stage.call(wish.supplier, (tx, caller) => this.flow.submit(tx, caller, draft)));
    }
    return ids;
  }

  async confirm(wishes: readonly Wish[], invoices: readonly string[]): Promise<void> {
    for (const [index, { hospital }] of wishes.entries())
      await this.stage.call(hospital, (tx, caller) =>
        this.invoices.confirm(tx, caller, { invoiceId: invoices[index] ?? '' }),
      );
  }

  async dispute(wish: Wish, invoiceId: string, reason: string): Promise<void> {
    await this.stage.call(wish.hospital, (tx, caller) => this.invoices.dispute(tx, caller, { invoiceId, reason }));
  }

  /** Twenty digits, as a fully digital invoice has. */
  private nextNumber(): string {
    this.last += 1;
    return `${this.stage.today.slice(2, 4)}${this.stage.area}${this.last.toString().padStart(12, '0')}`;
  }

  private acceptedOf({ hospital, supplier }: Wish, acceptedOn: PlainDate): Promise<readonly Accepted[]> {
    return this.stage.read((tx) =>
      tx.query<Accepted>(
        `SELECT product_id, sum(accepted_quantity - returned_quantity)::bigint AS quantity, price_fen, price_per
         FROM procurement.accepted_line_v1
         WHERE area = $1 AND hospital_id = $2 AND supplier_id = $3 AND accepted_on = $4
         GROUP BY product_id, price_fen, price_per ORDER BY product_id`,
        [tx.area, hospital.organisationId, supplier.organisationId, acceptedOn],
      ),
    );
  }
}
