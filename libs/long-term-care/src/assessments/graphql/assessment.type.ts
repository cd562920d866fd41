import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PlainDate } from '@huiji/kernel';
import { connectionOf, DateTimeScalar, PlainDateScalar, UuidScalar } from '@huiji/platform';
import type { ApplicationState, AssessmentState, SheetState } from '../../model/states';
import {
  ApplicationStateEnum,
  AssessmentStateEnum,
  ConclusionBasisEnum,
  SexEnum,
  SheetStateEnum,
} from '../../graphql/care.enums';
import { InsuredPersonType } from '../../care/graphql/care-people.type';
import { LevelBandType } from './instrument.type';

@ObjectType('Answer', { description: 'The score of one item (作答).' })
export class AnswerType {
  @Field(() => String, { description: 'Key of the item (指标代码).' })
  item!: string;

  @Field(() => Int, { description: 'Score in points of the instrument (分值).' })
  score!: number;
}

@ObjectType('DomainTotal', { description: 'The total of a domain with the band it fell into (一级指标得分).' })
export class DomainTotalType {
  @Field(() => String, { description: 'Key of the domain (代码).' })
  domain!: string;

  @Field(() => String, { description: 'Chinese name (中文名).' })
  nameZh!: string;

  @Field(() => String, { description: 'English name (英文名).' })
  nameEn!: string;

  @Field(() => Int, { description: 'Total in points (得分).' })
  total!: number;

  @Field(() => Int, { description: 'Highest total (满分).' })
  max!: number;

  @Field(() => LevelBandType, { nullable: true, description: 'The band (能力等级区间).' })
  band!: LevelBandType | null;
}

@ObjectType('Grading', { description: 'A grade and why (等级与依据); computed from answers, never typed in.' })
export class GradingType {
  @Field(() => Int, { description: 'Grade 0 to 5, 5 the worst (等级).' })
  grade!: number;

  @Field(() => String, { description: 'Chinese name of the grade (等级名称).' })
  gradeNameZh!: string;

  @Field(() => String, { description: 'English name of the grade (等级英文名).' })
  gradeNameEn!: string;

  @Field(() => [DomainTotalType], { description: 'Totals by domain (各一级指标得分).' })
  totals!: readonly DomainTotalType[];

  @Field(() => [String], { description: 'The reasons as sentences in Chinese (判定依据).' })
  explanationZh!: readonly string[];

  @Field(() => [String], { description: 'The reasons as sentences in English (判定依据英文).' })
  explanationEn!: readonly string[];
}

@ObjectType('AnswerSheet', { description: 'The answers of one assessor (评估表).' })
export class AnswerSheetType {
  @Field(() => UuidScalar, { description: 'Id of the sheet (评估表编号).' })
  id!: string;

  @Field(() => Int, { description: 'Its version (版本), to be sent back with a change.' })
  version!: number;

  @Field(() => UuidScalar, { description: 'The assessor (评估员编号).' })
  assessorId!: string;

  @Field(() => SheetStateEnum, { description: 'State (状态).' })
  state!: SheetState;

  @Field(() => [AnswerType], { description: 'Answers given so far (作答).' })
  answers!: readonly AnswerType[];

  @Field(() => GradingType, {
    nullable: true,
    description: 'Grade and reasons (等级与依据); null while it is a draft.',
  })
  grading!: GradingType | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether guardian or family was there (监护人在场).' })
  guardianPresent!: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was submitted (提交时间).' })
  submittedAt!: Date | null;
}

@ObjectType('AssessmentSeat', { description: 'One of the two assessors (评估人员).' })
export class AssessmentSeatType {
  @Field(() => UuidScalar, { description: 'The assessor (评估员编号).' })
  assessorId!: string;

  @Field(() => String, { description: 'Name (姓名).' })
  fullName!: string;

  @Field(() => Boolean, { description: 'Whether an assessment expert (是否评估专家).' })
  expert!: boolean;
}

@ObjectType('Conclusion', { description: 'The joint conclusion of both assessors (共同结论).' })
export class ConclusionType {
  @Field(() => ConclusionBasisEnum, { description: 'What it rests on (依据).' })
  basis!: 'sheets-agree' | 'joint-answers';

  @Field(() => GradingType, { description: 'Assessed grade and reasons (评估等级与依据).' })
  grading!: GradingType;

  @Field(() => PlainDateScalar, { description: 'Business date (结论日期).' })
  concludedOn!: PlainDate;
}

@ObjectType('ConclusionVote', { description: 'What one assessor has put to the joint conclusion (结论意见).' })
export class ConclusionVoteType {
  @Field(() => UuidScalar, { description: 'The assessor (评估员编号).' })
  assessorId!: string;

  @Field(() => Int, { description: 'The grade put (意见等级).' })
  grade!: number;

  @Field(() => [AnswerType], {
    nullable: true,
    description: 'Joint answers put (共同作答); null where the sheets agree.',
  })
  jointAnswers!: readonly AnswerType[] | null;
}

