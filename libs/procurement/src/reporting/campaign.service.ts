import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type FieldIssue, type PlainDate, type Result } from '@huiji/kernel';
import { moveState, nextState, recordAction, roles, type Tx } from '@huiji/platform';
import { RoundRepository } from '../rounds/persistence/round.repository';
import type { NewCampaign, UseLine } from './model/campaign.types';
import type { CampaignAction } from './model/report.types';
import { CampaignRepository } from './persistence/campaign.repository';
import { campaignTransitions } from './rules/report-states';

const MAX_LEVELS = 8;

const campaignIssues = (campaign: NewCampaign): readonly FieldIssue[] => [
  ...(campaign.name.trim() === '' || campaign.name.length > 100
    ? [{ field: 'name', code: 'TEXT_LENGTH', facts: { max: '100' } }]
    : []),
  ...(campaign.closesOn < campaign.opensOn ? [{ field: 'closesOn', code: 'ENDS_BEFORE_IT_BEGINS' }] : []),
  ...(campaign.floorBp >= 0 && campaign.floorBp <= 10_000
    ? []
    : [{ field: 'floor', code: 'NOT_IN_RANGE', facts: { text: `${campaign.floorBp}`, min: '0', max: '10000' } }]),
  ...(campaign.levels.length >= 1 && campaign.levels.length <= MAX_LEVELS
    ? []
    : [{ field: 'levels', code: 'LINE_COUNT', facts: { max: `${MAX_LEVELS}` } }]),
  ...campaign.levels.flatMap(({ name }, index) =>
    name.trim() === '' || name.length > 40
      ? [{ field: 'levels.name', row: index + 1, code: 'TEXT_LENGTH', facts: { max: '40' } }]
      : [],
  ),
  ...campaign.levels.flatMap((level, index) =>
    level.roles.length > 0 &&
    level.roles.every((role) => roles.some((known) => known === role && known.startsWith('agency-')))
      ? []
      : [{ field: 'levels.roles', row: index + 1, code: 'NOT_A_REVIEW_ROLE' }],
  ),
];

/** Reporting campaigns (报量): who is invited, from when to when, who reviews. */
@Injectable()
export class CampaignService {
  constructor(
    private readonly rows: CampaignRepository,
    private readonly rounds: RoundRepository,
  ) {}

  /**
   * Plans the campaign of an agreement period. Refusals: BAD_INPUT, NOT_FOUND (period, or a hospital that does not act
   * in the area), NO_AWARDS when the period has nothing to report for, CAMPAIGN_EXISTS.
   */
  async plan(tx: Tx, campaign: NewCampaign): Promise<Result<string>> {
    const issues = campaignIssues(campaign);
    if (issues.length > 0) return badInput(issues);
    if ((await this.rounds.period(tx, campaign.periodId)) === null) return notFound('agreement-period');
    if ((await this.rounds.awardsOf(tx, campaign.periodId)).length === 0) return refuse('rule', 'NO_AWARDS');
    const id = await this.rows.insert(tx, campaign);
    if (id === undefined) return refuse('conflict', 'CAMPAIGN_EXISTS');
    await this.rows.insertLevels(tx, id, campaign.levels);
    const wanted = new Set(campaign.hospitalIds).size;
    const invited = await this.rows.invite(tx, id, campaign.hospitalIds);
    if (wanted > 0 && invited !== wanted) return notFound('hospital');
    if (invited === 0) return refuse('rule', 'NO_HOSPITALS');
    await recordAction(tx, {
      subjectType: 'reporting-campaign',
      subjectId: id,
      kind: 'CampaignPlanned',
      to: 'planned',
      payload: { invited },
    });
    return ok(id);
  }

  /** Opens a planned campaign and makes an empty report for every invited hospital. Refusals: NOT_FOUND, WRONG_STATE. */
  async open(tx: Tx, id: string): Promise<Result<string>> {
    const moved = await this.move(tx, id, 'open', 'CampaignOpened');
    if (moved.ok) await this.rows.makeReports(tx, id);
    return moved;
  }

  /** Closes an open campaign; what was submitted may still be reviewed. Refusals: NOT_FOUND, WRONG_STATE. */
  close(tx: Tx, id: string): Promise<Result<string>> {
    return this.move(tx, id, 'close', 'CampaignClosed');
  }

  /** Lets one hospital report again until a day (A3). Refusals: NOT_FOUND, DATE_HAS_PASSED. */
  async reopen(
    tx: Tx,
    input: {
      readonly campaignId: string;
      readonly hospitalId: string;
      readonly until: PlainDate;
      readonly reason: string;
    },
  ): Promise<Result<string>> {
    if (input.reason.trim() === '' || input.reason.length > 500)
      return badInput([{ field: 'reason', code: 'TEXT_LENGTH', facts: { max: '500' } }]);
    if (input.until < tx.businessDate)
      return badInput([{ field: 'until', code: 'DATE_HAS_PASSED', facts: { today: tx.businessDate } }]);
    if (!(await this.rows.reopen(tx, input.campaignId, input.hospitalId, input.until)))
      return notFound('campaign-hospital');
    await recordAction(tx, {
      subjectType: 'reporting-campaign',
      subjectId: input.campaignId,
      kind: 'CampaignReopenedForHospital',
      reason: input.reason,
      payload: { hospitalId: input.hospitalId, until: input.until },
    });
    return ok(input.campaignId);
  }

  /** Records what hospitals used in earlier years; a year that is recorded stays. Answers how many were new. */
  async recordUse(tx: Tx, lines: readonly UseLine[]): Promise<Result<number>> {
    const bad = lines.findIndex(({ quantity, year }) => quantity < 0n || year < 1990 || year > 2199);
    if (bad >= 0) return badInput([{ field: 'quantity', row: bad + 1, code: 'NOT_A_QUANTITY', facts: { text: '' } }]);
    return ok(lines.length === 0 ? 0 : await this.rows.insertUse(tx, lines));
  }

  private async move(tx: Tx, id: string, action: CampaignAction, kind: string): Promise<Result<string>> {
    const campaign = await this.rows.campaign(tx, id);
    if (campaign === null) return notFound('reporting-campaign');
    const to = nextState(campaignTransitions, campaign.state, action);
    if (!to.ok) return to;
    const moved = await moveState(tx, {
      table: 'procurement.reporting_campaign',
      subjectType: 'reporting-campaign',
      subjectId: id,
      from: campaign.state,
      to: to.value,
      kind,
    });
    return moved.ok ? ok(id) : moved;
  }
}
