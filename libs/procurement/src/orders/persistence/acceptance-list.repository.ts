import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { KeysetSlice, Tx } from '@huiji/platform';
import type { ImportFaultView } from '../model/order.types';
import type { Side } from './order-list.repository';

export interface AcceptanceLineRow {
  readonly id: string;
  readonly acceptedOn: PlainDate;
  readonly hospitalId: string;
  readonly supplierId: string;
  readonly productId: string;
  readonly orderNumber: string;
  readonly shipmentNumber: string;
  readonly batchNumber: string;
  readonly accepted: bigint;
  readonly damaged: bigint;
  readonly missing: bigint;
  readonly returned: bigint;
  readonly priceFen: bigint;
  readonly pricePer: bigint;
  readonly amountFen: bigint;
}

/** Lists of accepted lines and of the faults of imported files. */
@Injectable()
export class AcceptanceListRepository {
  lines(tx: Tx, filter: Side & { readonly lineId: string | null }, slice: KeysetSlice): Promise<AcceptanceLineRow[]> {
    const sides = [
      filter.hospitalId === null ? '' : 'AND l.hospital_id = $2::uuid',
      filter.supplierId === null ? '' : 'AND l.supplier_id = $3::uuid',
      filter.lineId === null ? '' : 'AND l.acceptance_line_id = $4::uuid',
    ];
    return tx.query(
      `SELECT l.acceptance_line_id AS id, l.accepted_on AS "acceptedOn", l.hospital_id AS "hospitalId",
              l.supplier_id AS "supplierId", l.product_id AS "productId", o.number AS "orderNumber",
              s.number AS "shipmentNumber", sl.batch_number AS "batchNumber", l.accepted_quantity AS accepted,
              a.damaged_quantity AS damaged, a.missing_quantity AS missing, l.returned_quantity AS returned,
              l.price_fen AS "priceFen", l.price_per AS "pricePer", l.amount_fen AS "amountFen"
       FROM procurement.accepted_line_v1 l
       JOIN procurement.acceptance_line a ON a.area = l.area AND a.id = l.acceptance_line_id
       JOIN procurement.shipment_line sl ON sl.area = l.area AND sl.id = l.shipment_line_id
       JOIN procurement.shipment s ON s.area = l.area AND s.id = sl.shipment_id
       JOIN procurement.purchase_order o ON o.area = l.area AND o.id = s.order_id
       WHERE l.area = $1 AND ($2::uuid IS NULL OR true) AND ($3::uuid IS NULL OR true) AND ($4::uuid IS NULL OR true)
         ${sides.join(' ')} AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, filter.hospitalId, filter.supplierId, filter.lineId, ...slice.params],
    );
  }

  /** The acceptance line a return speaks of. */
  async lineOfReturn(tx: Tx, returnId: string): Promise<string | null> {
    const rows = await tx.query<{ acceptance_line_id: string }>(
      `SELECT acceptance_line_id FROM procurement.return_line WHERE area = $1 AND id = $2`,
      [tx.area, returnId],
    );
    return rows[0]?.acceptance_line_id ?? null;
  }

  importFaults(tx: Tx, importId: string, slice: KeysetSlice): Promise<ImportFaultView[]> {
    return tx.query(
      `SELECT row_number::int AS row, field, code, facts FROM procurement.acceptance_import_fault
       WHERE area = $1 AND import_id = $2 AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, importId, ...slice.params],
    );
  }
}
