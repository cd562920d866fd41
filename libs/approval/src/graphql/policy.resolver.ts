import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, Database, Requests, type Caller, type Tx } from '@huiji/platform';
import { ApprovalPolicyService } from '../policy.service';
import {
  ApprovalPolicyProposeInput,
  ApprovalPolicyProposeResult,
  ApprovalPolicyReviewInput,
  ApprovalPolicyReviewResult,
  ApprovalPolicyType,
  ApprovalPolicyWithdrawInput,
  ApprovalPolicyWithdrawResult,
} from './policy.type';
import { policyDraft, policyView } from './policy.view';

@Resolver(() => ApprovalPolicyType)
export class PolicyResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly policies: ApprovalPolicyService,
  ) {}

  @Query(() => [ApprovalPolicyType], {
    description:
      'Versions of approval policies, the latest first (审核规则). Without one: one person and two working days a step.',
  })
  approvalPolicies(@CurrentCaller() caller: Caller): Promise<ApprovalPolicyType[]> {
    return this.database.read(caller.scope, async (tx) => (await this.policies.all(tx)).map(policyView));
  }

  @Mutation(() => ApprovalPolicyProposeResult, { description: 'Proposes a version and opens its approval (提出规则).' })
  approvalPolicyPropose(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ApprovalPolicyProposeInput, description: 'The version (规则内容).' })
    input: ApprovalPolicyProposeInput,
  ): Promise<ApprovalPolicyType | Refusal> {
    const act = (tx: Tx) => this.policies.propose(tx, policyDraft(input), input.policyId ?? null);
    return this.requests.perform(caller, 'approvalPolicyPropose', input, act, this.shown);
  }

  @Mutation(() => ApprovalPolicyReviewResult, {
    description: 'One decision at the step of the caller; the last pass puts it into force (审核规则).',
  })
  approvalPolicyReview(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ApprovalPolicyReviewInput, description: 'The decision (审核意见).' })
    input: ApprovalPolicyReviewInput,
  ): Promise<ApprovalPolicyType | Refusal> {
    const act = (tx: Tx) => this.policies.review(tx, caller, input);
    return this.requests.perform(caller, 'approvalPolicyReview', input, act, this.shown);
  }

  @Mutation(() => ApprovalPolicyWithdrawResult, { description: 'Takes a proposal back before anybody decided (撤回).' })
  approvalPolicyWithdraw(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ApprovalPolicyWithdrawInput, description: 'Which version (规则).' })
    input: ApprovalPolicyWithdrawInput,
  ): Promise<ApprovalPolicyType | Refusal> {
    const act = (tx: Tx) => this.policies.withdraw(tx, input.policyId);
    return this.requests.perform(caller, 'approvalPolicyWithdraw', input, act, this.shown);
  }

  private readonly shown = async (tx: Tx, id: string): Promise<ApprovalPolicyType | undefined> => {
    const policy = await this.policies.find(tx, id);
    return policy && policyView(policy);
  };
}
