import { Field, InputType, Int } from '@nestjs/graphql';
import type { Month, PlainDate } from '@huiji/kernel';
import { MonthScalar, PlainDateScalar, UuidScalar } from '@huiji/platform';
import type { CareMode, StopKind } from '../care/model/care';
import { CareModeEnum, StopKindEnum } from './care.enums';

const REQUEST = 'Made by the client; the same id and input give the same result (请求编号).';

@InputType({ description: 'Guardian of an applicant (监护人).' })
export class GuardianInput {
  @Field(() => String, { description: 'Name (姓名), at most 100 characters.' })
  name!: string;

  @Field(() => String, { description: 'What the guardian is to the person (与申请人关系).' })
  relation!: string;
}

@InputType({ description: 'An application as the clerk enters it (申请登记).' })
export class ApplicationSubmitInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => String, { description: 'Full name (姓名), at most 100 characters.' })
  fullName!: string;

  @Field(() => String, {
    description: 'Identity number (证件号码), 18 characters, GB 11643; stored encrypted, shown masked.',
  })
  identityNumber!: string;

  @Field(() => String, { description: 'Where the person lives (住址), at most 200 characters.' })
  street!: string;

  @Field(() => Int, { description: 'Grade as claimed, 0 to 5 (申报等级).' })
  claimedGrade!: number;

  @Field(() => PlainDateScalar, { description: 'Disabled since (失能起始日), at least six months ago.' })
  disabledSince!: PlainDate;

  @Field(() => String, { description: 'Treatment record (病历资料), at most 2000 characters.' })
  treatmentRecord!: string;

  @Field(() => Boolean, { description: 'Whether insured for long-term care today (是否参保).' })
  insured!: boolean;

  @Field(() => GuardianInput, { nullable: true, description: 'Guardian (监护人).' })
  guardian?: GuardianInput | null;
}

@InputType({ description: 'Which application to accept (受理).' })
export class ApplicationAcceptInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The application (申请编号).' })
  applicationId!: string;
}

@InputType({ description: 'Which application to return, and why (退回).' })
export class ApplicationReturnInput extends ApplicationAcceptInput {
  @Field(() => String, { description: 'The reason the applicant reads (退回原因).' })
  reason!: string;
}

@InputType({ description: 'Who visits whom (上门评估派单).' })
export class VisitAssignInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The accepted application (申请编号).' })
  applicationId!: string;

  @Field(() => [UuidScalar], { description: 'Two assessors, one of them an expert (评估人员).' })
  assessorIds!: string[];

  @Field(() => PlainDateScalar, { description: 'Day of the visit (上门日期).' })
  visitOn!: PlainDate;

  @Field(() => String, { description: 'Place of the visit (上门地点).' })
  visitPlace!: string;
}

@InputType({ description: 'The score of one item (作答).' })
export class AnswerInput {
  @Field(() => String, { description: 'Key of the item (指标代码).' })
  item!: string;

  @Field(() => Int, { description: 'One of the scores the item allows (分值).' })
  score!: number;
}

@InputType({ description: "An assessor's own sheet as it stands (评估表草稿); items may be missing." })
export class SheetSaveInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The assessment (评估编号).' })
  assessmentId!: string;

  @Field(() => [AnswerInput], { description: 'Answers given so far (作答).' })
  answers!: AnswerInput[];

  @Field(() => Boolean, { nullable: true, description: 'Whether guardian or family was there (监护人在场).' })
  guardianPresent?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was read (所见版本); 0: none yet. Another one stands: STALE_VERSION with what changed. Without it the last word stands.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: "An assessor's own sheet, complete, for good (提交评估表)." })
export class SheetSubmitInput extends SheetSaveInput {}

@InputType({ description: "An assessor's word to the joint conclusion (共同结论意见)." })
export class ConclusionSubmitInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The assessment (评估编号).' })
  assessmentId!: string;

  @Field(() => [AnswerInput], {
    nullable: true,
    description: 'Common answers, all items (共同作答); only where the two sheets differ in grade.',
  })
  jointAnswers?: AnswerInput[] | null;
}

@InputType({ description: 'Which assessment to act on (评估).' })
export class AssessmentActInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The assessment (评估编号).' })
  assessmentId!: string;
}

@InputType({ description: 'Begin publicity today (开始公示).' })
export class PublicityStartInput extends AssessmentActInput {}

@InputType({ description: 'Make the result final (确认等级).' })
export class GradeConfirmInput extends AssessmentActInput {}

@InputType({ description: 'An objection during publicity (公示异议).' })
export class ObjectionFileInput extends AssessmentActInput {
  @Field(() => String, { description: 'Who objects (异议人).' })
  objectorName!: string;

  @Field(() => String, { description: 'Why (理由).' })
  reason!: string;
}

@InputType({ description: 'What the agency decides on an objection (处理异议).' })
export class ObjectionDecideInput extends AssessmentActInput {
  @Field(() => Boolean, {
    description:
      'True: the objection is right, the result is void and the person may apply again; false: publicity goes on (是否成立).',
  })
  upheld!: boolean;

  @Field(() => String, { description: 'Why, for the file (理由).' })
  reason!: string;
}

@InputType({ description: 'How a person is cared for from a day on (选择护理方式).' })
export class CareModeChooseInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The person (参保人编号).' })
  personId!: string;

  @Field(() => CareModeEnum, { description: 'Mode of care (护理方式).' })
  mode!: CareMode;

  @Field(() => PlainDateScalar, { description: 'First day of the mode (起始日).' })
  startsOn!: PlainDate;

  @Field(() => UuidScalar, { nullable: true, description: 'Institution that gives the care (服务机构).' })
  providerId?: string | null;
}

@InputType({ description: 'A stay in hospital, a death or a move (登记停发事件).' })
export class StopEventRecordInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The person (参保人编号).' })
  personId!: string;

  @Field(() => StopKindEnum, { description: 'What happened (事件).' })
  kind!: StopKind;

  @Field(() => PlainDateScalar, { description: 'Day of admission, of death, of the move (发生日).' })
  startsOn!: PlainDate;

  @Field(() => PlainDateScalar, { nullable: true, description: 'Day of discharge (出院日).' })
  endsOn?: PlainDate | null;
}

@InputType({ description: 'A named officer compared an instrument with the official document (核对评估标准).' })
export class InstrumentConfirmInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => String, { description: 'Key of the instrument (代码).' })
  key!: string;

  @Field(() => String, { description: 'Version of the instrument (版本).' })
  version!: string;

  @Field(() => String, { description: 'Name of the officer (核对人).' })
  officerName!: string;

  @Field(() => String, { description: 'The document compared with (核对文件).' })
  document!: string;
}

@InputType({ description: 'A computed run that is given up (作废月度补贴).' })
export class SubsidyRunDiscardInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The run (批次编号).' })
  runId!: string;

  @Field(() => String, { description: 'Why, for the file (原因).' })
  reason!: string;
}

@InputType({ description: 'Which month to run (生成月度补贴).' })
export class SubsidyRunCreateInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => MonthScalar, { description: 'A month that is over (月份).' })
  month!: Month;
}
