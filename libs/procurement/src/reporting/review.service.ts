import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import { moveState, nextState, type Caller, type Tx } from '@huiji/platform';
import type { ReviewLevel } from './model/campaign.types';
import type { ReportAction, ReportState } from './model/report.types';
import { ReportAnnouncer } from './report-announcer.service';
import { CampaignRepository } from './persistence/campaign.repository';
import { ReportRepository } from './persistence/report.repository';
import type { VolumeReportEntity } from './persistence/reporting.entities';
import { reportTransitions } from './rules/report-states';

type Open = { readonly report: VolumeReportEntity; readonly level: number; readonly last: boolean };

/** Review of volume reports, level by level: every level must pass, a no at any level stops the chain (A6, PD-17). */
@Injectable()
export class ReviewService {
  constructor(
    private readonly rows: ReportRepository,
    private readonly campaigns: CampaignRepository,
    private readonly announcer: ReportAnnouncer,
  ) {}

  /**
   * Passes the level that is open; the last level accepts the report, and its edition becomes the base.
   * Refusals: NOT_FOUND, WRONG_STATE, NOT_YOUR_LEVEL, REVIEWED_BEFORE (this person decided on this edition).
   */
  async accept(tx: Tx, caller: Caller, reportId: string): Promise<Result<string>> {
    const open = await this.open(tx, caller, reportId);
    if (!open.ok) return open;
    const { report, level, last } = open.value;
    if (!(await this.rows.insertReview(tx, report, level, 'pass', null))) return refuse('rule', 'REVIEWED_BEFORE');
    await this.rows.setPassedLevels(tx, report.id, level);
    const kind = last ? 'ReportAccepted' : 'ReportPassed';
    const moved = await this.move(tx, report, last ? 'accept' : 'pass', kind, null, level);
    if (!moved.ok) return moved;
    if (last) await this.announcer.accepted(tx, report);
    else await this.announcer.waitsForLevel(tx, report, level + 1);
    return moved;
  }

  /** Sends the report back with a reason. Refusals as for accept, and BAD_INPUT without a reason. */
  async return(
    tx: Tx,
    caller: Caller,
    input: { readonly reportId: string; readonly reason: string },
  ): Promise<Result<string>> {
    const reason = input.reason.trim();
    if (reason === '' || reason.length > 500)
      return badInput([{ field: 'reason', code: 'TEXT_LENGTH', facts: { max: '500' } }]);
    const open = await this.open(tx, caller, input.reportId);
    if (!open.ok) return open;
    const { report, level } = open.value;
    if (!(await this.rows.insertReview(tx, report, level, 'return', reason))) return refuse('rule', 'REVIEWED_BEFORE');
    const moved = await this.move(tx, report, 'return', 'ReportReturned', reason, level);
    if (moved.ok) await this.announcer.returned(tx, report, reason);
    return moved;
  }

  private async open(tx: Tx, caller: Caller, reportId: string): Promise<Result<Open>> {
    const report = await this.rows.lock(tx, reportId);
    if (report === null) return notFound('volume-report');
    const allowed = nextState<ReportState, ReportAction>(reportTransitions, report.state, 'pass');
    if (!allowed.ok) return allowed;
    const levels: readonly ReviewLevel[] = await this.campaigns.levels(tx, report.campaignId);
    const level = levels[report.passedLevels];
    if (level === undefined || !level.roles.includes(caller.role))
      return refuse('rule', 'NOT_YOUR_LEVEL', { level: level?.name ?? '', roles: (level?.roles ?? []).join(', ') });
    return ok({ report, level: report.passedLevels + 1, last: report.passedLevels + 1 === levels.length });
  }

  private async move(
    tx: Tx,
    report: VolumeReportEntity,
    action: 'accept' | 'pass' | 'return',
    kind: string,
    reason: string | null,
    level: number,
  ): Promise<Result<string>> {
    const to = nextState<ReportState, ReportAction>(reportTransitions, report.state, action);
    if (!to.ok) return to;
    const moved = await moveState(tx, {
      table: 'procurement.volume_report',
      subjectType: 'volume-report',
      subjectId: report.id,
      from: report.state,
      to: to.value,
      kind,
      reason,
      payload: { level, edition: report.edition },
    });
    return moved.ok ? ok(report.id) : moved;
  }
}
