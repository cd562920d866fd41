import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal } from '@huiji/kernel';
import { CurrentCaller, Database, PageArgs, Requests, type Caller, type Connection } from '@huiji/platform';
import { CampaignService } from '../campaign.service';
import { oneAgencyLevel, type NewCampaign } from '../model/campaign.types';
import { ReportReader } from '../report.reader';
import type { CampaignView } from '../report.views';
import { CampaignInput, CampaignPlanInput, CampaignReopenInput } from './report.inputs';
import { CampaignCloseResult, CampaignOpenResult, CampaignPlanResult, CampaignReopenResult } from './report.results';
import { CampaignConnection } from './report.types';

const input = { description: 'What is asked (请求内容).' };
const planOf = (wanted: CampaignPlanInput): NewCampaign => ({
  ...wanted,
  floorBp: Number(wanted.floor),
  levels: wanted.levels.length === 0 ? oneAgencyLevel : wanted.levels,
});

@Resolver()
export class CampaignResolver {
  constructor(
    private readonly database: Database,
    private readonly requests: Requests,
    private readonly campaigns: CampaignService,
    private readonly reader: ReportReader,
  ) {}

  @Query(() => CampaignConnection, { description: 'Reporting campaigns of the area (报量任务), by first day.' })
  reportingCampaigns(@CurrentCaller() caller: Caller, @Args() page: PageArgs): Promise<Connection<CampaignView>> {
    return this.database.read(caller.scope, (tx) => this.reader.campaignPage(tx, page));
  }

  @Mutation(() => CampaignPlanResult, {
    description: 'Plans the campaign of a period and invites hospitals (新建报量任务).',
  })
  reportingCampaignPlan(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: CampaignPlanInput,
  ): Promise<CampaignView | Refusal> {
    return this.requests.perform(
      caller,
      'reportingCampaignPlan',
      wanted,
      (tx) => this.campaigns.plan(tx, planOf(wanted)),
      (tx, id) => this.reader.campaign(tx, id),
    );
  }

  @Mutation(() => CampaignOpenResult, { description: 'Opens a campaign (开始报量).' })
  reportingCampaignOpen(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: CampaignInput,
  ): Promise<CampaignView | Refusal> {
    return this.requests.perform(
      caller,
      'reportingCampaignOpen',
      wanted,
      (tx) => this.campaigns.open(tx, wanted.campaignId),
      (tx, id) => this.reader.campaign(tx, id),
    );
  }

  @Mutation(() => CampaignCloseResult, { description: 'Closes a campaign (结束报量).' })
  reportingCampaignClose(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: CampaignInput,
  ): Promise<CampaignView | Refusal> {
    return this.requests.perform(
      caller,
      'reportingCampaignClose',
      wanted,
      (tx) => this.campaigns.close(tx, wanted.campaignId),
      (tx, id) => this.reader.campaign(tx, id),
    );
  }

  @Mutation(() => CampaignReopenResult, { description: 'Lets one hospital report again until a day (补报).' })
  reportingCampaignReopen(
    @CurrentCaller() caller: Caller,
    @Args('input', input) wanted: CampaignReopenInput,
  ): Promise<CampaignView | Refusal> {
    return this.requests.perform(
      caller,
      'reportingCampaignReopen',
      wanted,
      (tx) => this.campaigns.reopen(tx, wanted),
      (tx, id) => this.reader.campaign(tx, id),
    );
  }
}
