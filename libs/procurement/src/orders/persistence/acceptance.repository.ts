import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import type { AcceptableLine, AcceptanceRequestLine } from '../model/order.types';
import { insertAcceptanceForm } from './acceptance.sql';

export interface ReturnableLine {
  readonly hospital_id: string;
  readonly accepted_quantity: bigint;
  readonly returned: bigint;
  readonly accepted_on: PlainDate;
}

/** What hospitals accepted and sent back. */
@Injectable()
export class AcceptanceRepository {
  async acceptable(tx: Tx, shipmentId: string): Promise<readonly AcceptableLine[]> {
    const rows = await tx.query<{ id: string; shipped_quantity: bigint; shipped_on: PlainDate; accepted: boolean }>(
      `SELECT l.id, l.shipped_quantity, s.shipped_on, a.id IS NOT NULL AS accepted
       FROM procurement.shipment_line l
       JOIN procurement.shipment s ON s.area = l.area AND s.id = l.shipment_id
       LEFT JOIN procurement.acceptance_line a ON a.area = l.area AND a.shipment_line_id = l.id
       WHERE l.area = $1 AND l.shipment_id = $2`,
      [tx.area, shipmentId],
    );
    return rows.map((row) => ({
      shipmentLineId: row.id,
      shipped: row.shipped_quantity,
      shippedOn: row.shipped_on,
      alreadyAccepted: row.accepted,
    }));
  }

  async insertAcceptance(
    tx: Tx,
    acceptance: { readonly id: string; readonly hospitalId: string | null; readonly shipmentId: string | null },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO procurement.acceptance (area, id, hospital_id, shipment_id, source, recorded_on)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        tx.area,
        acceptance.id,
        acceptance.hospitalId,
        acceptance.shipmentId,
        acceptance.shipmentId === null ? 'file' : 'form',
        tx.businessDate,
      ],
    );
  }

  async insertLines(
    tx: Tx,
    acceptanceId: string,
    acceptedOn: PlainDate,
    lines: readonly AcceptanceRequestLine[],
  ): Promise<void> {
    await tx.query(insertAcceptanceForm, [
      tx.area,
      acceptanceId,
      lines.map(() => tx.newId()),
      acceptedOn,
      lines.map(({ shipmentLineId }) => shipmentLineId),
      lines.map(({ accepted }) => accepted.toString()),
      lines.map(({ damaged }) => damaged.toString()),
      lines.map(({ missing }) => missing.toString()),
    ]);
  }

  async returnable(tx: Tx, acceptanceLineId: string): Promise<ReturnableLine | undefined> {
    const rows = await tx.query<ReturnableLine>(
      `SELECT l.hospital_id, l.accepted_quantity, l.accepted_on,
              COALESCE((SELECT max(r.returned_after) FROM procurement.return_line r
                        WHERE r.area = l.area AND r.acceptance_line_id = l.id), 0)::bigint AS returned
       FROM procurement.acceptance_line l WHERE l.area = $1 AND l.id = $2`,
      [tx.area, acceptanceLineId],
    );
    return rows[0];
  }

  /** Adds a return at the end of its chain; undefined when another return was first. */
  async insertReturn(
    tx: Tx,
    line: { readonly acceptanceLineId: string; readonly accepted: bigint; readonly returned: bigint },
    quantity: bigint,
    reason: string,
  ): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO procurement.return_line (area, id, acceptance_line_id, accepted_quantity, returned_before, returned_quantity, returned_on, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (area, acceptance_line_id, returned_before) DO NOTHING RETURNING id`,
      [tx.area, tx.newId(), line.acceptanceLineId, line.accepted, line.returned, quantity, tx.businessDate, reason],
    );
    return rows[0]?.id;
  }
}
