import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
import type { PlainDate } from '@huiji/kernel';
import { BasisPointsScalar, PageArgs, PlainDateScalar, UuidScalar } from '@huiji/platform';
import type { ReportState } from '../model/report.types';
import { ReportStateEnum } from './report.types';

const REQUEST = 'Made by the client; the same id and input give the same answer (请求编号).';

@InputType({ description: 'A review level (审核层级).' })
export class ReviewLevelInput {
  @Field(() => String, { description: 'Name (名称), at most 40.' })
  name!: string;

  @Field(() => [String], {
    description: 'Agency roles that may decide (审核角色): agency-clerk, agency-first-review, …',
  })
  roles!: string[];
}

@InputType({ description: 'A campaign to plan (新建报量任务).' })
export class CampaignPlanInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Agreement period (协议期编号).' })
  periodId!: string;

  @Field(() => String, { description: 'Name (名称), at most 100.' })
  name!: string;

  @Field(() => PlainDateScalar, { description: 'First day (开始日期).' })
  opensOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day (截止日期).' })
  closesOn!: PlainDate;

  @Field(() => BasisPointsScalar, {
    defaultValue: 8000,
    description: 'Floor against the two-year mean (报量下限比例); 8000 is 80 %.',
  })
  floor!: bigint;

  @Field(() => [UuidScalar], {
    defaultValue: [],
    description: 'Invited hospitals (邀请的医疗机构); empty: all of the area.',
  })
  hospitalIds!: string[];

  @Field(() => [ReviewLevelInput], {
    defaultValue: [],
    description: 'Review levels in order (审核层级); empty: one level at the agency.',
  })
  levels!: ReviewLevelInput[];
}

@InputType({ description: 'A campaign to open or close (开始或结束报量).' })
export class CampaignInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Campaign (报量任务编号).' })
  campaignId!: string;
}

@InputType({ description: 'A campaign to reopen for one hospital (补报).' })
export class CampaignReopenInput extends CampaignInput {
  @Field(() => UuidScalar, { description: 'Hospital (医疗机构编号).' })
  hospitalId!: string;

  @Field(() => PlainDateScalar, { description: 'Last day it may report (补报截止).' })
  until!: PlainDate;

  @Field(() => String, { description: 'Why (原因).' })
  reason!: string;
}

@InputType({ description: 'A volume report (报量表操作).' })
export class ReportInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Volume report (报量表编号).' })
  reportId!: string;
}

@InputType({ description: 'A sheet of a volume report (上传报量表).' })
export class ReportUploadInput extends ReportInput {
  @Field(() => UuidScalar, { description: 'The uploaded XLSX or CSV file (文件编号).' })
  fileId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The edition that was read (所见版本). Another one stands: STALE_VERSION with what changed. Without it the last word stands.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'A line entered in the form (报量明细). Checked like a row of a sheet.' })
export class ReportLineInput {
  @Field(() => String, { description: 'Chinese generic name, or id of the variety (通用名或品种编号).' })
  variety!: string;

  @Field(() => String, {
    defaultValue: '',
    description: 'Code or id of a product to report by brand (品牌产品代码); empty: by generic name.',
  })
  product!: string;

  @Field(() => String, { description: 'Yearly need in smallest units (年度需求量), digits.' })
  quantity!: string;

  @Field(() => String, { defaultValue: '', description: 'Why it is below the floor (原因).' })
  reason!: string;
}

@InputType({ description: 'The lines of a volume report (填写报量).' })
export class ReportEnterInput extends ReportInput {
  @Field(() => [ReportLineInput], { description: 'Every line; they replace those of the edition before (全部明细).' })
  lines!: ReportLineInput[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The edition that was read (所见版本). Another one stands: STALE_VERSION with what changed. Without it the last word stands.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'A volume report to send back (退回报量表).' })
export class ReportReturnInput extends ReportInput {
  @Field(() => String, { description: 'Why (退回原因), at most 500.' })
  reason!: string;
}

@ArgsType()
export class ReportPageArgs extends PageArgs {
  @Field(() => UuidScalar, { nullable: true, description: 'Only of this campaign (报量任务编号).' })
  campaignId?: string | null;

  @Field(() => ReportStateEnum, { nullable: true, description: 'Only in this state (状态).' })
  state?: ReportState | null;
}
