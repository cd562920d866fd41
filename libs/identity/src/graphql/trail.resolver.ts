import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentCaller, type Caller, type Connection } from '@huiji/platform';
import { TrailService, type TrailEntry } from '../trail.service';
import { ActionConnection, ActionsArgs, ActionsFilterArgs } from './trail.type';

@Resolver()
export class TrailResolver {
  constructor(private readonly trail: TrailService) {}

  @Query(() => ActionConnection, { description: 'What happened in the area (审计轨迹), newest first.' })
  actions(@CurrentCaller() caller: Caller, @Args() args: ActionsArgs): Promise<Connection<TrailEntry>> {
    return this.trail.page(caller, args);
  }

  @Query(() => String, {
    description: 'The same as CSV (审计轨迹导出), the newest 10,000.',
  })
  actionsCsv(@CurrentCaller() caller: Caller, @Args() args: ActionsFilterArgs): Promise<string> {
    return this.trail.csv(caller, args);
  }
}
