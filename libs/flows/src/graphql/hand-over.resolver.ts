import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { SubsidyRunService, SubsidyRunType, subsidyRunView } from '@huiji/long-term-care';
import { CurrentCaller, mutationResult, Requests, UuidScalar, type Caller, type Tx } from '@huiji/platform';
import { SavingsRunService, SavingsRunType } from '@huiji/savings';
import { RetainedToPayableFlow } from '../retained-to-payable.flow';
import { SubsidyToPayableFlow } from '../subsidy-to-payable.flow';

const SavingsRunHandOverResult = mutationResult('SavingsRunHandOverResult', () => SavingsRunType);
const SubsidyRunHandOverResult = mutationResult('SubsidyRunHandOverResult', () => SubsidyRunType);

@InputType({ description: 'A run whose amounts become payables (转支付).' })
export class RunHandOverInput {
  @Field(() => UuidScalar, { description: 'Made by the client, once per act (请求编号).' })
  requestId!: string;

  @Field(() => UuidScalar, { description: 'The run (批次).' })
  runId!: string;
}

@Resolver()
export class PayableHandOverResolver {
  constructor(
    private readonly requests: Requests,
    private readonly retained: RetainedToPayableFlow,
    private readonly subsidy: SubsidyToPayableFlow,
    private readonly savingsRuns: SavingsRunService,
    private readonly subsidyRuns: SubsidyRunService,
  ) {}

  @Mutation(() => SavingsRunHandOverResult, {
    description: 'Opens a payable for every confirmed sheet of a run of retained savings (结余留用转支付).',
  })
  savingsRunHandOver(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => RunHandOverInput, description: 'Which run (批次).' }) input: RunHandOverInput,
  ): Promise<SavingsRunType | Refusal> {
    const act = (tx: Tx) => this.retained.handOver(tx, input.runId);
    return this.requests.perform(caller, 'savingsRunHandOver', input, act, (tx, id) => this.savingsRuns.find(tx, id));
  }

  @Mutation(() => SubsidyRunHandOverResult, {
    description: 'Opens a payable for every line of a computed subsidy run (护理补贴转支付).',
  })
  subsidyRunHandOver(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => RunHandOverInput, description: 'Which run (批次).' }) input: RunHandOverInput,
  ): Promise<SubsidyRunType | Refusal> {
    const act = (tx: Tx) => this.subsidy.handOver(tx, input.runId);
    return this.requests.perform(caller, 'subsidyRunHandOver', input, act, (tx, id) => this.subsidyRun(tx, id));
  }

  private async subsidyRun(tx: Tx, id: string): Promise<SubsidyRunType | undefined> {
    const run = await this.subsidyRuns.find(tx, id);
    return run && subsidyRunView(run);
  }
}
