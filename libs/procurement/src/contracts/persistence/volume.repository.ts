import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import type { VarietyVolumes } from '../model/volume.types';

export interface StoredVariety extends VarietyVolumes {
  readonly winnerCount: number;
  readonly ratioBp: bigint;
}

export interface StoredCell {
  readonly agreement_year_id: string;
  readonly hospital_id: string;
  readonly award_id: string;
  readonly agreed_quantity: bigint;
}

/** Base and agreed volumes, written once per period. */
@Injectable()
export class VolumeRepository {
  async insertVarieties(tx: Tx, periodId: string, varieties: readonly StoredVariety[]): Promise<void> {
    await tx.query(
      `INSERT INTO procurement.variety_volume (area, period_id, variety_id, winner_count, ratio_bp, base_quantity, agreed_quantity)
       SELECT $1, $2, v.* FROM unnest($3::uuid[], $4::int[], $5::int[], $6::bigint[], $7::bigint[]) AS v`,
      [
        tx.area,
        periodId,
        varieties.map(({ varietyId }) => varietyId),
        varieties.map(({ winnerCount }) => winnerCount),
        varieties.map(({ ratioBp }) => Number(ratioBp)),
        varieties.map(({ baseQuantity }) => baseQuantity.toString()),
        varieties.map(({ agreedQuantity }) => agreedQuantity.toString()),
      ],
    );
  }

  /** The same volumes for every agreement year of the period: the need is a yearly one. */
  async insertCells(
    tx: Tx,
    periodId: string,
    yearIds: readonly string[],
    varieties: readonly VarietyVolumes[],
  ): Promise<number> {
    const cells = yearIds.flatMap((yearId) =>
      varieties.flatMap(({ varietyId, cells: own }) =>
        own.map((cell) => ({ ...cell, varietyId, yearId, id: tx.newId() })),
      ),
    );
    await tx.query(
      `INSERT INTO procurement.agreed_volume (area, period_id, id, agreement_year_id, hospital_id, award_id, variety_id,
         base_quantity, agreed_quantity)
       SELECT $1, $2, c.* FROM unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::bigint[], $9::bigint[]) AS c`,
      [
        tx.area,
        periodId,
        cells.map(({ id }) => id),
        cells.map(({ yearId }) => yearId),
        cells.map(({ hospitalId }) => hospitalId),
        cells.map(({ awardId }) => awardId),
        cells.map(({ varietyId }) => varietyId),
        cells.map(({ baseQuantity }) => baseQuantity.toString()),
        cells.map(({ agreedQuantity }) => agreedQuantity.toString()),
      ],
    );
    return cells.length;
  }

  async setRatioTable(tx: Tx, periodId: string, ratioTableId: string): Promise<void> {
    await tx.query(`UPDATE procurement.agreement_period SET ratio_table_id = $3 WHERE area = $1 AND id = $2`, [
      tx.area,
      periodId,
      ratioTableId,
    ]);
  }

  cells(tx: Tx, periodId: string): Promise<StoredCell[]> {
    return tx.query(
      `SELECT v.agreement_year_id, v.hospital_id, v.award_id, v.agreed_quantity
       FROM procurement.agreed_volume v
       JOIN procurement.agreement_year y ON y.area = v.area AND y.id = v.agreement_year_id
       WHERE v.area = $1 AND v.period_id = $2 ORDER BY v.award_id, v.hospital_id, y.year_number`,
      [tx.area, periodId],
    );
  }
}