@ObjectType('Publicity', { description: 'What is shown in public of a result (公示): no identity digit, no house.' })
export class PublicityType {
  @Field(() => String, { description: 'Masked name (脱敏姓名): 张*三.' })
  maskedName!: string;

  @Field(() => SexEnum, { description: 'Sex (性别).' })
  sex!: 'male' | 'female';

  @Field(() => Int, { description: 'Year of birth (出生年份).' })
  birthYear!: number;

  @Field(() => String, { description: 'Street or town (街道、乡镇).' })
  street!: string;

  @Field(() => Int, { description: 'Assessed grade (评估等级).' })
  grade!: number;

  @Field(() => PlainDateScalar, { description: 'First day (公示起始日).' })
  startsOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day, included (公示截止日).' })
  endsOn!: PlainDate;
}

@ObjectType('ResultLetter', { description: 'Data of the result letter (结果告知书).' })
export class ResultLetterType {
  @Field(() => Boolean, { description: 'Whether care is opened (是否通过).' })
  passed!: boolean;

  @Field(() => Int, { description: 'Confirmed grade (确认等级).' })
  grade!: number;

  @Field(() => String, { description: 'Chinese name of the grade (等级名称).' })
  gradeNameZh!: string;

  @Field(() => String, { description: 'English name of the grade (等级英文名).' })
  gradeNameEn!: string;

  @Field(() => String, { description: 'Chinese name of the instrument (评估标准).' })
  instrumentNameZh!: string;

  @Field(() => String, { description: 'English name of the instrument (评估标准英文名).' })
  instrumentNameEn!: string;

  @Field(() => PlainDateScalar, { description: 'Business date of confirmation (确认日期).' })
  confirmedOn!: PlainDate;

  @Field(() => PlainDateScalar, {
    nullable: true,
    description: 'First payable day (享受起始日); null when not passed.',
  })
  startsOn!: PlainDate | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Last valid day (有效期止); null when not passed.' })
  endsOn!: PlainDate | null;
}

@ObjectType('Assessment', { description: 'An assessment of one application (评估).' })
export class AssessmentType {
  @Field(() => UuidScalar, { description: 'Id of the assessment (评估编号).' })
  id!: string;

  @Field(() => UuidScalar, { description: 'The application (申请编号).' })
  applicationId!: string;

  @Field(() => InsuredPersonType, { description: 'Who is assessed (被评估人).' })
  person!: InsuredPersonType;

  @Field(() => AssessmentStateEnum, { description: 'State (状态).' })
  state!: AssessmentState;

  @Field(() => String, { description: 'Key of the instrument (评估标准代码).' })
  instrumentKey!: string;

  @Field(() => String, { description: 'Version of the instrument; stays for ever (评估标准版本).' })
  instrumentVersion!: string;

  @Field(() => PlainDateScalar, { description: 'Day of the visit (上门日期).' })
  visitOn!: PlainDate;

  @Field(() => String, { description: 'Place of the visit (上门地点).' })
  visitPlace!: string;

  @Field(() => [AssessmentSeatType], { description: 'The two assessors (评估人员).' })
  assessors!: readonly AssessmentSeatType[];

  @Field(() => Int, { description: 'How many of the two sheets are submitted, 0 to 2 (已提交评估表数).' })
  sheetsIn!: number;

  @Field(() => Int, { nullable: true, description: 'Assessed grade, computed (评估等级); null before the conclusion.' })
  assessedGrade!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Confirmed grade, opens money (确认等级); null before confirmation.',
  })
  confirmedGrade!: number | null;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Business date of confirmation (确认日期).' })
  confirmedOn!: PlainDate | null;
}

@ObjectType('Application', { description: 'An application for long-term care (申请).' })
export class ApplicationType {
  @Field(() => UuidScalar, { description: 'Id of the application (申请编号).' })
  id!: string;

  @Field(() => InsuredPersonType, { description: 'Who applies (申请人).' })
  person!: InsuredPersonType;

  @Field(() => ApplicationStateEnum, { description: 'State (状态).' })
  state!: ApplicationState;

  @Field(() => Int, { description: 'Grade as claimed, 0 to 5; opens nothing (申报等级).' })
  claimedGrade!: number;

  @Field(() => PlainDateScalar, { description: 'Disabled since (失能起始日).' })
  disabledSince!: PlainDate;

  @Field(() => String, { description: 'Treatment record (病历资料).' })
  treatmentRecord!: string;

  @Field(() => String, { nullable: true, description: 'Guardian (监护人).' })
  guardianName!: string | null;

  @Field(() => String, { nullable: true, description: 'What the guardian is to the person (与申请人关系).' })
  guardianRelation!: string | null;

  @Field(() => PlainDateScalar, { description: 'Business date of the application (申请日期).' })
  appliedOn!: PlainDate;

  @Field(() => String, { nullable: true, description: 'Why it was returned (退回原因).' })
  returnReason!: string | null;

  @Field(() => AssessmentType, { nullable: true, description: 'Its assessment (评估); null before one is assigned.' })
  assessment!: AssessmentType | null;
}

export const ApplicationConnection = connectionOf(ApplicationType);
export const AssessmentConnection = connectionOf(AssessmentType);
