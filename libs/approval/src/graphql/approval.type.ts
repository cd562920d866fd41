import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { PlainDate } from '@huiji/kernel';
import { DateTimeScalar, PlainDateScalar, registerEnum, UuidScalar } from '@huiji/platform';
import type { ActState, Decision, Step } from '../model/approval';

export const ApprovalStepEnum = registerEnum<Step>('ApprovalStep', 'A step of an approval, in this order (审核环节).', {
  'first-review': 'First review (初审).',
  recheck: 'Re-check (复核).',
  approval: 'Approval, which releases (审批).',
});

export const ReviewDecisionEnum = registerEnum<Decision>('ReviewDecision', 'Decision of a reviewer (审核意见).', {
  pass: 'Passed on (通过).',
  return: 'Sent back to the clerk, with a reason (退回).',
});

export const ApprovalStateEnum = registerEnum<ActState>('ApprovalState', 'State of a round of approval (审核状态).', {
  open: 'Under review (审核中).',
  passed: 'Approved (已通过).',
  returned: 'Sent back (已退回).',
  withdrawn: 'Taken back by its clerk before anybody decided (已撤回).',
});

@ObjectType('ApprovalPerson', { description: 'A person of the agency who took part (审核人员).' })
export class ApprovalPersonType {
  @Field(() => UuidScalar, { description: 'Id of the person (人员编号).' })
  id!: string;

  @Field(() => String, { description: 'Name as shown (姓名); empty when unknown.' })
  displayName!: string;
}

@ObjectType('ApprovalReview', { description: 'One decision of one person (审核记录); never changed.' })
export class ApprovalReviewType {
  @Field(() => UuidScalar, { description: 'Id of the review (记录编号).' })
  id!: string;

  @Field(() => ApprovalStepEnum, { description: 'At which step (环节).' })
  step!: Step;

  @Field(() => ReviewDecisionEnum, { description: 'What was decided (意见).' })
  decision!: Decision;

  @Field(() => String, { nullable: true, description: 'Why (原因); always there for a return.' })
  reason!: string | null;

  @Field(() => ApprovalPersonType, { description: 'Who decided (审核人).' })
  person!: ApprovalPersonType;

  @Field(() => ApprovalPersonType, {
    nullable: true,
    description: 'On whose behalf (委托人), where the person used a delegated role.',
  })
  onBehalfOf!: ApprovalPersonType | null;

  @Field(() => PlainDateScalar, { description: 'Business date of the decision (业务日期).' })
  reviewedOn!: PlainDate;

  @Field(() => DateTimeScalar, { description: 'Instant of the decision by the machine (办理时间).' })
  reviewedAt!: Date;
}

@ObjectType('ApprovalStepPlan', { description: 'What a round asks of one step (环节计划).' })
export class ApprovalStepPlanType {
  @Field(() => ApprovalStepEnum, { description: 'Which step (环节).' })
  step!: Step;

  @Field(() => Int, { description: 'Different people who must pass it (人数).' })
  people!: number;

  @Field(() => Int, { nullable: true, description: 'Working days it may take (工作日); null: no deadline was kept.' })
  days!: number | null;
}

@ObjectType('ApprovalRound', { description: 'One round of approval of one subject by different people (一轮审核).' })
export class ApprovalRoundType {
  @Field(() => UuidScalar, { description: 'Id of the round (审核编号).' })
  id!: string;

  @Field(() => ApprovalStateEnum, { description: 'Where it stands (状态).' })
  state!: ActState;

  @Field(() => ApprovalStepEnum, {
    nullable: true,
    description: 'Step that is due now (待办环节); null when it ended.',
  })
  due!: Step | null;

  @Field(() => ApprovalPersonType, { description: 'The clerk who locked the subject (经办人).' })
  clerk!: ApprovalPersonType;

  @Field(() => [ApprovalStepPlanType], {
    description: 'What the round asks of each step, frozen as it opened (审核计划).',
  })
  plan!: ApprovalStepPlanType[];

  @Field(() => Int, { description: 'People who must pass the last step (审批人数); at least 1.' })
  approvalPeople!: number;

  @Field(() => [ApprovalReviewType], { description: 'Decisions in their order (审核记录).' })
  reviews!: ApprovalReviewType[];
}
