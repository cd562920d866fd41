import { Injectable } from '@nestjs/common';
import { basisPoints } from '@huiji/kernel';
import { CatalogService, type Variety } from '@huiji/catalog';
import type { Tx } from '@huiji/platform';
import { RoundRepository } from '../rounds/persistence/round.repository';
import type { ReportableVariety } from './model/report.types';
import { CampaignRepository } from './persistence/campaign.repository';
import type { CampaignEntity } from './persistence/reporting.entities';
import { meanOfTwoYears } from './rules/report-floor';
import type { ReportFacts } from './rules/report-lines';

/** What a report is measured against: the varieties of the round, their products, and the hospital's earlier use. */
@Injectable()
export class ReportFactsService {
  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly rounds: RoundRepository,
    private readonly catalog: CatalogService,
  ) {}

  async factsFor(
    tx: Tx,
    campaign: CampaignEntity,
    hospitalId: string,
  ): Promise<ReportFacts & { readonly details: ReadonlyMap<string, Variety> }> {
    const awards = await this.rounds.awardsOf(tx, campaign.periodId);
    const ids = [...new Set(awards.map(({ varietyId }) => varietyId))];
    const details = await this.catalog.varietiesById(tx, ids);
    const products = await this.catalog.productsOfVarieties(tx, ids);
    const year = Number(campaign.opensOn.slice(0, 4));
    const use = await this.campaigns.useOf(tx, hospitalId, [year - 2, year - 1]);
    const usedIn = (varietyId: string, of: number): bigint | null =>
      use.find((row) => row.variety_id === varietyId && row.use_year === of)?.quantity ?? null;
    const varieties = ids.map((varietyId): ReportableVariety => ({
      varietyId,
      genericNameZh: details.get(varietyId)?.genericNameZh ?? '',
      previousMean: meanOfTwoYears(usedIn(varietyId, year - 2), usedIn(varietyId, year - 1)),
      products: products
        .filter((product) => product.varietyId === varietyId)
        .map(({ id, code }) => ({ productId: id, code })),
    }));
    return { varieties, floorBp: basisPoints(campaign.floorBp), details };
  }
}
