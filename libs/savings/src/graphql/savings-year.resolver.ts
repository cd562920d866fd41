import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { quotient, type Refusal } from '@huiji/kernel';
import { CurrentCaller, Database, mutationResult, Requests, type Caller, type Tx } from '@huiji/platform';
import { SavingsInputService } from '../savings-input.service';
import { SavingsRunService } from '../savings-run.service';
import { SavingsBaselineSetInput, SavingsRunCreateInput, SavingsScoreSetInput } from './savings.input';
import { SavingsGapType, SavingsRunType, SavingsYearType } from './savings.type';

const SavingsBaselineSetResult = mutationResult('SavingsBaselineSetResult', () => SavingsYearType);
const SavingsScoreSetResult = mutationResult('SavingsScoreSetResult', () => SavingsYearType);
const SavingsRunCreateResult = mutationResult('SavingsRunCreateResult', () => SavingsRunType);

/** A share or price as it comes in; a denominator of zero becomes an issue in the service, not a crash. */
const sourced = (numerator: bigint, denominator: bigint, source: string) => ({
  value: denominator === 0n ? quotient(-1n, 1n) : quotient(numerator, denominator),
  source,
});

const baselineOf = ({ priceBefore, fundShare, insuredShare, ...ids }: SavingsBaselineSetInput) => ({
  ...ids,
  priceBefore: sourced(priceBefore.amount, priceBefore.quantity, priceBefore.source),
  fundShare: sourced(fundShare.numerator, fundShare.denominator, fundShare.source),
  insuredShare: sourced(insuredShare.numerator, insuredShare.denominator, insuredShare.source),
});

@Resolver(() => SavingsYearType)
export class SavingsYearResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly inputs: SavingsInputService,
    private readonly runs: SavingsRunService,
  ) {}

  @Query(() => [SavingsYearType], { description: 'Closed agreement years taken up, newest first (已归集年度).' })
  savingsYears(@CurrentCaller() caller: Caller): Promise<SavingsYearType[]> {
    return this.database.read(caller.scope, async (tx) => [...(await this.inputs.years(tx))]);
  }

  @ResolveField(() => [SavingsGapType], {
    description: 'What a calculation still lacks; empty when nothing (缺失数据).',
  })
  missing(@CurrentCaller() caller: Caller, @Parent() year: SavingsYearType): Promise<SavingsGapType[]> {
    return this.database.read(caller.scope, async (tx) =>
      (await this.inputs.missing(tx, year.id)).map(({ what, ...gap }) => ({ code: what, ...gap })),
    );
  }

  @ResolveField(() => [SavingsRunType], { name: 'runs', description: 'Its calculations, newest first (核算批次).' })
  runsOfYear(@CurrentCaller() caller: Caller, @Parent() year: SavingsYearType): Promise<SavingsRunType[]> {
    return this.database.read(caller.scope, async (tx) => [...(await this.runs.ofYear(tx, year.id))]);
  }

  @Mutation(() => SavingsBaselineSetResult, {
    description: 'Sets price before, fund share and insured share of a hospital and variety, with sources (录入基线).',
  })
  savingsBaselineSet(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SavingsBaselineSetInput, description: 'The baseline (基线).' })
    input: SavingsBaselineSetInput,
  ): Promise<SavingsYearType | Refusal> {
    const act = (tx: Tx) => this.inputs.setBaseline(tx, baselineOf(input));
    return this.requests.perform(caller, 'savingsBaselineSet', input, act, this.year(input.yearId));
  }

  @Mutation(() => SavingsScoreSetResult, { description: 'Sets the score of a hospital (录入考核得分).' })
  savingsScoreSet(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SavingsScoreSetInput, description: 'The score (得分).' }) input: SavingsScoreSetInput,
  ): Promise<SavingsYearType | Refusal> {
    const act = (tx: Tx) => this.inputs.setScore(tx, input);
    return this.requests.perform(caller, 'savingsScoreSet', input, act, this.year(input.yearId));
  }

  @Mutation(() => SavingsRunCreateResult, {
    description: 'Calculates a closed year under the policy in force and seals it (核算并封存).',
  })
  savingsRunCreate(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SavingsRunCreateInput, description: 'Which year (年度).' })
    input: SavingsRunCreateInput,
  ): Promise<SavingsRunType | Refusal> {
    const act = (tx: Tx) => this.runs.calculate(tx, input.yearId);
    return this.requests.perform(caller, 'savingsRunCreate', input, act, (tx, id) => this.runs.find(tx, id));
  }

  private readonly year = (id: string) => (tx: Tx) => this.inputs.year(tx, id);
}
