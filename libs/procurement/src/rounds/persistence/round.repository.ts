import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { KeysetSlice, Tx } from '@huiji/platform';
import type { AgreementYearSpan, RatioTable, RoundKind } from '../model/round.types';
import {
  AgreementPeriodEntity,
  AgreementYearEntity,
  AwardEntity,
  RatioTableEntity,
  RoundEntity,
} from './round.entities';

export interface NewRound {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: RoundKind;
  readonly announcedOn: PlainDate;
  readonly sourceNote: string;
}

export interface NewRatioTable {
  readonly name: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly ordinaryBp: readonly [number, number, number, number];
  readonly antibioticBp: readonly [number, number, number, number];
  readonly legalBasis: string;
}

export type NewAward = Omit<AwardEntity, 'area' | 'id'>;

/** Rounds, ratio tables, periods with their years, and awards. Inserts answer undefined when a key refused the row. */
@Injectable()
export class RoundRepository {
  async insertRound(tx: Tx, round: NewRound): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO procurement.round (area, id, code, name_zh, name_en, kind, announced_on, source_note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [tx.area, tx.newId(), round.code, round.nameZh, round.nameEn, round.kind, round.announcedOn, round.sourceNote],
    );
    return rows[0]?.id;
  }

  async insertRatioTable(tx: Tx, table: NewRatioTable, confirmedBy: string): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO procurement.ratio_table (area, id, name, valid_from, valid_to, one_winner_bp, two_winners_bp,
         three_winners_bp, four_winners_bp, antibiotic_one_bp, antibiotic_two_bp, antibiotic_three_bp,
         antibiotic_four_bp, legal_basis, confirmed_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT DO NOTHING RETURNING id`,
      [
        tx.area,
        tx.newId(),
        table.name,
        table.validFrom,
        table.validTo,
        ...table.ordinaryBp,
        ...table.antibioticBp,
        table.legalBasis,
        confirmedBy,
      ],
    );
    return rows[0]?.id;
  }

  /** Ends an open table on a day; answers whether it was open and began on or before that day. */
  async endRatioTable(tx: Tx, id: string, validTo: PlainDate): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE procurement.ratio_table SET valid_to = $3
       WHERE area = $1 AND id = $2 AND valid_to IS NULL AND valid_from <= $3::date RETURNING id`,
      [tx.area, id, validTo],
    );
    return rows.length === 1;
  }

  /** Inserts a planned period as the next of its round. */
  async insertPeriod(tx: Tx, roundId: string, years: readonly AgreementYearSpan[]): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO procurement.agreement_period (area, id, round_id, sequence, starts_on, ends_on, state)
       SELECT $1::text, $2::uuid, $3::uuid, 1 + count(*), $4::date, $5::date, 'planned' FROM procurement.agreement_period
       WHERE area = $1::text AND round_id = $3::uuid ON CONFLICT DO NOTHING RETURNING id`,
      [tx.area, tx.newId(), roundId, years[0]?.startsOn, years.at(-1)?.endsOn],
    );
    const id = rows[0]?.id;
    if (id === undefined) return undefined;
    for (const year of years)
      await tx.query(
        `INSERT INTO procurement.agreement_year (area, id, period_id, year_number, starts_on, ends_on)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [tx.area, tx.newId(), id, year.yearNumber, year.startsOn, year.endsOn],
      );
    return id;
  }

  /** Inserts awards; answers the source rows that the key refused (a winner the area has already). */
  async insertAwards(tx: Tx, awards: readonly NewAward[]): Promise<readonly number[]> {
    const refused: number[] = [];
    for (const award of awards) {
      const rows = await tx.query(
        `INSERT INTO procurement.award (area, id, period_id, variety_id, product_id, manufacturer_id, role, share_bp,
           winner_count, price_fen, price_per, valid_from, valid_to, supply_areas, source_row, source_status, supplement_note)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
         ON CONFLICT DO NOTHING RETURNING id`,
        [
          tx.area,
          tx.newId(),
          award.periodId,
          award.varietyId,
          award.productId,
          award.manufacturerId,
          award.role,
          award.shareBp,
          award.winnerCount,
          award.priceFen,
          award.pricePer,
          award.validFrom,
          award.validTo,
          award.supplyAreas,
          award.sourceRow,
          award.sourceStatus,
          award.supplementNote,
        ],
      );
      if (rows.length === 0) refused.push(award.sourceRow);
    }
    return refused;
  }

  async setSupplyAreaNote(tx: Tx, periodId: string, note: string): Promise<void> {
    await tx.query(
      `UPDATE procurement.agreement_period SET supply_area_note = $3, version = version + 1 WHERE area = $1 AND id = $2`,
      [tx.area, periodId, note],
    );
  }

  /** Locks a period until the end of the transaction, so that two computations of it wait for each other. */
  async lockPeriod(tx: Tx, id: string): Promise<AgreementPeriodEntity | null> {
    await tx.query(`SELECT id FROM procurement.agreement_period WHERE area = $1 AND id = $2 FOR UPDATE`, [tx.area, id]);
    return this.period(tx, id);
  }

  round(tx: Tx, id: string): Promise<RoundEntity | null> {
    return tx.manager.findOneBy(RoundEntity, { area: tx.area, id });
  }

  period(tx: Tx, id: string): Promise<AgreementPeriodEntity | null> {
    return tx.manager.findOneBy(AgreementPeriodEntity, { area: tx.area, id });
  }

  periodsOf(tx: Tx, roundId: string): Promise<AgreementPeriodEntity[]> {
    return tx.manager.find(AgreementPeriodEntity, { where: { area: tx.area, roundId }, order: { sequence: 'ASC' } });
  }

  yearsOf(tx: Tx, periodId: string): Promise<AgreementYearEntity[]> {
    return tx.manager.find(AgreementYearEntity, { where: { area: tx.area, periodId }, order: { yearNumber: 'ASC' } });
  }

  awardsOf(tx: Tx, periodId: string): Promise<AwardEntity[]> {
    return tx.manager.find(AwardEntity, { where: { area: tx.area, periodId }, order: { sourceRow: 'ASC' } });
  }

  async ratioTables(tx: Tx): Promise<readonly (RatioTable & { readonly name: string; readonly legalBasis: string })[]> {
    const rows = await tx.manager.find(RatioTableEntity, { where: { area: tx.area }, order: { validFrom: 'ASC' } });
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      legalBasis: row.legalBasis,
      validFrom: row.validFrom,
      validTo: row.validTo,
      ordinaryBp: [row.oneWinnerBp, row.twoWinnersBp, row.threeWinnersBp, row.fourWinnersBp],
      antibioticBp: [row.antibioticOneBp, row.antibioticTwoBp, row.antibioticThreeBp, row.antibioticFourBp],
    }));
  }

  roundSlice(tx: Tx, slice: KeysetSlice): Promise<RoundEntity[]> {
    return tx.query<RoundEntity>(
      `SELECT area, id, code, name_zh AS "nameZh", name_en AS "nameEn", kind, announced_on AS "announcedOn",
              source_note AS "sourceNote"
       FROM procurement.round WHERE area = $1 AND ${slice.where} ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, ...slice.params],
    );
  }

  awardSlice(tx: Tx, periodId: string, slice: KeysetSlice): Promise<AwardEntity[]> {
    return tx.query<AwardEntity>(
      `SELECT area, id, period_id AS "periodId", variety_id AS "varietyId", product_id AS "productId",
              manufacturer_id AS "manufacturerId", role, share_bp AS "shareBp", winner_count AS "winnerCount",
              price_fen AS "priceFen", price_per AS "pricePer", valid_from AS "validFrom", valid_to AS "validTo",
              supply_areas AS "supplyAreas", source_row AS "sourceRow", source_status AS "sourceStatus",
              supplement_note AS "supplementNote"
       FROM procurement.award WHERE area = $1 AND period_id = $2 AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, periodId, ...slice.params],
    );
  }

  /** How many awards a period has, and what its contracts come to, in fen. */
  async periodSums(tx: Tx, periodId: string): Promise<{ readonly awards: number; readonly amountFen: bigint }> {
    const rows = await tx.query<{ awards: bigint; amount: bigint }>(
      `SELECT (SELECT count(*) FROM procurement.award WHERE area = $1 AND period_id = $2) AS awards,
              (SELECT COALESCE(sum(amount_fen), 0)::bigint FROM procurement.main_contract
               WHERE area = $1 AND period_id = $2) AS amount`,
      [tx.area, periodId],
    );
    return { awards: Number(rows[0]?.awards ?? 0n), amountFen: rows[0]?.amount ?? 0n };
  }

  async areaNameZh(tx: Tx): Promise<string> {
    const rows = await tx.query<{ name_zh: string }>(`SELECT name_zh FROM platform.area WHERE area = $1`, [tx.area]);
    return rows[0]?.name_zh ?? '';
  }
}
