import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, mutationResult, registerEnum, UuidScalar } from '@huiji/platform';
import type { ExportState, Purpose } from '../model/personal';

export const PersonalPurposeEnum = registerEnum<Purpose>('PersonalPurpose', 'Why a number is needed (用途).', {
  'identity-check': 'To check who somebody is (核验身份).',
  'payment-problem': 'To solve a payment that failed (付款异常处理).',
  complaint: 'To answer a complaint (信访投诉办理).',
  inspection: 'For an inspection (监督检查).',
  'court-order': 'A court or the police asks (司法协查).',
});

export const PersonalExportStateEnum = registerEnum<ExportState>('PersonalExportState', 'Where it stands (状态).', {
  requested: 'Waits for a second person (待授权).',
  approved: 'May be taken once (已授权).',
  refused: 'Was refused (已拒绝).',
  taken: 'Was taken (已导出).',
});

@ObjectType('ShownNumber', { description: 'A personal number that is shown for a short time (完整号码).' })
export class ShownNumberType {
  @Field(() => UuidScalar, { description: 'Id of this look, as in the trail (查看编号).' })
  id!: string;

  @Field(() => String, { description: 'Which kind of number: care-person-identity-number (号码类别).' })
  columnCode!: string;

  @Field(() => UuidScalar, { description: 'Id of the row it stands in (对象编号).' })
  rowId!: string;

  @Field(() => String, { nullable: true, description: 'Whose it is (名称).' })
  label!: string | null;

  @Field(() => String, { nullable: true, description: 'The number; null when erased or the time is over (号码).' })
  value!: string | null;

  @Field(() => Boolean, { description: 'Whether it was erased (已删除).' })
  erased!: boolean;

  @Field(() => DateTimeScalar, { description: 'Until when it may be shown (显示截止).' })
  showUntil!: Date;
}

@ObjectType('PersonalExport', { description: 'A wish to take a list of personal numbers out (个人信息导出).' })
export class PersonalExportType {
  @Field(() => UuidScalar, { description: 'Id of the wish (编号).' })
  id!: string;

  @Field(() => String, { description: 'Which kind of number (号码类别).' })
  columnCode!: string;

  @Field(() => PersonalPurposeEnum, { description: 'Why (用途).' })
  purpose!: Purpose;

  @Field(() => String, { description: 'Why, in words (用途说明).' })
  words!: string;

  @Field(() => PersonalExportStateEnum, { description: 'Where it stands (状态).' })
  state!: ExportState;

  @Field(() => UuidScalar, { description: 'Who asked (申请人).' })
  requestedBy!: string;

  @Field(() => DateTimeScalar, { description: 'When (申请时间).' })
  requestedAt!: Date;

  @Field(() => UuidScalar, { nullable: true, description: 'Who decided (授权人).' })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided (授权时间).' })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused (拒绝原因).' })
  refusalReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when it may be taken (有效期至).' })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was taken (导出时间).' })
  takenAt!: Date | null;
}

@ObjectType('PersonalExportTaken', { description: 'A list that was taken (导出结果).' })
export class PersonalExportTakenType {
  @Field(() => PersonalExportType, { description: 'The wish it belongs to (申请).' })
  export!: PersonalExportType;

  @Field(() => String, {
    nullable: true,
    description: 'The list as CSV; null when the minutes to fetch it are over (内容).',
  })
  csv!: string | null;
}

const REQUEST = 'Made by the client; the same id and input give the same answer (请求编号).';

@InputType({ isAbstract: true })
abstract class PurposeInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => String, {
    description: 'Which kind: care-person-identity-number, payee-account-number, fund-account-number (号码类别).',
  })
  columnCode!: string;

  @Field(() => PersonalPurposeEnum, { description: 'Why (用途).' })
  purpose!: Purpose;

  @Field(() => String, { description: 'Why, in 4 to 200 characters; no number in it (用途说明).' })
  words!: string;
}

@InputType({ description: 'Asks to see one masked number (查看完整号码).' })
export class PersonalNumberShowInput extends PurposeInput {
  @Field(() => UuidScalar, { description: 'Id of the person or account (对象编号).' })
  rowId!: string;
}

@InputType({ description: 'Asks to take a list of numbers out (申请导出个人信息).' })
export class PersonalExportRequestInput extends PurposeInput {}

@InputType({ description: 'Agrees that a list leaves (授权导出).' })
export class PersonalExportApproveInput {
  @Field(() => UuidScalar, { description: REQUEST })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'Which wish (申请编号).' })
  exportId!: string;
}

@InputType({ description: 'Refuses that a list leaves (拒绝导出).' })
export class PersonalExportRefuseInput extends PersonalExportApproveInput {
  @Field(() => String, { description: 'Why, in 4 to 200 characters (拒绝原因).' })
  reason!: string;
}

@InputType({ description: 'Takes an approved list, once (导出).' })
export class PersonalExportTakeInput extends PersonalExportApproveInput {}

export const PersonalExportConnection = connectionOf(PersonalExportType);
export const PersonalNumberShowResult = mutationResult('PersonalNumberShowResult', () => ShownNumberType);
export const PersonalExportRequestResult = mutationResult('PersonalExportRequestResult', () => PersonalExportType);
export const PersonalExportApproveResult = mutationResult('PersonalExportApproveResult', () => PersonalExportType);
export const PersonalExportRefuseResult = mutationResult('PersonalExportRefuseResult', () => PersonalExportType);
export const PersonalExportTakeResult = mutationResult('PersonalExportTakeResult', () => PersonalExportTakenType);
