import { Injectable } from '@nestjs/common';
import { basisPoints, notFound, ok, quantity, refuse, type Result } from '@huiji/kernel';
import { CatalogService, organisationCode } from '@huiji/catalog';
import { moveState, nextState, type Tx } from '@huiji/platform';
import { CampaignRepository } from '../reporting/persistence/campaign.repository';
import { ReportRepository } from '../reporting/persistence/report.repository';
import { baseVolume, type NeedCell } from '../reporting/rules/accepted-need';
import type { PeriodAction, PeriodState, RatioTable } from '../rounds/model/round.types';
import type { AgreementPeriodEntity, AwardEntity } from '../rounds/persistence/round.entities';
import { RoundRepository } from '../rounds/persistence/round.repository';
import { periodTransitions } from '../rounds/rules/period-states';
import { ratioFor, ratioTableOn } from '../rounds/rules/ratio-table';
import { VolumeRepository, type StoredVariety } from './persistence/volume.repository';
import { agreedVolumes, type Need, type Winner } from './rules/agreed-volumes';

/** Computes base and agreed volumes of a period from what was accepted (A7, A9). */
@Injectable()
export class VolumeService {
  constructor(
    private readonly rounds: RoundRepository,
    private readonly campaigns: CampaignRepository,
    private readonly reports: ReportRepository,
    private readonly volumes: VolumeRepository,
    private readonly catalog: CatalogService,
  ) {}

  /**
   * Computes once, under a lock on the period, with the ratio table in force on its first day; answers the period's id.
   * Refusals: NOT_FOUND, WRONG_STATE, CAMPAIGN_NOT_CLOSED, REPORTS_WAITING (submitted or being read),
   * NO_RATIO_TABLE, NO_WINNER_WITH_VOLUME.
   */
  async compute(tx: Tx, periodId: string): Promise<Result<string>> {
    const period = await this.rounds.lockPeriod(tx, periodId);
    if (period === null) return notFound('agreement-period');
    const to = nextState<PeriodState, PeriodAction>(periodTransitions, period.state, 'compute');
    if (!to.ok) return to;
    const needs = await this.acceptedNeeds(tx, periodId);
    if (!needs.ok) return needs;
    const table = ratioTableOn(await this.rounds.ratioTables(tx), period.startsOn);
    if (table === undefined) return refuse('rule', 'NO_RATIO_TABLE', { startsOn: period.startsOn });
    const varieties = await this.varieties(tx, period, table, needs.value);
    if (!varieties.ok) return varieties;
    await this.store(tx, period, table, varieties.value);
    const moved = await moveState(tx, {
      table: 'procurement.agreement_period',
      subjectType: 'agreement-period',
      subjectId: period.id,
      from: period.state,
      to: to.value,
      kind: 'AgreedVolumesComputed',
      payload: { ratioTableId: table.id, varieties: varieties.value.length },
    });
    return moved.ok ? ok(period.id) : moved;
  }

  private async acceptedNeeds(tx: Tx, periodId: string): Promise<Result<readonly NeedCell[]>> {
    const campaign = await this.campaigns.campaignOfPeriod(tx, periodId);
    if (campaign?.state !== 'closed') return refuse('rule', 'CAMPAIGN_NOT_CLOSED');
    const states = await this.reports.countByState(tx, campaign.id);
    const waiting = (states.get('submitted') ?? 0) + (states.get('reading') ?? 0);
    if (waiting > 0) return refuse('rule', 'REPORTS_WAITING', { count: `${waiting}` });
    const lines = await this.reports.acceptedLines(tx, campaign.id);
    return ok(
      baseVolume(
        lines.map((line) => ({
          hospitalId: line.hospital_id,
          lines: [{ varietyId: line.variety_id, productId: line.product_id, quantity: quantity(line.quantity) }],
        })),
      ),
    );
  }

  private async varieties(
    tx: Tx,
    period: AgreementPeriodEntity,
    table: RatioTable,
    needs: readonly NeedCell[],
  ): Promise<Result<readonly StoredVariety[]>> {
    const awards = await this.rounds.awardsOf(tx, period.id);
    const details = await this.catalog.varietiesById(
      tx,
      awards.map(({ varietyId }) => varietyId),
    );
    const codes = await this.codes(tx, awards, needs);
    const computed: StoredVariety[] = [];
    for (const [varietyId, own] of groupBy(awards, ({ varietyId: id }) => id)) {
      const winnerCount = own[0]?.winnerCount ?? 1;
      const ratioBp = ratioFor(table, winnerCount, details.get(varietyId)?.antibiotic ?? false);
      const volumes = agreedVolumes({
        varietyId,
        ratioBp,
        winners: own.map((award): Winner => ({
          awardId: award.id,
          productId: award.productId,
          code: codes.get(award.productId) ?? award.productId,
          role: award.role,
          shareBp: basisPoints(award.shareBp),
        })),
        needs: withZeroNeeds(needs, varietyId, codes),
      });
      if (!volumes.ok) return volumes;
      computed.push({ ...volumes.value, winnerCount, ratioBp });
    }
    return ok(computed);
  }

  /** Product codes and organisation codes by id: what breaks ties. */
  private async codes(
    tx: Tx,
    awards: readonly AwardEntity[],
    needs: readonly NeedCell[],
  ): Promise<ReadonlyMap<string, string>> {
    const products = await this.catalog.productsById(
      tx,
      awards.map(({ productId }) => productId),
    );
    const hospitals = await this.catalog.organisationsById(
      tx,
      needs.map(({ hospitalId }) => hospitalId),
    );
    return new Map([
      ...[...products.values()].map(({ id, code }) => [id, code] as const),
      ...[...hospitals.values()].map((hospital) => [hospital.id, organisationCode(hospital)] as const),
    ]);
  }

  private async store(
    tx: Tx,
    period: AgreementPeriodEntity,
    table: RatioTable,
    varieties: readonly StoredVariety[],
  ): Promise<void> {
    const years = await this.rounds.yearsOf(tx, period.id);
    await this.volumes.insertVarieties(tx, period.id, varieties);
    await this.volumes.insertCells(
      tx,
      period.id,
      years.map(({ id }) => id),
      varieties,
    );
    await this.volumes.setRatioTable(tx, period.id, table.id);
  }
}

/**
 * The needs for one variety; a hospital with an accepted report that does not need it needs 0 of it, so that it has a
 * contract with agreed volume 0 and may order at the contract price all the same (domain §2.4, §2.7).
 */
const withZeroNeeds = (
  needs: readonly NeedCell[],
  varietyId: string,
  codes: ReadonlyMap<string, string>,
): readonly Need[] => {
  const own = needs.filter((need) => need.varietyId === varietyId);
  const asking = new Set(own.map(({ hospitalId }) => hospitalId));
  const others = [...new Set(needs.map(({ hospitalId }) => hospitalId))].filter(
    (hospitalId) => !asking.has(hospitalId),
  );
  return [...own, ...others.map((hospitalId) => ({ hospitalId, productId: null, quantity: 0n }))].map((need) => ({
    hospitalId: need.hospitalId,
    hospitalCode: codes.get(need.hospitalId) ?? need.hospitalId,
    productId: need.productId,
    quantity: need.quantity,
  }));
};

const groupBy = <Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
};
