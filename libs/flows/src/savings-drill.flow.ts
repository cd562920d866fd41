import { Injectable } from '@nestjs/common';
import { fen, plainDate, present, type Fen, type PlainDate } from '@huiji/kernel';
import { Keyset, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import { SavingsInputService, SavingsSheetService } from '@huiji/savings';
import { lineDeliveriesSql } from './savings-drill.sql';

/** One delivery behind a line of a sheet of retained savings. */
export interface LineDelivery {
  readonly acceptanceLineId: string;
  readonly acceptedOn: PlainDate;
  readonly productId: string;
  readonly supplierId: string;
  /** Smallest units. */
  readonly acceptedQuantity: bigint;
  readonly returnedQuantity: bigint;
  /** Of accepted less returned units, fen. */
  readonly amount: Fen;
}

interface Row {
  acceptance_line_id: string;
  accepted_on: string;
  product_id: string;
  supplier_id: string;
  accepted_quantity: bigint;
  returned_quantity: bigint;
  amount_fen: bigint;
}

const byDay = new Keyset<Row>('savings-line-deliveries', [
  { sql: 'l.accepted_on', type: 'date', of: (row) => row.accepted_on },
  { sql: 'l.acceptance_line_id', type: 'uuid', of: (row) => row.acceptance_line_id },
]);

const delivery = (row: Row): LineDelivery => ({
  acceptanceLineId: row.acceptance_line_id,
  acceptedOn: plainDate(row.accepted_on),
  productId: row.product_id,
  supplierId: row.supplier_id,
  acceptedQuantity: row.accepted_quantity,
  returnedQuantity: row.returned_quantity,
  amount: fen(row.amount_fen),
});

/** From a line of a sheet down to the deliveries it counts (B9). */
@Injectable()
export class SavingsDrillFlow {
  constructor(
    private readonly sheets: SavingsSheetService,
    private readonly inputs: SavingsInputService,
  ) {}

  /** Deliveries by day; undefined when the sheet is absent or another hospital's. */
  async deliveries(
    tx: Tx,
    line: { readonly sheetId: string; readonly varietyId: string; readonly hospitalId: string | null },
    page: PageRequest,
  ): Promise<Connection<LineDelivery> | undefined> {
    const sheet = await this.sheets.find(tx, line.sheetId, line.hospitalId);
    if (!sheet) return undefined;
    const year = present(await this.inputs.year(tx, sheet.yearId), 'the year of a sheet');
    const { where, orderBy, limit, params } = byDay.slice(page, 8);
    const own = [tx.area, sheet.hospitalId, line.varietyId, year.roundId, year.agreementYear];
    const rows = await tx.query<Row>(lineDeliveriesSql(where, orderBy, limit), [
      ...own,
      year.periodFrom,
      year.periodTo,
      ...params,
    ]);
    return byDay.connection(page, rows, delivery);
  }
}
