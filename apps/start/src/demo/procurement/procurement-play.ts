import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addDays, type PlainDate } from '@huiji/kernel';
import { type Files } from '@huiji/platform';
import {
  type AwardService,
  type CampaignService,
  type ContractService,
  type PurchaseService,
  type ReportService,
  type ReviewService,
  type RoundService,
  type VolumeService,
} from '@huiji/procurement';
import { awardSupplements } from '../data/award-supplements';
import type { AgencyPlayers } from '../people';
import type { Player, Stage } from '../stage';

export interface ProcurementServices {
  readonly files: Files;
  readonly rounds: RoundService;
  readonly awards: AwardService;
  readonly campaigns: CampaignService;
  readonly reports: ReportService;
  readonly reviews: ReviewService;
  readonly volumes: VolumeService;
  readonly contracts: ContractService;
  readonly purchases: PurchaseService;
}

/** A distributor and the share of the makers it delivers for, by their order. */
export interface Distributor {
  readonly player: Player;
  readonly nameZh: string;
}

/** One line of need: the variety by its Chinese generic name, and smallest units a year. */
export interface NeedLine {
  readonly variety: string;
  readonly quantity: bigint;
}

interface ReportRow {
  readonly id: string;
  readonly hospital_id: string;
}

/** The award table of round 4+7 that ships with the product. */
export const awardFile = (): Buffer =>
  readFileSync(join(dirname(require.resolve('@huiji/procurement')), 'data', 'awards-4-plus-7.csv'));

/** Volume-based procurement of a demonstration: from the award table to contracts in force. */
export class ProcurementPlay {
  constructor(
    private readonly stage: Stage,
    private readonly services: ProcurementServices,
    private readonly agency: AgencyPlayers,
  ) {}

  /** The ratio table: one, two, three, four and more winners. Its figures are not confirmed; they are said to be defaults. */
  ratioTable(validFrom: PlainDate): Promise<string> {
    return this.stage.as(this.agency.clerk, (tx) =>
      this.services.rounds.setRatioTable(tx, {
        name: '约定采购比例（演示默认值）',
        validFrom,
        validTo: null,
        ordinaryBp: [5000, 6000, 7000, 8000],
        antibioticBp: [4000, 5000, 6000, 7000],
        legalBasis: '公开文件所见四档；具体比例未经官方文本核对（演示默认值）',
      }),
    );
  }

  round(code: string, nameZh: string, nameEn: string, announcedOn: PlainDate, sourceNote: string): Promise<string> {
    return this.stage.as(this.agency.clerk, (tx) =>
      this.services.rounds.open(tx, { code, nameZh, nameEn, kind: 'national', announcedOn, sourceNote }),
    );
  }

  /** An agreement period with the awards of the table. Answers the period. */
  async period(
    roundId: string,
    executionDate: PlainDate,
    years: number,
    supplyAreaNote: string | null,
  ): Promise<string> {
    const { clerk } = this.agency;
    const periodId = await this.stage.as(clerk, (tx) =>
      this.services.rounds.planPeriod(tx, { roundId, executionDate, years }),
    );
    const fileId = await this.stage.as(clerk, (tx) =>
      this.services.files.save(tx, {
        organisationId: clerk.organisationId,
        name: 'awards-4-plus-7.csv',
        mediaType: 'text/csv',
        content: awardFile(),
      }),
    );
    const supplements = awardSupplements;
    await this.stage.call(clerk, (tx, caller) =>
      this.services.awards.import(tx, caller, { periodId, fileId, supplements, supplyAreaNote }),
    );
    return periodId;
  }

  /** Opens a campaign for these hospitals on the business date. Answers the campaign. */
  async campaign(periodId: string, name: string, hospitals: readonly Player[], days: number): Promise<string> {
    const opensOn = this.stage.today;
    const id = await this.stage.as(this.agency.clerk, (tx) =>
      this.services.campaigns.plan(tx, {
        periodId,
        name,
        opensOn,
        closesOn: addDays(opensOn, days),
        floorBp: 8000,
        levels: [
          { name: '初审', roles: ['agency-first-review'] },
          { name: '复核', roles: ['agency-recheck'] },
        ],
        hospitalIds: hospitals.map((hospital) => hospital.organisationId),
      }),
    );
    await this.stage.as(this.agency.clerk, (tx) => this.services.campaigns.open(tx, id));
    return id;
  }

  /** The report of a hospital in a campaign. */
  async reportOf(campaignId: string, hospital: Player): Promise<string> {
    const rows = await this.stage.read((tx) =>
      tx.query<ReportRow>(
        'SELECT id, hospital_id FROM procurement.volume_report WHERE area = $1 AND campaign_id = $2 AND hospital_id = $3',
        [tx.area, campaignId, hospital.organisationId],
      ),
    );
    const [row] = rows;
    if (!row) throw new Error(`${hospital.loginName} was not invited`);
    return row.id;
  }

