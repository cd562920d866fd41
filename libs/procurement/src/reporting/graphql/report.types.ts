import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType, ProductType, VarietyType } from '@huiji/catalog';
import type { PlainDate } from '@huiji/kernel';
import {
  BasisPointsScalar,
  connectionOf,
  PlainDateScalar,
  QuantityScalar,
  registerEnum,
  UuidScalar,
} from '@huiji/platform';
import type { CampaignState, ReportState } from '../model/report.types';
import type { CampaignView, ReportLineView, ReportView, ReviewLevelView } from '../report.views';

export const CampaignStateEnum = registerEnum<CampaignState>(
  'ReportingCampaignState',
  'State of a reporting campaign (报量任务状态).',
  {
    planned: 'Planned, not open yet (未开始).',
    open: 'Open (报量中).',
    closed: 'Closed (已结束).',
  },
);

export const ReportStateEnum = registerEnum<ReportState>(
  'VolumeReportState',
  'State of a volume report (报量表状态).',
  {
    draft: 'Draft, with or without lines (草稿).',
    reading: 'The uploaded sheet is being read (读取中).',
    faulty: 'The uploaded sheet has faults; nothing of it was taken (有错误).',
    submitted: 'Submitted, under review (审核中).',
    accepted: 'Accepted: part of the base (已通过).',
    returned: 'Returned with a reason (已退回).',
  },
);

@ObjectType('ReviewLevel', { description: 'A review level of a campaign (审核层级); every level must pass.' })
export class ReviewLevelType implements ReviewLevelView {
  @Field(() => Int, { description: 'Place in the chain, from 1 (第几级).' })
  level!: number;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => [String], { description: 'Roles that may decide on it (审核角色).' })
  roles!: string[];
}

@ObjectType('VolumeReportCount', { description: 'How many reports stand in a state (各状态数量).' })
export class ReportCountType {
  @Field(() => ReportStateEnum, { description: 'State (状态).' })
  state!: ReportState;

  @Field(() => Int, { description: 'Reports in it (份数).' })
  reports!: number;
}

@ObjectType('ReportingCampaign', { description: 'A reporting campaign (报量任务) of an agreement period.' })
export class CampaignType implements CampaignView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'Its agreement period (协议期编号).' })
  periodId!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => PlainDateScalar, { description: 'First day hospitals may report (开始日期).' })
  opensOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day hospitals may report (截止日期).' })
  closesOn!: PlainDate;

  @Field(() => BasisPointsScalar, {
    description: 'Share of the two-year mean below which a reason is due (报量下限比例).',
  })
  floor!: bigint;

  @Field(() => CampaignStateEnum, { description: 'State (状态).' })
  state!: CampaignState;

  @Field(() => [ReviewLevelType], { description: 'Its review levels (审核层级).' })
  levels!: ReviewLevelType[];

  @Field(() => [ReportCountType], { description: 'Its reports by state (各状态份数).' })
  counts!: ReportCountType[];
}

@ObjectType('VolumeReportLine', { description: 'A line of a volume report (报量明细).' })
export class ReportLineType implements ReportLineView {
  @Field(() => Int, { description: 'Row of the sheet, or of the form (行号).' })
  row!: number;

  @Field(() => VarietyType, { description: 'Variety (品种).' })
  variety!: VarietyType;

  @Field(() => ProductType, {
    nullable: true,
    description: 'Product when reported by brand (品牌产品); null: by generic name (按通用名).',
  })
  product!: ProductType | null;

  @Field(() => QuantityScalar, { description: 'Yearly need in smallest units (年度需求量).' })
  quantity!: bigint;

  @Field(() => String, { nullable: true, description: 'Why it is below the floor (原因).' })
  reason!: string | null;
}

@ObjectType('VolumeReport', { description: 'The volume report (报量表) of one hospital in one campaign.' })
export class ReportType implements Omit<ReportView, 'hospitalName'> {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => CampaignType, { description: 'Its campaign (报量任务).' })
  campaign!: CampaignType;

  @Field(() => OrganisationType, { description: 'The hospital (医疗机构).' })
  hospital!: OrganisationType;

  @Field(() => ReportStateEnum, { description: 'State (状态).' })
  state!: ReportState;

  @Field(() => Int, { description: 'Edition: counts every upload and entry (版次); 0: nothing yet.' })
  edition!: number;

  @Field(() => Int, { description: 'Review levels that have passed (已通过层级数).' })
  passedLevels!: number;

  @Field(() => ReviewLevelType, {
    nullable: true,
    description: 'The level that decides next (当前审核层级); null: nobody has it.',
  })
  waitingFor!: ReviewLevelType | null;

  @Field(() => UuidScalar, { nullable: true, description: 'The uploaded sheet (文件编号); null: entered by form.' })
  fileId!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the uploaded sheet (文件名).' })
  fileName!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was returned last (退回原因).' })
  returnReason!: string | null;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'Reopened for this hospital until this day (补报截止); null: not.',
  })
  reopenedUntil!: PlainDate | null;

  @Field(() => Boolean, { description: 'Whether the hospital may write today (今天可否填报).' })
  writable!: boolean;

  @Field(() => Int, { description: 'Lines of this edition (明细行数).' })
  lineCount!: number;

  @Field(() => Int, { description: 'Faults of this edition (错误数).' })
  faultCount!: number;

  @Field(() => UuidScalar, {
    nullable: true,
    description: 'The sheet given back with the faults of each row beside it, to download (带错误说明的报量表).',
  })
  faultFileId!: string | null;
}

@ObjectType('VolumeReportTemplate', { description: 'A template made for a hospital (报量模板).' })
export class ReportTemplateType {
  @Field(() => UuidScalar, { description: 'The XLSX file to download (文件编号).' })
  fileId!: string;
}

export const CampaignConnection = connectionOf(CampaignType);
export const ReportConnection = connectionOf(ReportType);
