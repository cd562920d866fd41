import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, Database, mutationResult, Requests, type Caller, type Tx } from '@huiji/platform';
import { AreaClockFlow } from '../area-clock.flow';
import { AreaOverviewFlow } from '../area-overview.flow';
import { DemoNoteService } from '../demo-note.service';
import { AreaOverviewType } from './area-overview.type';
import { AreaDateAdvanceInput, AreaDateType, DemoNoteType } from './area.type';

const AreaDateAdvanceResult = mutationResult('AreaDateAdvanceResult', () => AreaDateType);

/** Everybody who can log in. */
@Resolver(() => AreaDateType)
export class AreaResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly clock: AreaClockFlow,
    private readonly notes: DemoNoteService,
    private readonly overview: AreaOverviewFlow,
  ) {}

  @Query(() => [DemoNoteType], {
    description: 'What a demonstration area says of its data; empty elsewhere (演示数据说明).',
  })
  demoNotes(@CurrentCaller() caller: Caller): Promise<DemoNoteType[]> {
    return this.database.read(caller.scope, async (tx) => [...(await this.notes.all(tx))]);
  }

  @Query(() => AreaOverviewType, {
    description: 'Counts and sums of the area; hospitals and suppliers see their own (概览).',
  })
  areaOverview(@CurrentCaller() caller: Caller): Promise<AreaOverviewType> {
    return this.database.read(caller.scope, async (tx) => {
      const { careMonths, ...rest } = await this.overview.of(tx, caller);
      return { ...rest, careMonths: [...careMonths] };
    });
  }

  @Mutation(() => AreaDateAdvanceResult, {
    description:
      'Moves the business date of a demonstration day by day and runs each day’s schedule first (推进业务日期).',
  })
  areaDateAdvance(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => AreaDateAdvanceInput, description: 'How far (天数).' }) input: AreaDateAdvanceInput,
  ): Promise<AreaDateType | Refusal> {
    const act = async (tx: Tx) => this.clock.advance(tx, input.days);
    const render = (_tx: Tx, date: string) => Promise.resolve({ businessDate: date as AreaDateType['businessDate'] });
    return this.requests.perform(caller, 'areaDateAdvance', input, act, render);
  }
}