  /** Enters the need of a hospital and submits it. */
  async report(campaignId: string, hospital: Player, need: readonly NeedLine[]): Promise<string> {
    const reportId = await this.reportOf(campaignId, hospital);
    const lines = need.map(({ variety, quantity }) => ({
      variety,
      product: '',
      quantity: quantity.toString(),
      reason: '',
    }));
    await this.stage.call(hospital, (tx, caller) => this.services.reports.enter(tx, caller, { reportId, lines }));
    await this.stage.call(hospital, (tx, caller) => this.services.reports.submit(tx, caller, reportId));
    return reportId;
  }

  /** Two levels accept. */
  async accept(reportId: string): Promise<void> {
    for (const reviewer of [this.agency.first, this.agency.recheck])
      await this.stage.call(reviewer, (tx, caller) => this.services.reviews.accept(tx, caller, reportId));
  }

  /** Closes the campaign, computes agreed volumes, makes, signs and activates every contract. */
  async contract(
    periodId: string,
    campaignId: string,
    hospitals: readonly Player[],
    distributors: readonly Distributor[],
  ): Promise<void> {
    const { clerk } = this.agency;
    await this.stage.as(clerk, (tx) => this.services.campaigns.close(tx, campaignId));
    await this.stage.as(clerk, (tx) => this.services.volumes.compute(tx, periodId));
    const deliverers = await this.deliverers(periodId, distributors);
    await this.stage.as(clerk, (tx) => this.services.contracts.make(tx, { periodId, distributors: deliverers }));
    for (const player of [...hospitals, ...distributors.map((each) => each.player)])
      await this.stage.call(player, (tx, caller) => this.services.contracts.sign(tx, caller, periodId));
    const note = '中选企业纸质签章，存档于经办中心（演示）';
    await this.stage.as(clerk, (tx) => this.services.contracts.signOnPaper(tx, { periodId, note }));
    await this.stage.as(clerk, (tx) => this.services.contracts.activate(tx, periodId));
  }

  /** Sends a report back with a reason. */
  async giveBack(reportId: string, reason: string): Promise<void> {
    await this.stage.call(this.agency.first, (tx, caller) =>
      this.services.reviews.return(tx, caller, { reportId, reason }),
    );
  }

  /** Purchases of a hospital outside the selected products, by its own file. */
  async buyOutside(hospital: Player, csv: string): Promise<void> {
    const { organisationId } = hospital;
    const file = { organisationId, name: '非中选采购.csv', mediaType: 'text/csv', content: Buffer.from(csv) };
    const fileId = await this.stage.as(hospital, (tx) => this.services.files.save(tx, file));
    await this.stage.call(hospital, (tx, caller) => this.services.purchases.import(tx, caller, fileId));
  }

  /** Records what a hospital used in a calendar year, from a list of needs. */
  async recordUse(hospital: Player, need: readonly NeedLine[], year: number): Promise<void> {
    const rows = await this.stage.read((tx) =>
      tx.query<{ id: string; name: string }>('SELECT id, generic_name_zh AS name FROM catalog.variety'),
    );
    const ids = new Map(rows.map(({ id, name }) => [name, id]));
    const lines = need.map(({ variety, quantity }) => ({
      hospitalId: hospital.organisationId,
      varietyId: ids.get(variety) ?? '',
      year,
      quantity,
      sourceNote: '演示：按上年约定采购量推定',
    }));
    await this.stage.as(this.agency.clerk, (tx) => this.services.campaigns.recordUse(tx, lines));
  }

  /** Chinese generic names of the table's varieties by product code. */
  async varietyNames(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.stage.read((tx) =>
      tx.query<{ code: string; name: string }>(
        `SELECT p.code, v.generic_name_zh AS name FROM catalog.product p JOIN catalog.variety v ON v.id = p.variety_id`,
      ),
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  }

  /** Who delivers a product, by product code. */
  async suppliersByCode(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.stage.read((tx) =>
      tx.query<{ code: string; supplier_id: string }>(
        `SELECT DISTINCT p.code, s.supplier_id FROM procurement.sub_contract s
         JOIN procurement.main_contract m ON m.area = s.area AND m.id = s.main_contract_id
         JOIN catalog.product p ON p.id = m.product_id
         WHERE s.area = $1 AND s.state = 'in-force'`,
        [tx.area],
      ),
    );
    return new Map(rows.map(({ code, supplier_id }) => [code, supplier_id]));
  }

  /** Makers in the order of their award rows, dealt out to the distributors. */
  private async deliverers(
    periodId: string,
    distributors: readonly Distributor[],
  ): Promise<readonly { manufacturerId: string; supplierId: string }[]> {
    const rows = await this.stage.read((tx) =>
      tx.query<{ manufacturer_id: string }>(
        `SELECT manufacturer_id FROM procurement.award WHERE area = $1 AND period_id = $2
         GROUP BY manufacturer_id ORDER BY min(source_row)`,
        [tx.area, periodId],
      ),
    );
    return rows.map(({ manufacturer_id }, index) => ({
      manufacturerId: manufacturer_id,
      supplierId: distributors[index % distributors.length]?.player.organisationId ?? '',
    }));
  }
}
