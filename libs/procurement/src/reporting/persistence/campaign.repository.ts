import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import { recordActionsSelected, type KeysetSlice, type Tx } from '@huiji/platform';
import type { NewCampaign, ReviewLevel, UseLine } from '../model/campaign.types';
import { CampaignEntity } from './reporting.entities';

/** Campaigns, whom they invite, their review levels, and what hospitals used before. */
@Injectable()
export class CampaignRepository {
  campaign(tx: Tx, id: string): Promise<CampaignEntity | null> {
    return tx.manager.findOneBy(CampaignEntity, { area: tx.area, id });
  }

  campaignOfPeriod(tx: Tx, periodId: string): Promise<CampaignEntity | null> {
    return tx.manager.findOneBy(CampaignEntity, { area: tx.area, periodId });
  }

  slice(tx: Tx, slice: KeysetSlice): Promise<CampaignEntity[]> {
    return tx.query<CampaignEntity>(
      `SELECT area, id, period_id AS "periodId", name, opens_on AS "opensOn", closes_on AS "closesOn",
              floor_bp AS "floorBp", state, version
       FROM procurement.reporting_campaign WHERE area = $1 AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, ...slice.params],
    );
  }

  async insert(tx: Tx, campaign: NewCampaign): Promise<string | undefined> {
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO procurement.reporting_campaign (area, id, period_id, name, opens_on, closes_on, floor_bp, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned') ON CONFLICT DO NOTHING RETURNING id`,
      [tx.area, tx.newId(), campaign.periodId, campaign.name, campaign.opensOn, campaign.closesOn, campaign.floorBp],
    );
    return rows[0]?.id;
  }

  async insertLevels(tx: Tx, campaignId: string, levels: readonly ReviewLevel[]): Promise<void> {
    for (const [index, level] of levels.entries())
      await tx.query(
        `INSERT INTO procurement.campaign_level (area, campaign_id, level, name, roles) VALUES ($1, $2, $3, $4, $5)`,
        [tx.area, campaignId, index + 1, level.name, [...level.roles]],
      );
  }

  levels(tx: Tx, campaignId: string): Promise<(ReviewLevel & { readonly level: number })[]> {
    return tx.query(
      `SELECT level, name, roles FROM procurement.campaign_level WHERE area = $1 AND campaign_id = $2 ORDER BY level`,
      [tx.area, campaignId],
    );
  }

  /** Invites hospitals of the area; answers how many of them there are. */
  async invite(tx: Tx, campaignId: string, hospitalIds: readonly string[]): Promise<number> {
    const rows = await tx.query(
      `INSERT INTO procurement.campaign_hospital (area, campaign_id, hospital_id)
       SELECT area, $2, organisation_id FROM catalog.area_organisation
       WHERE area = $1 AND roles @> ARRAY['hospital'] AND (cardinality($3::uuid[]) = 0 OR organisation_id = ANY($3::uuid[]))
       RETURNING hospital_id`,
      [tx.area, campaignId, [...hospitalIds]],
    );
    return rows.length;
  }

  /** Makes the empty report of every invited hospital that has none. */
  async makeReports(tx: Tx, campaignId: string): Promise<void> {
    const missing = await tx.query<{ hospital_id: string }>(
      `SELECT hospital_id FROM procurement.campaign_hospital h WHERE area = $1 AND campaign_id = $2 AND NOT EXISTS
         (SELECT FROM procurement.volume_report r WHERE r.area = h.area AND r.campaign_id = h.campaign_id AND r.hospital_id = h.hospital_id)
       ORDER BY hospital_id`,
      [tx.area, campaignId],
    );
    const ids = missing.map(() => tx.newId());
    await tx.query(
      `INSERT INTO procurement.volume_report (area, id, campaign_id, hospital_id, edition, state)
       SELECT $1, new.id, $2, new.hospital_id, 0, 'draft' FROM unnest($3::uuid[], $4::uuid[]) AS new(id, hospital_id)`,
      [tx.area, campaignId, ids, missing.map((row) => row.hospital_id)],
    );
    await recordActionsSelected(
      tx,
      { subjectType: 'volume-report', kind: 'ReportInvited' },
      `SELECT new.id, NULL::text, 'draft'::text FROM unnest($1::uuid[]) AS new(id)`,
      [ids],
    );
  }

  async reopen(tx: Tx, campaignId: string, hospitalId: string, until: PlainDate): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE procurement.campaign_hospital SET reopened_until = $4
       WHERE area = $1 AND campaign_id = $2 AND hospital_id = $3 RETURNING hospital_id`,
      [tx.area, campaignId, hospitalId, until],
    );
    return rows.length === 1;
  }

  async reopenedUntil(tx: Tx, campaignId: string, hospitalId: string): Promise<PlainDate | null> {
    const rows = await tx.query<{ reopened_until: PlainDate | null }>(
      `SELECT reopened_until FROM procurement.campaign_hospital WHERE area = $1 AND campaign_id = $2 AND hospital_id = $3`,
      [tx.area, campaignId, hospitalId],
    );
    return rows[0]?.reopened_until ?? null;
  }

  /** Answers how many lines were new; a year that was recorded stays as it was. */
  async insertUse(tx: Tx, lines: readonly UseLine[]): Promise<number> {
    const rows = await tx.query(
      `INSERT INTO procurement.historical_use (area, id, hospital_id, variety_id, use_year, quantity, source_note)
       SELECT $1, u.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::bigint[], $7::text[]) AS u
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        tx.area,
        lines.map(() => tx.newId()),
        lines.map(({ hospitalId }) => hospitalId),
        lines.map(({ varietyId }) => varietyId),
        lines.map(({ year }) => year),
        lines.map(({ quantity }) => quantity.toString()),
        lines.map(({ sourceNote }) => sourceNote),
      ],
    );
    return rows.length;
  }

  useOf(
    tx: Tx,
    hospitalId: string,
    years: readonly number[],
  ): Promise<{ variety_id: string; use_year: number; quantity: bigint }[]> {
    return tx.query(
      `SELECT variety_id, use_year, quantity FROM procurement.historical_use
       WHERE area = $1 AND hospital_id = $2 AND use_year = ANY($3::int[])`,
      [tx.area, hospitalId, [...years]],
    );
  }
}
