import { Field, ObjectType } from '@nestjs/graphql';
import type { Fen, PlainDate } from '@huiji/kernel';
import { FenScalar, PlainDateScalar, QuantityScalar, registerEnum, UuidScalar } from '@huiji/platform';
import type { SheetState } from '../model/sheet';
import type { TraceTerm } from '../model/trace';
import { ExactAmountType } from './exact-amount.type';

export const SavingsSheetStateEnum = registerEnum<SheetState>('SavingsSheetState', 'State of a sheet (清单状态).', {
  open: 'The hospital may confirm or object (待确认).',
  objected: 'The hospital objected; held (有异议).',
  confirmed: 'Confirmed (已确认).',
  'handed-over': 'Its payable was opened (已转支付).',
  superseded: 'A later calculation took its place (已被替代).',
});
export const SavingsTermEnum = registerEnum<TraceTerm>(
  'SavingsTerm',
  'A step of the calculation of a line (核算步骤).',
  {
    budget: 'Budget (预算额).',
    expenditure: 'Expenditure (支出额).',
    base: 'Budget less expenditure (结余基数).',
    counted: 'What goes into the sum of the hospital (计入额).',
  },
);

@ObjectType('SavingsTraceStep', { description: 'One step of a calculation with its figures (计算过程).' })
export class SavingsTraceStepType {
  @Field(() => SavingsTermEnum, { description: 'What the step gives (步骤).' })
  term!: TraceTerm;

  @Field(() => String, { description: 'The formula with the figures put in; amounts in yuan (算式).' })
  formula!: string;

  @Field(() => ExactAmountType, { description: 'Its exact value (结果).' })
  value!: ExactAmountType;
}

@ObjectType('SavingsLine', { description: 'One variety of a sheet (清单明细), with its inputs and their sources.' })
export class SavingsLineType {
  @Field(() => UuidScalar, { description: 'The variety (品种).' })
  varietyId!: string;

  @Field(() => String, { description: 'Its generic name (通用名).' })
  varietyName!: string;

  @Field(() => QuantityScalar, { description: 'Base volume, smallest units (约定采购量基数).' })
  baseQuantity!: bigint;

  @Field(() => QuantityScalar, { description: 'Agreed volume, smallest units (约定采购量).' })
  agreedQuantity!: bigint;

  @Field(() => QuantityScalar, {
    description: 'Selected volume accepted, smallest units; may pass the agreed volume (中选采购量).',
  })
  selectedQuantity!: bigint;

  @Field(() => QuantityScalar, { description: 'Non-selected volume, smallest units (非中选采购量).' })
  nonSelectedQuantity!: bigint;

  @Field(() => FenScalar, { description: 'Non-selected amount, yuan (非中选采购金额).' })
  nonSelectedAmount!: Fen;

  @Field(() => ExactAmountType, { description: 'Weighted price of one unit before (采购前加权价).' })
  priceBefore!: ExactAmountType;

  @Field(() => ExactAmountType, { description: 'Contract price of one unit (中选价).' })
  contractPrice!: ExactAmountType;

  @Field(() => String, { description: 'Fund share as a quotient (基金实际支付比例).' })
  fundShare!: string;

  @Field(() => String, { description: 'Insured share as a quotient (参保人占比).' })
  insuredShare!: string;

  @Field(() => String, { description: 'Where the volumes come from (数量来源).' })
  volumeSource!: string;

  @Field(() => String, { description: 'Where the price before comes from (采购前价格来源).' })
  priceBeforeSource!: string;

  @Field(() => String, { description: 'Where the fund share comes from (支付比例来源).' })
  fundShareSource!: string;

  @Field(() => String, { description: 'Where the insured share comes from (参保人占比来源).' })
  insuredShareSource!: string;

  @Field(() => Boolean, { description: 'The line was below zero and counts as zero (负值已归零).' })
  zeroed!: boolean;

  @Field(() => [SavingsTraceStepType], { description: 'How the line was reckoned (计算过程).' })
  trace!: SavingsTraceStepType[];
}

@ObjectType('SavingsSheet', { description: 'The sheet of one hospital for a closed year (结余留用清单).' })
export class SavingsSheetType {
  @Field(() => UuidScalar, { description: 'Its id (编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'The calculation it belongs to (核算批次).' })
  runId!: string;

  @Field(() => UuidScalar, { description: 'The hospital (医疗机构).' })
  hospitalId!: string;

  @Field(() => String, { description: 'Its name (机构名称).' })
  hospitalName!: string;

  @Field(() => String, { description: 'Score, points (考核得分).' })
  score!: string;

  @Field(() => String, { nullable: true, description: 'The veto that made the score 0 (一票否决原因).' })
  veto!: string | null;

  @Field(() => String, { description: 'Retention ratio in percent, exact (留用比例，%).' })
  ratioPercent!: string;

  @Field(() => ExactAmountType, { description: 'Budget (预算额).' })
  budget!: ExactAmountType;

  @Field(() => ExactAmountType, { description: 'Expenditure (支出额).' })
  expenditure!: ExactAmountType;

  @Field(() => ExactAmountType, { description: 'Savings base, never negative (结余基数).' })
  base!: ExactAmountType;

  @Field(() => Boolean, { description: 'The lines summed to less than zero (结余为负，按零计).' })
  negative!: boolean;

  @Field(() => FenScalar, { description: 'Retained, yuan, rounded half up once (留用金额).' })
  retained!: Fen;

  @Field(() => QuantityScalar, { description: 'Lines of the sheet (行数).' })
  lineCount!: bigint;

  @Field(() => String, { description: 'Hash of the sheet (封存校验值), sha256.' })
  seal!: string;

  @Field(() => PlainDateScalar, { description: 'Last day to answer (答复截止日).' })
  answerUntil!: PlainDate;

  @Field(() => String, { nullable: true, description: "The hospital's objection (异议)." })
  objection!: string | null;

  @Field(() => SavingsSheetStateEnum, { description: 'State (状态).' })
  state!: SheetState;
}
