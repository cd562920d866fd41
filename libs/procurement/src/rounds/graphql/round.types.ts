import { Field, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType, ProductType, VarietyType } from '@huiji/catalog';
import type { Fen, PlainDate } from '@huiji/kernel';
import {
  BasisPointsScalar,
  connectionOf,
  FenScalar,
  PlainDateScalar,
  QuantityScalar,
  registerEnum,
  UuidScalar,
} from '@huiji/platform';
import type { AwardRole, PeriodState, RoundKind } from '../model/round.types';
import type { AwardView, PeriodView, PriceView, RatioTableView, RoundView, YearView } from '../round.views';

export const RoundKindEnum = registerEnum<RoundKind>('RoundKind', 'Who called a round (批次层级).', {
  national: 'National (国家组织).',
  provincial: 'Provincial (省级).',
  alliance: 'Alliance of provinces or cities (联盟).',
});

export const AwardRoleEnum = registerEnum<AwardRole>('AwardRole', 'Role of an award in the area (供应角色).', {
  main: 'Main supplier (主供).',
  backup: 'Backup supplier (备供).',
  'brand-reported': 'Reported by brand (按品牌报量).',
  substitute: 'Substitute (替补).',
});

export const PeriodStateEnum = registerEnum<PeriodState>(
  'AgreementPeriodState',
  'State of an agreement period (协议期状态).',
  {
    planned: 'Planned: awards and reporting (筹备中).',
    allocated: 'Agreed volumes computed (已分量).',
    contracted: 'Contracts drafted, to be signed (待签约).',
    'in-force': 'Contracts in force (执行中).',
  },
);

@ObjectType('Price', {
  description: 'A price as awarded (中选价): an amount for so many smallest units. Never divided to be multiplied.',
})
export class PriceType implements PriceView {
  @Field(() => FenScalar, { description: 'Amount in yuan for the units beside it (每盒价格).' })
  amount!: Fen;

  @Field(() => QuantityScalar, { description: 'Smallest units the amount is for (每盒最小单位数).' })
  units!: bigint;
}

@ObjectType('AgreementYear', { description: 'An agreement year (协议年), both days included.' })
export class AgreementYearType implements YearView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => Int, { description: 'Number in its period, 1…4 (第几年).' })
  yearNumber!: number;

  @Field(() => PlainDateScalar, { description: 'First day (开始日期).' })
  startsOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day (结束日期).' })
  endsOn!: PlainDate;
}

@ObjectType('AgreementPeriod', {
  description: 'An agreement period (协议期) of a round in the area, from its execution date (执行日).',
})
export class AgreementPeriodType implements PeriodView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'Its round (批次编号).' })
  roundId!: string;

  @Field(() => Int, { description: 'Number in its round, from 1 (第几个协议期).' })
  sequence!: number;

  @Field(() => PlainDateScalar, { description: 'Execution date, first day (执行日).' })
  startsOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day (结束日期).' })
  endsOn!: PlainDate;

  @Field(() => PeriodStateEnum, { description: 'State (状态).' })
  state!: PeriodState;

  @Field(() => String, {
    nullable: true,
    description:
      'Why awards whose supply areas do not name this area stand here (供应地区说明); null: they all name it.',
  })
  supplyAreaNote!: string | null;

  @Field(() => Int, { description: 'Awards of the period (中选产品数).' })
  awardCount!: number;

  @Field(() => FenScalar, { description: 'Sum of its main contracts in yuan (合同金额).' })
  contractAmount!: Fen;

  @Field(() => [AgreementYearType], { description: 'Its agreement years, 1…4 (各协议年).' })
  years!: AgreementYearType[];
}

@ObjectType('Round', { description: 'A round of volume-based procurement (批次) as the area takes part in it.' })
export class RoundType implements RoundView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => String, { description: 'Code in the area (批次代码): "4+7".' })
  code!: string;

  @Field(() => String, { description: 'Chinese name (名称).' })
  nameZh!: string;

  @Field(() => String, { description: 'English name (英文名称); may be empty.' })
  nameEn!: string;

  @Field(() => RoundKindEnum, { description: 'Who called it (层级).' })
  kind!: RoundKind;

  @Field(() => PlainDateScalar, { description: 'Day the results were announced (公布日期).' })
  announcedOn!: PlainDate;

  @Field(() => String, { description: 'Where its data come from and what is invented (数据说明); may be empty.' })
  sourceNote!: string;

  @Field(() => [AgreementPeriodType], { description: 'Its agreement periods, in order (协议期).' })
  periods!: AgreementPeriodType[];
}

@ObjectType('Award', { description: 'A winning product in the area (中选结果), with how sure its published row is.' })
export class AwardType implements AwardView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => VarietyType, { description: 'Its variety (品种).' })
  variety!: VarietyType;

  @Field(() => ProductType, { description: 'The winning product (中选产品).' })
  product!: ProductType;

  @Field(() => OrganisationType, { description: 'The winning company (中选企业).' })
  manufacturer!: OrganisationType;

  @Field(() => AwardRoleEnum, { description: 'Role in the area (供应角色).' })
  role!: AwardRole;

  @Field(() => BasisPointsScalar, {
    description: "Share of the variety's agreed volume (份额); 0: without agreed volume.",
  })
  share!: bigint;

  @Field(() => Int, { description: 'Winning companies of the variety in the round (中选企业数): chooses the ratio.' })
  winnerCount!: number;

  @Field(() => PriceType, { description: 'Price as awarded per pack (中选价).' })
  price!: PriceType;

  @Field(() => [String], { description: 'Supply areas of the published row (供应地区).' })
  supplyAreas!: string[];

  @Field(() => Int, { description: 'Row of the imported file (文件行号).' })
  sourceRow!: number;

  @Field(() => String, { description: 'How sure the published row is, word for word (数据状态).' })
  sourceStatus!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Which figure was supplied and from where (补充说明); null: none.',
  })
  supplementNote!: string | null;
}

@ObjectType('RatioTable', {
  description: 'The share of the reported need that is agreed (约定采购比例), dated policy of the area.',
})
export class RatioTableType implements RatioTableView {
  @Field(() => UuidScalar, { description: 'Id (编号).' })
  id!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => PlainDateScalar, { description: 'First day it holds (生效日期).' })
  validFrom!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Last day it holds (失效日期); null: no end yet.' })
  validTo!: PlainDate | null;

  @Field(() => [BasisPointsScalar], { description: 'Ratios for 1, 2, 3 and 4 or more winners (普通药品比例).' })
  ordinary!: bigint[];

  @Field(() => [BasisPointsScalar], { description: 'The same for antibiotics (抗菌药物比例).' })
  antibiotic!: bigint[];

  @Field(() => String, { description: 'Legal basis (政策依据).' })
  legalBasis!: string;
}

export const RoundConnection = connectionOf(RoundType);
export const AwardConnection = connectionOf(AwardType);
