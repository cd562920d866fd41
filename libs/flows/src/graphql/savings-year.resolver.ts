import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, mutationResult, Requests, type Caller, type Tx } from '@huiji/platform';
import { SavingsInputService, SavingsYearType } from '@huiji/savings';
import { SavingsInputsFlow } from '../savings-inputs.flow';
import { SavingsYearTakeUpInput } from './area.type';

const SavingsYearTakeUpResult = mutationResult('SavingsYearTakeUpResult', () => SavingsYearType);

@Resolver(() => SavingsYearType)
export class SavingsYearTakeUpResolver {
  constructor(
    private readonly requests: Requests,
    private readonly flow: SavingsInputsFlow,
    private readonly inputs: SavingsInputService,
  ) {}

  @Mutation(() => SavingsYearTakeUpResult, {
    description:
      'Takes up an agreement year that is over and carries its volumes over from contracts and acceptances (归集年度数据).',
  })
  savingsYearTakeUp(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SavingsYearTakeUpInput, description: 'Which year (年度).' })
    input: SavingsYearTakeUpInput,
  ): Promise<SavingsYearType | Refusal> {
    const act = (tx: Tx) => this.flow.takeUp(tx, input.roundId, input.agreementYear);
    return this.requests.perform(caller, 'savingsYearTakeUp', input, act, (tx, id) => this.inputs.year(tx, id));
  }
}
