import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Fen, PlainDate } from '@huiji/kernel';
import { FenScalar, mutationResult, PlainDateScalar, registerEnum, UuidScalar } from '@huiji/platform';
import type { Decision } from '../model/approval';
import type { PolicyState } from '../model/policy';
import { ReviewDecisionEnum } from './approval.type';

export const ApprovalPolicyStateEnum = registerEnum<PolicyState>(
  'ApprovalPolicyState',
  'Where a version of an approval policy stands (规则状态).',
  {
    proposed: 'Under approval itself (审核中).',
    returned: 'Sent back or taken back; may be proposed anew (待修改).',
    'in-force': 'In force from its first day until a later version (有效).',
  },
);

const PEOPLE = 'Different people who must pass, 1 to 9';
const DAYS = 'working days, 1 to 60';

@ObjectType('ApprovalBand', { description: 'How many people the steps need from an amount on (金额档).' })
export class ApprovalBandType {
  @Field(() => FenScalar, { description: 'From this sum on, in yuan (起始金额).' })
  from!: Fen;

  @Field(() => Int, { description: `${PEOPLE} (初审人数).` })
  firstReviewPeople!: number;

  @Field(() => Int, { description: `${PEOPLE} (复核人数).` })
  recheckPeople!: number;

  @Field(() => Int, { description: `${PEOPLE} (审批人数).` })
  approvalPeople!: number;
}

@ObjectType('ApprovalFreeze', { description: 'Days on which nothing passes (冻结期).' })
export class ApprovalFreezeType {
  @Field(() => PlainDateScalar, { description: 'First day (起日).' })
  fromOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day (止日).' })
  toOn!: PlainDate;

  @Field(() => String, { description: 'Why (原因).' })
  reason!: string;
}

@ObjectType('ApprovalPolicy', { description: 'A version of how subjects of one kind are approved (审核规则).' })
export class ApprovalPolicyType {
  @Field(() => UuidScalar, { description: 'Id of the version (规则编号).' })
  id!: string;

  @Field(() => String, { description: 'Kind of subject (审核事项): payment-batch.' })
  subjectType!: string;

  @Field(() => ApprovalPolicyStateEnum, { description: 'Where it stands (状态).' })
  state!: PolicyState;

  @Field(() => PlainDateScalar, { description: 'First day (生效日).' })
  validFrom!: PlainDate;

  @Field(() => Int, { description: `First review, ${DAYS} (初审时限).` })
  firstReviewDays!: number;

  @Field(() => Int, { description: `Re-check, ${DAYS} (复核时限).` })
  recheckDays!: number;

  @Field(() => Int, { description: `Approval, ${DAYS} (审批时限).` })
  approvalDays!: number;

  @Field(() => [ApprovalBandType], { description: 'People by amount, rising (金额档).' })
  bands!: ApprovalBandType[];

  @Field(() => [ApprovalFreezeType], { description: 'Freezes by their first day (冻结期).' })
  freezes!: ApprovalFreezeType[];

  @Field(() => String, { description: 'Where it is written (依据).' })
  source!: string;

  @Field(() => PlainDateScalar, { description: 'When it was proposed first (提出日期).' })
  proposedOn!: PlainDate;
}

@InputType({ description: 'People from an amount on (金额档).' })
export class ApprovalBandInput {
  @Field(() => FenScalar, { description: 'From this sum on, in yuan; the first is "0.00" (起始金额).' })
  from!: Fen;

  @Field(() => Int, { description: `${PEOPLE} (初审人数).` })
  firstReviewPeople!: number;

  @Field(() => Int, { description: `${PEOPLE} (复核人数).` })
  recheckPeople!: number;

  @Field(() => Int, { description: `${PEOPLE} (审批人数).` })
  approvalPeople!: number;
}

@InputType({ description: 'Days on which nothing passes (冻结期).' })
export class ApprovalFreezeInput {
  @Field(() => PlainDateScalar, { description: 'First day (起日).' })
  fromOn!: PlainDate;

  @Field(() => PlainDateScalar, { description: 'Last day (止日).' })
  toOn!: PlainDate;

  @Field(() => String, { description: 'Why, 1 to 200 characters (原因).' })
  reason!: string;
}

@InputType({ isAbstract: true })
abstract class RequestInput {
  @Field(() => UuidScalar, {
    description: 'Made by the client; the same id and input give the same answer (请求编号).',
  })
  requestId!: string;
}

@InputType({ description: 'Proposes a version of an approval policy; three other people approve it (提出审核规则).' })
export class ApprovalPolicyProposeInput extends RequestInput {
  @Field(() => UuidScalar, { nullable: true, description: 'The version sent back that this mends (修改的规则).' })
  policyId?: string | null;

  @Field(() => String, { description: 'Kind of subject (审核事项): payment-batch or approval-policy.' })
  subjectType!: string;

  @Field(() => PlainDateScalar, { description: 'First day, today or later (生效日).' })
  validFrom!: PlainDate;

  @Field(() => Int, { description: `First review, ${DAYS} (初审时限).` })
  firstReviewDays!: number;

  @Field(() => Int, { description: `Re-check, ${DAYS} (复核时限).` })
  recheckDays!: number;

  @Field(() => Int, { description: `Approval, ${DAYS} (审批时限).` })
  approvalDays!: number;

  @Field(() => [ApprovalBandInput], { description: 'People by amount, rising from 0, 1 to 20 (金额档).' })
  bands!: ApprovalBandInput[];

  @Field(() => [ApprovalFreezeInput], { description: 'Freezes, at most 20 (冻结期).' })
  freezes!: ApprovalFreezeInput[];

  @Field(() => String, { description: 'Where it is written, 1 to 500 characters (依据).' })
  source!: string;
}

@InputType({ description: 'Which version (审核规则).' })
export class ApprovalPolicyWithdrawInput extends RequestInput {
  @Field(() => UuidScalar, { description: 'Id of the version (规则编号).' })
  policyId!: string;
}

@InputType({ description: 'One decision about a proposed version, by the person who is logged in (审核).' })
export class ApprovalPolicyReviewInput extends ApprovalPolicyWithdrawInput {
  @Field(() => ReviewDecisionEnum, { description: 'Pass or return (意见).' })
  decision!: Decision;

  @Field(() => String, { nullable: true, description: 'Why; wanted for a return, 1 to 500 characters (原因).' })
  reason?: string | null;
}

export const ApprovalPolicyProposeResult = mutationResult('ApprovalPolicyProposeResult', () => ApprovalPolicyType);
export const ApprovalPolicyReviewResult = mutationResult('ApprovalPolicyReviewResult', () => ApprovalPolicyType);
export const ApprovalPolicyWithdrawResult = mutationResult('ApprovalPolicyWithdrawResult', () => ApprovalPolicyType);
