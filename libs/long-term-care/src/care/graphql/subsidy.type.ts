import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Fen, Month, PlainDate } from '@huiji/kernel';
import { connectionOf, FenScalar, MonthScalar, PlainDateScalar, QuantityScalar, UuidScalar } from '@huiji/platform';
import type { CareMode, StopReason } from '../model/care';
import type { RunState } from '../../model/states';
import type { ExceptionCode, SubsidyLine } from '../model/subsidy-run';
import { CareModeEnum, ExceptionCodeEnum, PayeeTypeEnum, RunStateEnum, StopReasonEnum } from '../../graphql/care.enums';

@ObjectType('CareSpan', { description: 'Days in a row that are judged alike (待遇期间); either payable or stopped.' })
export class CareSpanType {
  @Field(() => PlainDateScalar, { description: 'First day (起).' })
  from!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day, included (止).' })
  to!: PlainDate;

  @Field(() => Int, { description: 'Days, both ends counted (天数).' })
  days!: number;

  @Field(() => StopReasonEnum, {
    nullable: true,
    description: 'Why these days are not paid (停发原因); null when payable.',
  })
  stopReason!: StopReason | null;

  @Field(() => CareModeEnum, { nullable: true, description: 'Mode of care (护理方式); null when stopped.' })
  mode!: CareMode | null;

  @Field(() => Int, { nullable: true, description: 'Confirmed grade (确认等级); null when stopped.' })
  grade!: number | null;

  @Field(() => FenScalar, {
    nullable: true,
    description: 'Rate of one day in yuan, all payees (日标准); null when stopped.',
  })
  dayRate!: Fen | null;

  @Field(() => FenScalar, { nullable: true, description: "The person's share of a day in yuan (个人日标准)." })
  personDayRate!: Fen | null;

  @Field(() => FenScalar, { nullable: true, description: "The institution's share of a day in yuan (机构日标准)." })
  providerDayRate!: Fen | null;

  @Field(() => UuidScalar, { nullable: true, description: 'Institution that gives the care (服务机构).' })
  providerId!: string | null;
}

@ObjectType('CareMonth', { description: "A person's month as a calendar of days (护理日历)." })
export class CareMonthType {
  @Field(() => UuidScalar, { description: 'The person (参保人编号).' })
  personId!: string;

  @Field(() => MonthScalar, { description: 'The month (月份).' })
  month!: Month;

  @Field(() => Boolean, { description: 'True when a run has paid it; such a month is not edited (已支付封账).' })
  closed!: boolean;

  @Field(() => [CareSpanType], { description: 'Every day of the month, in order (各期间).' })
  spans!: readonly CareSpanType[];

  @Field(() => Int, { description: 'Payable days (应付天数).' })
  payableDays!: number;

  @Field(() => FenScalar, { description: 'Days × rate in yuan (补贴金额).' })
  amount!: Fen;
}

@ObjectType('SubsidyException', { description: 'A person in a run who is paid nothing, or not for all days (例外).' })
export class SubsidyExceptionType {
  @Field(() => UuidScalar, { description: 'The person (参保人编号).' })
  personId!: string;

  @Field(() => String, { description: 'Name of the person, masked (参保人姓名，已脱敏).' })
  personName!: string;

  @Field(() => ExceptionCodeEnum, { description: 'Why (原因).' })
  code!: ExceptionCode;

  @Field(() => Int, { description: 'Days concerned (天数).' })
  days!: number;
}

@ObjectType('SubsidyRun', { description: 'One run over a month (月度补贴): a snapshot that never changes.' })
export class SubsidyRunType {
  @Field(() => UuidScalar, { description: 'Id of the run (批次编号).' })
  id!: string;

  @Field(() => MonthScalar, { description: 'The month (月份).' })
  month!: Month;

  @Field(() => Int, { description: 'Number within the month; a later run pays only those not yet paid (序号).' })
  sequence!: number;

  @Field(() => RunStateEnum, { description: 'State (状态).' })
  state!: RunState;

  @Field(() => QuantityScalar, { description: 'People looked at (核算人数).' })
  peopleCount!: bigint;

  @Field(() => QuantityScalar, { description: 'People who get something (应付人数).' })
  paidPeopleCount!: bigint;

  @Field(() => QuantityScalar, { description: 'Lines, one per person and payee (明细条数).' })
  lineCount!: bigint;

  @Field(() => QuantityScalar, { description: 'Exceptions (例外条数).' })
  exceptionCount!: bigint;

  @Field(() => FenScalar, { description: 'Sum of all lines in yuan (合计金额).' })
  total!: Fen;

  @Field(() => PlainDateScalar, { description: 'Business date on which it was made (生成日期).' })
  madeOn!: PlainDate;
}

@ObjectType('SubsidyLine', { description: 'What one payee gets for one person and month (补贴明细).' })
export class SubsidyLineType {
  @Field(() => UuidScalar, { description: 'Id of the line (明细编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'The run (批次编号).' })
  runId!: string;

  @Field(() => UuidScalar, { description: 'The person the care is for (参保人编号).' })
  personId!: string;

  @Field(() => String, { description: 'Name of the person, masked (参保人姓名，已脱敏).' })
  personName!: string;

  @Field(() => MonthScalar, { description: 'The month (月份).' })
  month!: Month;

  @Field(() => PayeeTypeEnum, { description: 'Person or institution (收款人类型).' })
  payeeType!: SubsidyLine['payeeType'];

  @Field(() => UuidScalar, { description: 'Who gets it (收款人编号).' })
  payeeId!: string;

  @Field(() => Int, { description: 'Days paid (天数).' })
  days!: number;

  @Field(() => FenScalar, { description: 'Amount in yuan (金额).' })
  amount!: Fen;
}

@ObjectType('CareFunnel', { description: 'How many came how far, up to now (申请漏斗). Counts of applications.' })
export class CareFunnelType {
  @Field(() => QuantityScalar, { description: 'Applied (申请).' })
  applied!: bigint;

  @Field(() => QuantityScalar, { description: 'Accepted (受理).' })
  accepted!: bigint;

  @Field(() => QuantityScalar, { description: 'Returned (退回).' })
  returned!: bigint;

  @Field(() => QuantityScalar, { description: 'With a joint conclusion (已评估).' })
  assessed!: bigint;

  @Field(() => QuantityScalar, { description: 'Passed (通过).' })
  passed!: bigint;

  @Field(() => QuantityScalar, { description: 'Not passed (未通过).' })
  notPassed!: bigint;
}

export const SubsidyLineConnection = connectionOf(SubsidyLineType);
