import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, Database, PageArgs, Requests, UuidScalar, type Caller, type Connection } from '@huiji/platform';
import { AwardService } from '../award.service';
import { RoundReader } from '../round.reader';
import { RoundService } from '../round.service';
import type { AwardView, PeriodView, RatioTableView, RoundView } from '../round.views';
import {
  AgreementPeriodPlanInput,
  AwardPageArgs,
  AwardsImportInputType,
  RatioTableEndInput,
  RatioTableSetInput,
  RoundOpenInput,
} from './round.inputs';
import {
  AgreementPeriodPlanResult,
  AwardsImportResult,
  RatioTableEndResult,
  RatioTableSetResult,
  RoundOpenResult,
} from './round.results';
import { AgreementPeriodType, AwardConnection, RatioTableType, RoundConnection } from './round.types';
import { awardsOf, ratioTableOf } from './round.translate';

const input = { description: 'What is asked (请求内容).' };

@Resolver()
export class RoundResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly rounds: RoundService,
    private readonly awardTables: AwardService,
    private readonly reader: RoundReader,
  ) {}

  @Query(() => RoundConnection, {
    name: 'rounds',
    description: 'Rounds of the area with their periods (批次), by day of announcement.',
  })
  roundList(@CurrentCaller() caller: Caller, @Args() page: PageArgs): Promise<Connection<RoundView>> {
    return this.database.read(caller.scope, (tx) => this.reader.roundPage(tx, page));
  }

  @Query(() => AgreementPeriodType, { nullable: true, description: 'One agreement period (协议期); null: not found.' })
  agreementPeriod(
    @CurrentCaller() caller: Caller,
    @Args('id', { type: () => UuidScalar, description: 'Id (编号).' }) id: string,
  ): Promise<PeriodView | undefined> {
    return this.database.read(caller.scope, (tx) => this.reader.period(tx, id));
  }

  @Query(() => AwardConnection, { description: 'Awards of a period (中选结果), in the order of the file.' })
  awards(@CurrentCaller() caller: Caller, @Args() page: AwardPageArgs): Promise<Connection<AwardView>> {
    return this.database.read(caller.scope, (tx) => this.reader.awardPage(tx, page.periodId, page));
  }

  @Query(() => [RatioTableType], { description: 'Every ratio table of the area (约定采购比例), by first day.' })
  ratioTables(@CurrentCaller() caller: Caller): Promise<readonly RatioTableView[]> {
    return this.database.read(caller.scope, (tx) => this.reader.ratioTables(tx));
  }

  @Mutation(() => RoundOpenResult, { description: 'Records a round (登记批次).' })
  roundOpen(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: RoundOpenInput,
  ): Promise<RoundView | Refusal> {
    return this.requests.perform(
      caller,
      'roundOpen',
      wanted,
      (tx) => this.rounds.open(tx, wanted),
      (tx, id) => this.reader.round(tx, id),
    );
  }

  @Mutation(() => AgreementPeriodPlanResult, {
    description: 'Plans the next agreement period of a round (新增协议期).',
  })
  agreementPeriodPlan(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: AgreementPeriodPlanInput,
  ): Promise<PeriodView | Refusal> {
    return this.requests.perform(
      caller,
      'agreementPeriodPlan',
      wanted,
      (tx) => this.rounds.planPeriod(tx, wanted),
      (tx, id) => this.reader.period(tx, id),
    );
  }

  @Mutation(() => RatioTableSetResult, {
    description: 'Puts a ratio table in force, confirmed by the caller (设置约定采购比例).',
  })
  ratioTableSet(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: RatioTableSetInput,
  ): Promise<RatioTableView | Refusal> {
    return this.requests.perform(
      caller,
      'ratioTableSet',
      wanted,
      (tx) => this.rounds.setRatioTable(tx, ratioTableOf(wanted)),
      (tx, id) => this.reader.ratioTable(tx, id),
    );
  }

  @Mutation(() => RatioTableEndResult, { description: 'Ends a ratio table (终止约定采购比例); computed volumes stay.' })
  ratioTableEnd(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: RatioTableEndInput,
  ): Promise<RatioTableView | Refusal> {
    const end = { id: wanted.ratioTableId, validTo: wanted.validTo };
    return this.requests.perform(
      caller,
      'ratioTableEnd',
      wanted,
      (tx) => this.rounds.endRatioTable(tx, end),
      (tx, id) => this.reader.ratioTable(tx, id),
    );
  }

  @Mutation(() => AwardsImportResult, {
    description: 'Imports the award table of a period, all or nothing (导入中选结果).',
  })
  awardsImport(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: AwardsImportInputType,
  ): Promise<PeriodView | Refusal> {
    return this.requests.perform(
      caller,
      'awardsImport',
      wanted,
      (tx) => this.awardTables.import(tx, caller, awardsOf(wanted)),
      (tx, id) => this.reader.period(tx, id),
    );
  }
}
