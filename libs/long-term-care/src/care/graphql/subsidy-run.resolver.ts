import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Month, Refusal } from '@huiji/kernel';
import {
  CurrentCaller,
  Database,
  MonthScalar,
  mutationResult,
  PageArgs,
  Requests,
  UuidScalar,
  type Caller,
  type Connection,
  type Tx,
} from '@huiji/platform';
import { SubsidyRunService } from '../subsidy-run.service';
import { SubsidyRunCreateInput, SubsidyRunDiscardInput } from '../../graphql/care.input';
import { lineView, runView } from '../../graphql/care.view';
import { SubsidyExceptionType, SubsidyLineConnection, SubsidyRunType, type SubsidyLineType } from './subsidy.type';

const SubsidyRunDiscardResult = mutationResult('SubsidyRunDiscardResult', () => SubsidyRunType);
const SubsidyRunCreateResult = mutationResult('SubsidyRunCreateResult', () => SubsidyRunType);

@Resolver(() => SubsidyRunType)
export class SubsidyRunResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly runs: SubsidyRunService,
  ) {}

  @Query(() => [SubsidyRunType], { description: 'Monthly runs, newest month first (月度补贴批次).' })
  subsidyRuns(
    @CurrentCaller() caller: Caller,
    @Args('month', { type: () => MonthScalar, nullable: true, description: 'Only of this month (月份).' })
    month?: Month | null,
  ): Promise<SubsidyRunType[]> {
    return this.database.read(caller.scope, async (tx) => (await this.runs.list(tx, month ?? null)).map(runView));
  }

  @Query(() => SubsidyRunType, { nullable: true, description: 'One run (月度补贴批次); null when absent.' })
  async subsidyRun(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id of the run (批次编号).' }) id: string,
  ): Promise<SubsidyRunType | null> {
    return (await this.database.read(caller.scope, (tx) => this.render(tx, id))) ?? null;
  }

  @Query(() => SubsidyLineConnection, { description: 'Lines of a run (补贴明细).' })
  subsidyLines(
    @CurrentCaller() caller: Caller,
    @Args('runId', { type: () => UuidScalar, description: 'The run (批次编号).' }) runId: string,
    @Args() page: PageArgs,
  ): Promise<Connection<SubsidyLineType>> {
    return this.database.read(caller.scope, async (tx) => {
      const { pageInfo, edges } = await this.runs.lines(tx, runId, page);
      return { pageInfo, edges: edges.map(({ cursor, node }) => ({ cursor, node: lineView(node) })) };
    });
  }

  @Mutation(() => SubsidyRunCreateResult, { description: 'Runs a month that is over (生成月度补贴).' })
  subsidyRunCreate(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SubsidyRunCreateInput, description: 'Which month (月份).' })
    input: SubsidyRunCreateInput,
  ): Promise<SubsidyRunType | Refusal> {
    const act = (tx: Tx) => this.runs.create(tx, input.month);
    return this.requests.perform(caller, 'subsidyRunCreate', input, act, this.render);
  }

  @Mutation(() => SubsidyRunDiscardResult, {
    description: 'Gives up a computed run before it is handed over; its month may be run again (作废月度补贴).',
  })
  subsidyRunDiscard(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => SubsidyRunDiscardInput, description: 'Which run, and why (批次与原因).' })
    input: SubsidyRunDiscardInput,
  ): Promise<SubsidyRunType | Refusal> {
    const act = (tx: Tx) => this.runs.discard(tx, input.runId, input.reason);
    return this.requests.perform(caller, 'subsidyRunDiscard', input, act, this.render);
  }

  @ResolveField(() => [SubsidyExceptionType], { description: 'The first 200 exceptions (例外).' })
  exceptions(
    @CurrentCaller() caller: Caller,
    @Parent() { id }: SubsidyRunType,
  ): Promise<readonly SubsidyExceptionType[]> {
    return this.database.read(caller.scope, (tx) => this.runs.exceptions(tx, id));
  }

  private readonly render = async (tx: Tx, id: string): Promise<SubsidyRunType | undefined> => {
    const run = await this.runs.find(tx, id);
    return run ? runView(run) : undefined;
  };
}
