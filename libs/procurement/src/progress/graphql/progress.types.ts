import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType, ProductType } from '@huiji/catalog';
import type { PlainDate } from '@huiji/kernel';
import { BasisPointsScalar, PlainDateScalar, QuantityScalar, registerEnum, UuidScalar } from '@huiji/platform';
import type { ProgressDimension, ProgressRow, ProgressSheet } from '../model/progress.types';

export const ProgressDimensionEnum = registerEnum<ProgressDimension>(
  'ProgressDimension',
  'What progress is summed by (汇总维度).',
  {
    product: 'By product (按产品).',
    hospital: 'By hospital (按医疗机构).',
    supplier: 'By supplier (按配送企业).',
  },
);

export const ProgressLevelEnum = registerEnum<ProgressRow['level']>(
  'ProgressLevel',
  'How a row stands against time (进度状态).',
  {
    'on-track': 'On track (正常).',
    behind: 'Below 80 % of time progress (滞后).',
    unmet: 'Below 100 % when the year ended (未完成).',
    'no-agreed-volume': 'No agreed volume: no ratio (无约定量).',
  },
);

@ObjectType('ProgressRow', { description: 'Progress of one product, hospital or supplier (完成进度), smallest units.' })
export class ProgressRowType {
  @Field(() => UuidScalar, { description: 'Id of the product or organisation (编号).' })
  key!: string;

  @Field(() => ProductType, { nullable: true, description: 'The product, when summed by product (产品).' })
  product!: ProductType | null;

  @Field(() => OrganisationType, {
    nullable: true,
    description: 'The organisation, when summed by hospital or supplier (机构).',
  })
  organisation!: OrganisationType | null;

  @Field(() => QuantityScalar, { description: 'Agreed volume of the year (约定采购量).' })
  agreed!: bigint;

  @Field(() => QuantityScalar, { description: 'Ordered in the year up to the day (订购量).' })
  ordered!: bigint;

  @Field(() => QuantityScalar, { description: 'Shipped of those orders up to the day (发货量).' })
  shipped!: bigint;

  @Field(() => QuantityScalar, { description: 'Accepted less returned (验收量): what counts.' })
  accepted!: bigint;

  @Field(() => BasisPointsScalar, {
    nullable: true,
    description: 'Accepted ÷ agreed in basis points, never capped (完成率): 29600 is 296.00 %; null: no agreed volume.',
  })
  percent!: bigint | null;

  @Field(() => ProgressLevelEnum, { description: 'How it stands against time (进度状态).' })
  level!: ProgressRow['level'];
}

@ObjectType('AverageProgress', {
  description: 'Average progress with its base (平均完成率): an average never stands without it.',
})
export class AverageProgressType {
  @Field(() => BasisPointsScalar, {
    nullable: true,
    description: 'Unweighted mean over the rows, rounded once to 0.01 % (算术平均), basis points.',
  })
  unweightedPercent!: bigint | null;

  @Field(() => BasisPointsScalar, { nullable: true, description: 'Σ accepted ÷ Σ agreed (加权平均), basis points.' })
  weightedPercent!: bigint | null;

  @Field(() => Int, { description: 'Rows the averages are taken of (计入行数).' })
  rows!: number;

  @Field(() => QuantityScalar, { description: 'Agreed volume of those rows (计入约定量).' })
  agreed!: bigint;

  @Field(() => Int, { description: 'Rows without agreed volume, left out (未计入行数).' })
  withoutAgreedVolume!: number;
}

@ObjectType('ProgressSheet', {
  description: 'Progress of one agreement year at a day (完成进度表), computed from the rows.',
})
export class ProgressSheetType implements Omit<ProgressSheet, 'average' | 'rows'> {
  @Field(() => UuidScalar, { description: 'Agreement period (协议期编号).' })
  periodId!: string;

  @Field(() => UuidScalar, { description: 'Agreement year (协议年编号).' })
  agreementYearId!: string;

  @Field(() => Int, { description: 'Agreement year, 1…4 (第几年).' })
  yearNumber!: number;

  @Field(() => PlainDateScalar, { description: 'First day of the year (开始日期).' })
  startsOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day of the year (结束日期).' })
  endsOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'The day it is read at (统计日期).' })
  asOf!: PlainDate;

  @Field(() => Int, { description: 'Days gone, both ends counted (已过天数).' })
  elapsedDays!: number;

  @Field(() => Int, { description: 'Days of the year (全年天数).' })
  days!: number;

  @Field(() => BasisPointsScalar, { description: 'Time progress in basis points (序时进度): 6175 is 61.75 %.' })
  timePercent!: bigint;

  @Field(() => AverageProgressType, { description: 'The averages with their base (平均完成率).' })
  average!: AverageProgressType;

  @Field(() => [ProgressRowType], { description: 'One row for each product, hospital or supplier (明细).' })
  rows!: ProgressRowType[];
}

@ArgsType()
export class ProgressArgs {
  @Field(() => UuidScalar, { description: 'Agreement period (协议期编号).' })
  periodId!: string;

  @Field(() => Int, { defaultValue: 1, description: 'Agreement year, 1…4 (第几年).' })
  yearNumber: number = 1;

  @Field(() => ProgressDimensionEnum, { defaultValue: 'product', description: 'What it is summed by (汇总维度).' })
  dimension: ProgressDimension = 'product';

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'The day it is read at (统计日期); absent: the business date.',
  })
  asOf?: PlainDate | null;

  @Field(() => UuidScalar, { nullable: true, description: 'Only this hospital (医疗机构编号).' })
  hospitalId?: string | null;
}
