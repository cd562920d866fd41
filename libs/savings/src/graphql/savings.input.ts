import { Field, InputType, Int } from '@nestjs/graphql';
import type { BasisPoints, PlainDate } from '@huiji/kernel';
import { BasisPointsScalar, FenScalar, PlainDateScalar, QuantityScalar, UuidScalar } from '@huiji/platform';
import type { BudgetVolume, Floor, RatioKind, Silence } from '../model/policy';
import { SavingsBudgetVolumeEnum, SavingsFloorEnum, SavingsRatioKindEnum, SavingsSilenceEnum } from './savings.type';

@InputType({ description: 'A request with an id of its own (请求).' })
abstract class RequestInput {
  @Field(() => UuidScalar, {
    description: 'Made by the client, once per act; the same id gives the same answer (请求编号).',
  })
  requestId!: string;
}

@InputType({ description: 'A band of scores (分数档), half open.' })
export class SavingsBandInput {
  @Field(() => Int, { description: 'Lowest score in 1/100 point, inclusive (下限，百分之一分).' })
  fromHundredths!: number;

  @Field(() => Int, { description: 'End in 1/100 point, exclusive; 10000 is inclusive (上限，百分之一分).' })
  toHundredths!: number;

  @Field(() => BasisPointsScalar, { description: 'Retention ratio in 1/10,000 (留用比例).' })
  ratio!: BasisPoints;
}

@InputType({ description: 'A policy of retained savings to be written (结余留用政策草稿).' })
export class SavingsPolicyDraftInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'The round it is for (批次).' })
  roundId!: string;

  @Field(() => String, { description: 'Name (名称), 1…100 characters.' })
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

  @Field(() => BasisPointsScalar, { description: 'Highest ratio in 1/10,000, at most 5000 (比例上限).' })
  cap!: BasisPoints;

  @Field(() => [SavingsBandInput], { description: 'Bands that cover 0…100 (分数档); none for a linear ratio.' })
  bands!: SavingsBandInput[];

  @Field(() => Int, { description: 'Working days to answer, 1…60 (答复工作日).' })
  answerWorkingDays!: number;

  @Field(() => SavingsSilenceEnum, { description: 'What silence means (逾期未答复).' })
  silence!: Silence;

  @Field(() => String, { description: 'Legal basis (政策依据), 1…300 characters.' })
  legalBasis!: string;

  @Field(() => String, { description: 'Where the figures come from (来源), 1…300 characters.' })
  source!: string;
}

@InputType({ description: 'A policy to be put in force by a second person (确认政策).' })
export class SavingsPolicyPutInForceInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'The draft (政策).' })
  policyId!: string;
}

@InputType({ description: 'A share as an exact quotient with its source (比例及来源).' })
export class SavingsShareInput {
  @Field(() => QuantityScalar, { description: 'Numerator (分子).' })
  numerator!: bigint;

  @Field(() => QuantityScalar, { description: 'Denominator, above zero (分母).' })
  denominator!: bigint;

  @Field(() => String, { description: 'Where it comes from (来源), 1…300 characters.' })
  source!: string;
}

@InputType({ description: 'A weighted price as amount over quantity, with its source (加权价及来源).' })
export class SavingsPriceInput {
  @Field(() => FenScalar, { description: 'Amount in yuan (金额).' })
  amount!: bigint;

  @Field(() => QuantityScalar, { description: 'Smallest units it bought, above zero (数量).' })
  quantity!: bigint;

  @Field(() => String, { description: 'Where it comes from (来源), 1…300 characters.' })
  source!: string;
}

@InputType({ description: 'The baseline of a hospital and variety (基线).' })
export class SavingsBaselineSetInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'The closed year (年度).' })
  yearId!: string;

  @Field(() => UuidScalar, { description: 'The hospital (医疗机构).' })
  hospitalId!: string;

  @Field(() => UuidScalar, { description: 'The variety (品种).' })
  varietyId!: string;

  @Field(() => SavingsPriceInput, { description: 'Weighted price before the round (采购前加权价).' })
  priceBefore!: SavingsPriceInput;

  @Field(() => SavingsShareInput, { description: 'Share of the cost paid by the fund (基金实际支付比例).' })
  fundShare!: SavingsShareInput;

  @Field(() => SavingsShareInput, { description: 'Share of the use by insured persons (参保人占比).' })
  insuredShare!: SavingsShareInput;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was read (所见版本); 0: none yet. Another one stands: STALE_VERSION with what changed. Without it the last word stands.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'The score of a hospital (考核得分).' })
export class SavingsScoreSetInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'The closed year (年度).' })
  yearId!: string;

  @Field(() => UuidScalar, { description: 'The hospital (医疗机构).' })
  hospitalId!: string;

  @Field(() => String, { description: 'Points 0…100 with at most two decimals (得分).' })
  score!: string;

  @Field(() => String, { nullable: true, description: 'The veto that makes the score 0 (一票否决原因).' })
  veto?: string | null;

  @Field(() => String, { description: 'Where it comes from (来源), 1…300 characters.' })
  source!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was read (所见版本); 0: none yet. Another one stands: STALE_VERSION with what changed. Without it the last word stands.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'A closed year to be calculated (核算).' })
export class SavingsRunCreateInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'The closed year (年度).' })
  yearId!: string;
}

@InputType({ description: 'A sheet to be confirmed by its hospital (确认清单).' })
export class SavingsSheetConfirmInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'The sheet (清单).' })
  sheetId!: string;
}

@InputType({ description: 'An objection of a hospital to its sheet (提出异议).' })
export class SavingsSheetObjectInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'The sheet (清单).' })
  sheetId!: string;

  @Field(() => String, { description: 'What is wrong (异议内容), 1…1000 characters.' })
  objection!: string;
}

@InputType({ description: "The agency's answer to an objection (答复异议)." })
export class SavingsSheetAnswerInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'The sheet (清单).' })
  sheetId!: string;

  @Field(() => String, { description: 'The reason (答复理由), 1…1000 characters.' })
  reason!: string;
}
