import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@huiji/kernel';
import type { KeysetSlice, Tx } from '@huiji/platform';
import type { ReportState } from '../model/report.types';

export interface ReportListRow {
  readonly id: string;
  readonly campaignId: string;
  readonly hospitalId: string;
  readonly hospitalName: string;
  readonly state: ReportState;
  readonly edition: number;
  readonly passedLevels: number;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly returnReason: string | null;
  readonly reopenedUntil: PlainDate | null;
  readonly lineCount: number;
  readonly faultCount: number;
  readonly faultFileId: string | null;
}

export interface ReportFilter {
  readonly campaignId: string | null;
  readonly state: ReportState | null;
  /** Only this hospital's; null: all of the area. */
  readonly hospitalId: string | null;
  readonly reportId: string | null;
}

/** Lists of volume reports as people see them. */
@Injectable()
export class ReportListRepository {
  list(tx: Tx, filter: ReportFilter, slice: KeysetSlice): Promise<ReportListRow[]> {
    return tx.query<ReportListRow>(
      `SELECT r.id, r.campaign_id AS "campaignId", r.hospital_id AS "hospitalId", o.name_zh AS "hospitalName", r.state, r.edition,
              r.passed_levels AS "passedLevels", r.file_id AS "fileId", r.fault_file_id AS "faultFileId", f.name AS "fileName",
              h.reopened_until AS "reopenedUntil",
              (SELECT v.reason FROM procurement.volume_report_review v
               WHERE v.area = r.area AND v.report_id = r.id AND v.decision = 'return' AND r.state <> 'accepted'
               ORDER BY v.edition DESC LIMIT 1) AS "returnReason",
              (SELECT count(*)::int FROM procurement.volume_report_line l
               WHERE l.area = r.area AND l.report_id = r.id AND l.edition = r.edition) AS "lineCount",
              (SELECT count(*)::int FROM procurement.volume_report_fault l
               WHERE l.area = r.area AND l.report_id = r.id AND l.edition = r.edition) AS "faultCount"
       FROM procurement.volume_report r
       JOIN procurement.campaign_hospital h ON h.area = r.area AND h.campaign_id = r.campaign_id AND h.hospital_id = r.hospital_id
       JOIN catalog.organisation o ON o.id = r.hospital_id
       LEFT JOIN platform.file f ON f.area = r.area AND f.id = r.file_id
       WHERE r.area = $1 AND ($2::uuid IS NULL OR r.campaign_id = $2::uuid) AND ($3::text IS NULL OR r.state = $3::text)
         AND ($4::uuid IS NULL OR r.hospital_id = $4::uuid) AND ($5::uuid IS NULL OR r.id = $5::uuid) AND ${slice.where}
       ORDER BY ${slice.orderBy} LIMIT ${slice.limit}`,
      [tx.area, filter.campaignId, filter.state, filter.hospitalId, filter.reportId, ...slice.params],
    );
  }
}
