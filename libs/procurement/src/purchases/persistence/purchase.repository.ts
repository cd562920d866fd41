import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import type { PurchaseFacts, PurchaseLine } from '../model/purchase.types';

/** Non-selected purchases, and the names a file may use for hospitals and varieties. */
@Injectable()
export class PurchaseRepository {
  async facts(tx: Tx, onlyHospitalId: string | null): Promise<Omit<PurchaseFacts, 'today'>> {
    const hospitals = await tx.query<{ id: string; name_zh: string; medical_code: string | null }>(
      `SELECT o.id, o.name_zh, o.medical_code
       FROM catalog.area_organisation a JOIN catalog.organisation o ON o.id = a.organisation_id
       WHERE a.area = $1 AND a.roles @> ARRAY['hospital'] AND ($2::uuid IS NULL OR o.id = $2::uuid)`,
      [tx.area, onlyHospitalId],
    );
    const varieties = await tx.query<{ id: string; generic_name_zh: string }>(
      `SELECT id, generic_name_zh FROM catalog.variety`,
    );
    return {
      hospitals: new Map(
        hospitals.flatMap(({ id, name_zh, medical_code }) => [
          [name_zh, id] as const,
          ...(medical_code === null ? [] : [[medical_code, id] as const]),
        ]),
      ),
      varieties: new Map(varieties.map(({ id, generic_name_zh }) => [generic_name_zh, id])),
    };
  }

  /** Answers how many were new. */
  async insert(tx: Tx, lines: readonly PurchaseLine[]): Promise<number> {
    const rows = await tx.query(
      `INSERT INTO procurement.non_selected_purchase (area, id, hospital_id, variety_id, purchased_on, reference, quantity, amount_fen)
       SELECT $1, p.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::text[], $7::bigint[], $8::bigint[]) AS p
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        tx.area,
        lines.map(() => tx.newId()),
        lines.map(({ hospitalId }) => hospitalId),
        lines.map(({ varietyId }) => varietyId),
        lines.map(({ purchasedOn }) => purchasedOn),
        lines.map(({ reference }) => reference),
        lines.map(({ quantity }) => quantity.toString()),
        lines.map(({ amountFen }) => amountFen.toString()),
      ],
    );
    return rows.length;
  }
}
