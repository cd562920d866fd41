import { Injectable } from '@nestjs/common';
import type { FieldIssue } from '@huiji/kernel';
import { personOf, type Tx } from '@huiji/platform';
import type { ReportLine } from '../model/report.types';
import { VolumeReportEntity, VolumeReportFaultEntity, VolumeReportLineEntity } from './reporting.entities';

/** Volume reports with the lines and faults of every edition, and the decisions on them. */
@Injectable()
export class ReportRepository {
  report(tx: Tx, id: string): Promise<VolumeReportEntity | null> {
    return tx.manager.findOneBy(VolumeReportEntity, { area: tx.area, id });
  }

  /** The report, locked until the end of the transaction: acts on one report wait for each other. */
  async lock(tx: Tx, id: string): Promise<VolumeReportEntity | null> {
    await tx.query(`SELECT id FROM procurement.volume_report WHERE area = $1 AND id = $2 FOR UPDATE`, [tx.area, id]);
    return this.report(tx, id);
  }

  /** Starts a new edition; with a file when one was uploaded, without when lines were entered. */
  async nextEdition(tx: Tx, report: VolumeReportEntity, fileId: string | null): Promise<number> {
    await tx.query(
      `UPDATE procurement.volume_report SET edition = edition + 1, passed_levels = 0, file_id = $3, fault_file_id = NULL WHERE area = $1 AND id = $2`,
      [tx.area, report.id, fileId],
    );
    return report.edition + 1;
  }

  /** Keeps the sheet of an edition that has its faults written beside its rows. */
  async setFaultFile(tx: Tx, id: string, faultFileId: string): Promise<void> {
    await tx.query(`UPDATE procurement.volume_report SET fault_file_id = $3 WHERE area = $1 AND id = $2`, [
      tx.area,
      id,
      faultFileId,
    ]);
  }

  async setPassedLevels(tx: Tx, id: string, levels: number): Promise<void> {
    await tx.query(`UPDATE procurement.volume_report SET passed_levels = $3 WHERE area = $1 AND id = $2`, [
      tx.area,
      id,
      levels,
    ]);
  }

  async insertLines(tx: Tx, reportId: string, edition: number, lines: readonly ReportLine[]): Promise<void> {
    await tx.query(
      `INSERT INTO procurement.volume_report_line (area, report_id, edition, id, row_number, variety_id, product_id, quantity, reason)
       SELECT $1, $2, $3, l.* FROM unnest($4::uuid[], $5::int[], $6::uuid[], $7::uuid[], $8::bigint[], $9::text[]) AS l`,
      [
        tx.area,
        reportId,
        edition,
        lines.map(() => tx.newId()),
        lines.map(({ row }) => row),
        lines.map(({ varietyId }) => varietyId),
        lines.map(({ productId }) => productId),
        lines.map(({ quantity }) => quantity.toString()),
        lines.map(({ reason }) => reason),
      ],
    );
  }

  async copyLines(tx: Tx, reportId: string, from: number, to: number): Promise<void> {
    const lines = await this.lines(tx, reportId, from);
    await this.insertLines(
      tx,
      reportId,
      to,
      lines.map((line) => ({ ...line, row: line.rowNumber, quantity: line.quantity as ReportLine['quantity'] })),
    );
  }

  async insertFaults(tx: Tx, reportId: string, edition: number, faults: readonly FieldIssue[]): Promise<void> {
    await tx.query(
      `INSERT INTO procurement.volume_report_fault (area, report_id, edition, id, row_number, field, code, facts)
       SELECT $1, $2, $3, f.* FROM unnest($4::uuid[], $5::int[], $6::text[], $7::text[], $8::jsonb[]) AS f`,
      [
        tx.area,
        reportId,
        edition,
        faults.map(() => tx.newId()),
        faults.map(({ row }) => row ?? null),
        faults.map(({ field }) => field),
        faults.map(({ code }) => code),
        faults.map(({ facts }) => JSON.stringify(facts ?? {})),
      ],
    );
  }

  lines(tx: Tx, reportId: string, edition: number): Promise<VolumeReportLineEntity[]> {
    return tx.manager.find(VolumeReportLineEntity, {
      where: { area: tx.area, reportId, edition },
      order: { rowNumber: 'ASC', id: 'ASC' },
    });
  }

  faults(tx: Tx, reportId: string, edition: number, limit: number): Promise<VolumeReportFaultEntity[]> {
    return tx.manager.find(VolumeReportFaultEntity, {
      where: { area: tx.area, reportId, edition },
      order: { rowNumber: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /** Adds a decision; false when this person decided on this edition before. */
  async insertReview(
    tx: Tx,
    report: VolumeReportEntity,
    level: number,
    decision: 'pass' | 'return',
    reason: string | null,
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO procurement.volume_report_review (area, report_id, edition, level, person_id, decision, reason, decided_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING level`,
      [tx.area, report.id, report.edition, level, personOf(tx), decision, reason, tx.businessDate],
    );
    return rows.length === 1;
  }

  /** Lines of the accepted edition of every accepted report of a campaign. */
  acceptedLines(
    tx: Tx,
    campaignId: string,
  ): Promise<{ hospital_id: string; variety_id: string; product_id: string | null; quantity: bigint }[]> {
    return tx.query(
      `SELECT r.hospital_id, l.variety_id, l.product_id, l.quantity
       FROM procurement.volume_report r
       JOIN procurement.volume_report_line l ON l.area = r.area AND l.report_id = r.id AND l.edition = r.edition
       WHERE r.area = $1 AND r.campaign_id = $2 AND r.state = 'accepted'
       ORDER BY r.hospital_id, l.variety_id, l.product_id NULLS FIRST`,
      [tx.area, campaignId],
    );
  }

  /** How many reports of a campaign stand in each state. */
  async countByState(tx: Tx, campaignId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ state: string; reports: bigint }>(
      `SELECT state, count(*) AS reports FROM procurement.volume_report WHERE area = $1 AND campaign_id = $2 GROUP BY state`,
      [tx.area, campaignId],
    );
    return new Map(rows.map(({ state, reports }) => [state, Number(reports)]));
  }
}
