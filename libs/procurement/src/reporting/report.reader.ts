import { Injectable } from '@nestjs/common';
import { present } from '@huiji/kernel';
import { CatalogService } from '@huiji/catalog';
import { Keyset, type Caller, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import { reportStates, type ReportState } from './model/report.types';
import { CampaignRepository } from './persistence/campaign.repository';
import { ReportListRepository, type ReportListRow } from './persistence/report-list.repository';
import { ReportRepository } from './persistence/report.repository';
import type { CampaignEntity } from './persistence/reporting.entities';
import type { CampaignView, ReportFaultView, ReportLineView, ReportView } from './report.views';
import { mayReport } from './rules/campaign-window';

const byHospital = new Keyset<ReportListRow>('volume-reports-by-hospital', [
  { sql: 'o.name_zh', type: 'text', of: (row) => row.hospitalName },
  { sql: 'r.id', type: 'uuid', of: (row) => row.id },
]);
const byOpening = new Keyset<CampaignEntity>('campaigns-by-opening', [
  { sql: 'opens_on', type: 'date', of: (row) => row.opensOn },
  { sql: 'id', type: 'uuid', of: (row) => row.id },
]);

const FAULTS_SHOWN = 1000;

/** Reads campaigns and volume reports for people: a hospital its own, the agency all of the area. */
@Injectable()
export class ReportReader {
  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly reports: ReportRepository,
    private readonly lists: ReportListRepository,
    private readonly catalog: CatalogService,
  ) {}

  async campaign(tx: Tx, id: string): Promise<CampaignView | undefined> {
    const campaign = await this.campaigns.campaign(tx, id);
    return campaign === null ? undefined : this.campaignView(tx, campaign);
  }

  async campaignPage(tx: Tx, page: PageRequest): Promise<Connection<CampaignView>> {
    const rows = await this.campaigns.slice(tx, byOpening.slice(page, 2));
    const views = new Map<string, CampaignView>();
    for (const row of rows) views.set(row.id, await this.campaignView(tx, row));
    return byOpening.connection(page, rows, (row) => present(views.get(row.id), 'the view of a campaign'));
  }

  async report(tx: Tx, caller: Caller, reportId: string): Promise<ReportView | undefined> {
    const page = await this.reportPage(tx, caller, { campaignId: null, state: null, reportId }, { first: 1 });
    return page.edges[0]?.node;
  }

  async reportPage(
    tx: Tx,
    caller: Caller,
    filter: {
      readonly campaignId: string | null;
      readonly state: ReportState | null;
      readonly reportId?: string | null;
    },
    page: PageRequest,
  ): Promise<Connection<ReportView>> {
    const hospitalId = caller.role === 'hospital' ? caller.organisationId : null;
    const slice = byHospital.slice(page, 6);
    const rows = await this.lists.list(tx, { ...filter, reportId: filter.reportId ?? null, hospitalId }, slice);
    const hospitals = await this.catalog.organisationsById(
      tx,
      rows.map((row) => row.hospitalId),
    );
    const campaigns = new Map<string, CampaignView>();
    for (const id of new Set(rows.map((row) => row.campaignId)))
      campaigns.set(id, present(await this.campaign(tx, id), 'the campaign of a report'));
    return byHospital.connection(page, rows, (row): ReportView => {
      const campaign = present(campaigns.get(row.campaignId), 'the campaign of a report');
      return {
        ...row,
        campaign,
        hospital: present(hospitals.get(row.hospitalId), 'the hospital of a report'),
        waitingFor: row.state === 'submitted' ? (campaign.levels[row.passedLevels] ?? null) : null,
        writable: mayReport(campaign, row.reopenedUntil, tx.businessDate).ok,
      };
    });
  }

  /** Lines of the latest edition. The report was read for the caller before. */
  async lines(tx: Tx, report: Pick<ReportView, 'id' | 'edition'>): Promise<readonly ReportLineView[]> {
    const lines = await this.reports.lines(tx, report.id, report.edition);
    const varieties = await this.catalog.varietiesById(
      tx,
      lines.map(({ varietyId }) => varietyId),
    );
    const products = await this.catalog.productsById(
      tx,
      lines.flatMap(({ productId }) => productId ?? []),
    );
    return lines.map((line) => ({
      row: line.rowNumber,
      variety: present(varieties.get(line.varietyId), 'the variety of a line'),
      product: line.productId === null ? null : (products.get(line.productId) ?? null),
      quantity: line.quantity,
      reason: line.reason,
    }));
  }

  /** Faults of the latest edition, the first thousand by row. */
  async faults(tx: Tx, report: Pick<ReportView, 'id' | 'edition'>): Promise<readonly ReportFaultView[]> {
    const faults = await this.reports.faults(tx, report.id, report.edition, FAULTS_SHOWN);
    return faults.map(({ rowNumber, field, code, facts }) => ({
      field,
      code,
      facts,
      ...(rowNumber === null ? {} : { row: rowNumber }),
    }));
  }

  private async campaignView(tx: Tx, campaign: CampaignEntity): Promise<CampaignView> {
    const counts = await this.reports.countByState(tx, campaign.id);
    return {
      ...campaign,
      floor: BigInt(campaign.floorBp),
      levels: await this.campaigns.levels(tx, campaign.id),
      counts: reportStates.flatMap((state) => (counts.has(state) ? [{ state, reports: counts.get(state) ?? 0 }] : [])),
    };
  }
}
