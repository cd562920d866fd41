import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { BasisPoints, Fen, PlainDate } from '@huiji/kernel';
import {
  BasisPointsScalar,
  FenScalar,
  PlainDateScalar,
  QuantityScalar,
  registerEnum,
  UuidScalar,
} from '@huiji/platform';
import type { BudgetVolume, Floor, PolicyState, RatioKind, Silence } from '../model/policy';
import type { YearState } from '../model/year';

export const SavingsBudgetVolumeEnum = registerEnum<BudgetVolume>(
  'SavingsBudgetVolume',
  'Volume the budget is made from (预算量口径).',
  { base: 'The accepted base volume (约定采购量基数).', agreed: 'The agreed volume (约定采购量).' },
);
export const SavingsFloorEnum = registerEnum<Floor>(
  'SavingsFloor',
  'Where a negative savings base becomes zero (负值处理).',
  {
    variety: 'Variety by variety (按品种归零).',
    hospital: 'After all varieties of a hospital are offset (按机构轧差后归零).',
  },
);
export const SavingsRatioKindEnum = registerEnum<RatioKind>(
  'SavingsRatioKind',
  'How a score becomes a retention ratio (留用比例口径).',
  { banded: 'By bands of scores (分档).', linear: 'Cap × score ÷ 100 (线性).' },
);
export const SavingsSilenceEnum = registerEnum<Silence>(
  'SavingsSilence',
  "What a hospital's silence means after its last day to answer (逾期未答复).",
  { confirms: 'It confirms (视为确认).', waits: 'The sheet waits (继续等待).' },
);
export const SavingsPolicyStateEnum = registerEnum<PolicyState>('SavingsPolicyState', 'State of a policy (政策状态).', {
  draft: 'Written by one person (草稿).',
  'in-force': 'Put in force by another (生效).',
  withdrawn: 'No longer used (撤回).',
});
export const SavingsYearStateEnum = registerEnum<YearState>(
  'SavingsYearState',
  'State of a closed agreement year (年度状态).',
  { gathering: 'Inputs are being gathered (归集中).', calculated: 'Calculated at least once (已核算).' },
);

@ObjectType('SavingsBand', { description: 'A band of scores with its ratio (分数档), half open.' })
export class SavingsBandType {
  @Field(() => String, { description: 'Lowest score of the band, inclusive (下限，分).' })
  from!: string;

  @Field(() => String, { description: 'End of the band, exclusive; 100 is inclusive (上限，分).' })
  to!: string;

  @Field(() => BasisPointsScalar, { description: 'Retention ratio in 1/10,000 (留用比例).' })
  ratio!: BasisPoints;
}

@ObjectType('SavingsPolicy', { description: 'A dated policy of retained savings for one round (结余留用政策).' })
export class SavingsPolicyType {
  @Field(() => UuidScalar, { description: 'Its id (编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'The round it is for (批次).' })
  roundId!: string;

  @Field(() => String, { description: 'Name (名称).' })
  name!: string;

  @Field(() => PlainDateScalar, { description: 'First day of validity (生效日期).' })
  validFrom!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day of validity (失效日期).' })
  validTo!: PlainDate;

  @Field(() => SavingsBudgetVolumeEnum, { description: 'Volume the budget is made from (预算量口径).' })
  budgetVolume!: BudgetVolume;

  @Field(() => SavingsFloorEnum, { description: 'Where a negative base becomes zero (负值处理).' })
  floor!: Floor;

  @Field(() => SavingsRatioKindEnum, { description: 'How a score becomes a ratio (留用比例口径).' })
  ratioKind!: RatioKind;

  @Field(() => Boolean, { description: 'Whether the insured share counts (是否计参保人占比).' })
  insuredShareUsed!: boolean;

  @Field(() => Boolean, { description: 'Whether non-selected purchases count as spending (是否计非中选采购).' })
  nonSelectedCounted!: boolean;

  @Field(() => BasisPointsScalar, { description: 'Highest ratio in 1/10,000 (比例上限).' })
  cap!: BasisPoints;

  @Field(() => [SavingsBandType], { description: 'Bands of scores, empty for a linear ratio (分数档).' })
  bands!: SavingsBandType[];

  @Field(() => Int, { description: 'Working days to answer (答复工作日).' })
  answerWorkingDays!: number;

  @Field(() => SavingsSilenceEnum, { description: 'What silence means (逾期未答复).' })
  silence!: Silence;

  @Field(() => String, { description: 'Legal basis (政策依据).' })
  legalBasis!: string;

  @Field(() => String, { description: 'Where the figures come from (来源).' })
  source!: string;

  @Field(() => SavingsPolicyStateEnum, { description: 'State (状态).' })
  state!: PolicyState;
}

@ObjectType('SavingsGap', { description: 'An input that is missing (缺失数据).' })
export class SavingsGapType {
  @Field(() => String, { description: 'Code: BASELINE_MISSING or SCORE_MISSING (代码).' })
  code!: string;

  @Field(() => UuidScalar, { description: 'The hospital (医疗机构).' })
  hospitalId!: string;

  @Field(() => String, { description: 'Its name (机构名称).' })
  hospitalName!: string;

  @Field(() => UuidScalar, { nullable: true, description: 'The variety, where the gap has one (品种).' })
  varietyId!: string | null;

  @Field(() => String, { nullable: true, description: 'Its name (品种名称).' })
  varietyName!: string | null;
}

@ObjectType('SavingsRun', { description: 'One sealed calculation of a closed year (核算批次).' })
export class SavingsRunType {
  @Field(() => UuidScalar, { description: 'Its id (编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'The closed year (年度).' })
  yearId!: string;

  @Field(() => UuidScalar, { description: 'The policy it used (政策).' })
  policyId!: string;

  @Field(() => PlainDateScalar, { description: 'Business day it was made (核算日期).' })
  madeOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day for hospitals to answer (答复截止日).' })
  answerUntil!: PlainDate;

  @Field(() => QuantityScalar, { description: 'Sheets in it (清单数).' })
  sheetCount!: bigint;

  @Field(() => QuantityScalar, { description: 'Lines in it (行数).' })
  lineCount!: bigint;

  @Field(() => FenScalar, { description: 'Sum retained, yuan (留用合计).' })
  retained!: Fen;

  @Field(() => String, { description: 'Hash over its sheets (封存校验值), sha256.' })
  seal!: string;
}

@ObjectType('SavingsYear', {
  description: 'An agreement year that is over, taken up for retained savings (已结束协议年度).',
})
export class SavingsYearType {
  @Field(() => UuidScalar, { description: 'Its id (编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'The round (批次).' })
  roundId!: string;

  @Field(() => Int, { description: 'Which agreement year, from 1 (第几年).' })
  agreementYear!: number;

  @Field(() => PlainDateScalar, { description: 'First day (起始日).' })
  periodFrom!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day (截止日).' })
  periodTo!: PlainDate;

  @Field(() => SavingsYearStateEnum, { description: 'State (状态).' })
  state!: YearState;
}
