import { Injectable } from '@nestjs/common';
import { WaitingService, type WaitsFor, type WaitingTask } from '@huiji/approval';
import { CalendarService } from '@huiji/calendar';
import { CatalogService } from '@huiji/catalog';
import { NoticeService } from '@huiji/notification';
import type { Tx } from '@huiji/platform';
import type { ReviewLevel } from './model/campaign.types';
import { CampaignRepository } from './persistence/campaign.repository';
import type { VolumeReportEntity } from './persistence/reporting.entities';

const SUBJECT = 'volume-report';
/** Working days a level of review takes, and those a hospital has to mend; a convention of the product. */
const REVIEW_DAYS = 3;

type Report = Pick<VolumeReportEntity, 'id' | 'hospitalId' | 'campaignId' | 'edition'>;

/** Puts volume reports into the inboxes of those they wait for, and tells hospitals what became of them. */
@Injectable()
export class ReportAnnouncer {
  constructor(
    private readonly waiting: WaitingService,
    private readonly notices: NoticeService,
    private readonly calendar: CalendarService,
    private readonly catalog: CatalogService,
    private readonly campaigns: CampaignRepository,
  ) {}

  /** Waits for a review level, the first being 1; for nobody when there is none. */
  async waitsForLevel(tx: Tx, report: Report, level: number): Promise<void> {
    const levels: readonly ReviewLevel[] = await this.campaigns.levels(tx, report.campaignId);
    const roles = levels[level - 1]?.roles ?? [];
    await this.put(
      tx,
      report,
      roles.map((role) => ({ role })),
      'review',
    );
  }

  /** Nobody is waited for any more. */
  async rests(tx: Tx, report: Report): Promise<void> {
    await this.waiting.clear(tx, { subjectType: SUBJECT, subjectId: report.id });
  }

  async accepted(tx: Tx, report: Report): Promise<void> {
    await this.rests(tx, report);
    await this.tell(tx, report, 'report-accepted', {});
  }

  /** The hospital is to mend it, and reads why. */
  async returned(tx: Tx, report: Report, reason: string): Promise<void> {
    await this.put(tx, report, [{ organisationId: report.hospitalId, role: 'hospital' }], 'mend');
    await this.tell(tx, report, 'report-returned', { reason });
  }

  private async put(tx: Tx, report: Report, whom: readonly WaitsFor[], task: WaitingTask): Promise<void> {
    await this.rests(tx, report);
    const dueOn = this.calendar.addWorkingDays(tx, tx.businessDate, REVIEW_DAYS).date;
    const label = await this.labelOf(tx, report);
    const item = { subjectType: SUBJECT, subjectId: report.id, label, task, dueOn };
    await this.waiting.put(
      tx,
      whom.map((one) => ({ ...item, for: one })),
    );
  }

  private async tell(
    tx: Tx,
    report: Report,
    kind: 'report-accepted' | 'report-returned',
    facts: Readonly<Record<string, string>>,
  ): Promise<void> {
    const label = await this.labelOf(tx, report);
    await this.notices.notify(tx, [
      {
        kind,
        subjectType: SUBJECT,
        subjectId: report.id,
        facts: { noun: SUBJECT, label, ...facts },
        dedupe: `${report.id}:${report.edition}`,
        to: { organisationId: report.hospitalId },
      },
    ]);
  }

  private async labelOf(tx: Tx, report: Report): Promise<string> {
    const hospital = (await this.catalog.organisationsById(tx, [report.hospitalId])).get(report.hospitalId);
    const campaign = await this.campaigns.campaign(tx, report.campaignId);
    return `${hospital?.nameZh ?? ''} ${campaign?.name ?? ''}`.trim().slice(0, 200) || report.id.slice(-6);
  }
}
