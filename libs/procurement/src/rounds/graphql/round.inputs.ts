import { ArgsType, Field, InputType, Int } from '@nestjs/graphql';
import type { PlainDate } from '@huiji/kernel';
import { BasisPointsScalar, PageArgs, PlainDateScalar, QuantityScalar, UuidScalar } from '@huiji/platform';
import type { RoundKind } from '../model/round.types';
import { RoundKindEnum } from './round.types';

export const REQUEST = 'Made by the client; the same id and input give the same answer (请求编号).';

@InputType({ description: 'A round to record (登记批次).' })
export class RoundOpenInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => String, { description: 'Code in the area (批次代码): letters, digits, + . _ -, at most 40.' })
  code!: string;

  @Field(() => String, { description: 'Chinese name (名称), at most 100.' })
  nameZh!: string;

  @Field(() => String, { defaultValue: '', description: 'English name (英文名称).' })
  nameEn!: string;

  @Field(() => RoundKindEnum, { description: 'Who called it (层级).' })
  kind!: RoundKind;

  @Field(() => PlainDateScalar, { description: 'Day the results were announced (公布日期).' })
  announcedOn!: PlainDate;

  @Field(() => String, { defaultValue: '', description: 'Where its data come from (数据说明).' })
  sourceNote!: string;
}

@InputType({ description: 'The next agreement period of a round (新增协议期).' })
export class AgreementPeriodPlanInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Round (批次编号).' })
  roundId!: string;

  @Field(() => PlainDateScalar, { description: 'Execution date in the area (执行日): the first day.' })
  executionDate!: PlainDate;

  @Field(() => Int, { description: 'Agreement years, 1…4 (协议年数).' })
  years!: number;
}

@InputType({ description: 'A ratio table to put in force (设置约定采购比例).' })
export class RatioTableSetInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => PlainDateScalar, { description: 'First day it holds (生效日期).' })
  validFrom!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Last day it holds (失效日期); absent: no end yet.' })
  validTo?: PlainDate | null;

  @Field(() => [BasisPointsScalar], { description: 'Four ratios: 1, 2, 3, 4 or more winners (普通药品).' })
  ordinary!: bigint[];

  @Field(() => [BasisPointsScalar], { description: 'Four ratios for antibiotics (抗菌药物).' })
  antibiotic!: bigint[];

  @Field(() => String, { description: 'Legal basis (政策依据).' })
  legalBasis!: string;
}

@InputType({ description: 'A ratio table to end (终止约定采购比例).' })
export class RatioTableEndInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Ratio table (比例表编号).' })
  ratioTableId!: string;

  @Field(() => PlainDateScalar, { description: 'Last day it holds (失效日期).' })
  validTo!: PlainDate;
}

@InputType({ description: 'Figures for a product whose published row lacks them (补充数据).' })
export class AwardSupplementInput {
  @Field(() => String, { description: 'Code of the product in the file (产品代码).' })
  productCode!: string;

  @Field(() => QuantityScalar, { nullable: true, description: 'Smallest units in one pack (每盒最小单位数).' })
  unitsPerPack?: bigint | null;

  @Field(() => String, { nullable: true, description: 'Yuan per pack, at most two decimals (每盒价格).' })
  packPrice?: string | null;

  @Field(() => String, { description: 'Where the figures come from (来源说明); shown beside the award.' })
  note!: string;
}

@InputType({ description: 'An award table to import (导入中选结果).' })
export class AwardsImportInputType {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Agreement period (协议期编号).' })
  periodId!: string;

  @Field(() => UuidScalar, { description: 'The uploaded CSV or XLSX file (文件编号).' })
  fileId!: string;

  @Field(() => [AwardSupplementInput], { defaultValue: [], description: 'Figures that rows lack (补充数据).' })
  supplements!: AwardSupplementInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Why rows that do not name this area may stand here (供应地区说明); absent: they may not.',
  })
  supplyAreaNote?: string | null;
}

@ArgsType()
export class AwardPageArgs extends PageArgs {
  @Field(() => UuidScalar, { description: 'Agreement period (协议期编号).' })
  periodId!: string;
}
