import { bigintColumn, dateColumn } from '@huiji/platform';
import type { PlainDate } from '@huiji/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CampaignState, ReportState } from '../model/report.types';

@Entity({ schema: 'procurement', name: 'reporting_campaign' })
export class CampaignEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'period_id' }) periodId!: string;
  @Column('text') name!: string;
  @Column({ ...dateColumn, name: 'opens_on' }) opensOn!: PlainDate;
  @Column({ ...dateColumn, name: 'closes_on' }) closesOn!: PlainDate;
  @Column('integer', { name: 'floor_bp' }) floorBp!: number;
  @Column('text') state!: CampaignState;
  @Column('integer', { default: 1 }) version!: number;
}

@Entity({ schema: 'procurement', name: 'volume_report' })
export class VolumeReportEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'campaign_id' }) campaignId!: string;
  @Column('uuid', { name: 'hospital_id' }) hospitalId!: string;
  @Column('integer') edition!: number;
  @Column('integer', { name: 'passed_levels', default: 0 }) passedLevels!: number;
  @Column('uuid', { name: 'file_id', nullable: true }) fileId!: string | null;
  @Column('uuid', { name: 'fault_file_id', nullable: true }) faultFileId!: string | null;
  @Column('text') state!: ReportState;
  @Column('integer', { default: 1 }) version!: number;
}

@Entity({ schema: 'procurement', name: 'volume_report_line' })
export class VolumeReportLineEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'report_id' }) reportId!: string;
  @Column('integer') edition!: number;
  @Column('integer', { name: 'row_number' }) rowNumber!: number;
  @Column('uuid', { name: 'variety_id' }) varietyId!: string;
  @Column('uuid', { name: 'product_id', nullable: true }) productId!: string | null;
  @Column(bigintColumn) quantity!: bigint;
  @Column('text', { nullable: true }) reason!: string | null;
}

@Entity({ schema: 'procurement', name: 'volume_report_fault' })
export class VolumeReportFaultEntity {
  @PrimaryColumn('text') area!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'report_id' }) reportId!: string;
  @Column('integer') edition!: number;
  @Column('integer', { name: 'row_number', nullable: true }) rowNumber!: number | null;
  @Column('text') field!: string;
  @Column('text') code!: string;
  @Column('jsonb') facts!: Record<string, string>;
}
