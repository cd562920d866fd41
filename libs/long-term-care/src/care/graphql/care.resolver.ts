import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Month, Refusal } from '@huiji/kernel';
import {
  CurrentCaller,
  Database,
  MonthScalar,
  mutationResult,
  Requests,
  UuidScalar,
  type Caller,
  type Tx,
} from '@huiji/platform';
import { CareReadingService } from '../../care-reading.service';
import { CareService } from '../care.service';
import { only } from '../../model/views';
import { CareModeChooseInput, StopEventRecordInput } from '../../graphql/care.input';
import { CarePersonType } from './care-people.type';
import { calendarView } from '../../graphql/care.view';
import { CareFunnelType, CareMonthType } from './subsidy.type';

const CareModeChooseResult = mutationResult('CareModeChooseResult', () => CarePersonType);
const StopEventRecordResult = mutationResult('StopEventRecordResult', () => CarePersonType);

@Resolver(() => CarePersonType)
export class CareResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly reading: CareReadingService,
    private readonly care: CareService,
  ) {}

  @Query(() => CarePersonType, {
    nullable: true,
    description: 'A person with grades, modes and stops (待遇人员); null when absent.',
  })
  async carePerson(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id of the person (参保人编号).' }) id: string,
  ): Promise<CarePersonType | null> {
    return (await this.database.read(caller.scope, (tx) => this.render(tx, id))) ?? null;
  }

  @Query(() => CareMonthType, {
    nullable: true,
    description: "A person's month as a calendar (护理日历); null when the person is absent.",
  })
  careMonth(
    @CurrentCaller() caller: Caller,
    @Args('personId', { type: () => UuidScalar, description: 'The person (参保人编号).' }) personId: string,
    @Args('month', { type: () => MonthScalar, description: 'The month (月份).' }) month: Month,
  ): Promise<CareMonthType | null> {
    return this.database.read(caller.scope, async (tx) => {
      const calendar = await this.care.calendar(tx, personId, month);
      return calendar ? calendarView(calendar) : null;
    });
  }

  @Query(() => CareFunnelType, { description: 'How many came how far (申请漏斗).' })
  careFunnel(@CurrentCaller() caller: Caller): Promise<CareFunnelType> {
    return this.database.read(caller.scope, (tx) => this.reading.funnel(tx));
  }

  @Mutation(() => CareModeChooseResult, {
    description: 'Chooses how a person is cared for from a day on (选择护理方式).',
  })
  careModeChoose(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => CareModeChooseInput, description: 'The choice (护理方式).' })
    input: CareModeChooseInput,
  ): Promise<CarePersonType | Refusal> {
    const choice = { ...input, providerId: input.providerId ?? null };
    const act = async (tx: Tx) => only(await this.care.chooseModes(tx, [choice]));
    return this.requests.perform(caller, 'careModeChoose', input, act, this.render);
  }

  @Mutation(() => StopEventRecordResult, {
    description: 'Records a stay in hospital, a death or a move (登记停发事件).',
  })
  stopEventRecord(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => StopEventRecordInput, description: 'What happened (停发事件).' })
    input: StopEventRecordInput,
  ): Promise<CarePersonType | Refusal> {
    const act = (tx: Tx) => this.care.recordStop(tx, { ...input, endsOn: input.endsOn ?? null });
    return this.requests.perform(caller, 'stopEventRecord', input, act, this.render);
  }

  private readonly render = (tx: Tx, id: string): Promise<CarePersonType | undefined> => this.reading.person(tx, id);
}
