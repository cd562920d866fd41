import { Injectable } from '@nestjs/common';
import { fen, present } from '@huiji/kernel';
import { CatalogService } from '@huiji/catalog';
import { Keyset, type Connection, type PageRequest, type Tx } from '@huiji/platform';
import type { AgreementPeriodEntity, AwardEntity, RoundEntity } from './persistence/round.entities';
import { RoundRepository } from './persistence/round.repository';
import type { AwardView, PeriodView, RatioTableView, RoundView } from './round.views';

const byDay = new Keyset<RoundEntity>('rounds-by-day', [
  { sql: 'announced_on', type: 'date', of: (row) => row.announcedOn },
  { sql: 'id', type: 'uuid', of: (row) => row.id },
]);
const byRow = new Keyset<AwardEntity>('awards-by-row', [
  { sql: 'source_row', type: 'integer', of: (row) => row.sourceRow },
  { sql: 'id', type: 'uuid', of: (row) => row.id },
]);

/** Reads rounds, periods, awards and ratio tables for people. */
@Injectable()
export class RoundReader {
  constructor(
    private readonly rows: RoundRepository,
    private readonly catalog: CatalogService,
  ) {}

  async round(tx: Tx, id: string): Promise<RoundView | undefined> {
    const round = await this.rows.round(tx, id);
    return round === null ? undefined : this.view(tx, round);
  }

  async roundPage(tx: Tx, page: PageRequest): Promise<Connection<RoundView>> {
    const rows = await this.rows.roundSlice(tx, byDay.slice(page, 2));
    const views = new Map<string, RoundView>();
    for (const row of rows) views.set(row.id, await this.view(tx, row));
    return byDay.connection(page, rows, (row) => present(views.get(row.id), 'the view of a round'));
  }

  async period(tx: Tx, id: string): Promise<PeriodView | undefined> {
    const period = await this.rows.period(tx, id);
    return period === null ? undefined : this.periodView(tx, period);
  }

  async awardPage(tx: Tx, periodId: string, page: PageRequest): Promise<Connection<AwardView>> {
    const rows = await this.rows.awardSlice(tx, periodId, byRow.slice(page, 3));
    const varieties = await this.catalog.varietiesById(
      tx,
      rows.map(({ varietyId }) => varietyId),
    );
    const products = await this.catalog.productsById(
      tx,
      rows.map(({ productId }) => productId),
    );
    const makers = await this.catalog.organisationsById(
      tx,
      rows.map(({ manufacturerId }) => manufacturerId),
    );
    return byRow.connection(page, rows, (row) => ({
      ...row,
      variety: present(varieties.get(row.varietyId), 'the variety of an award'),
      product: present(products.get(row.productId), 'the product of an award'),
      manufacturer: present(makers.get(row.manufacturerId), 'the maker of an award'),
      share: BigInt(row.shareBp),
      price: { amount: fen(row.priceFen), units: row.pricePer },
      supplyAreas: row.supplyAreas.split('|'),
    }));
  }

  async ratioTables(tx: Tx): Promise<readonly RatioTableView[]> {
    return (await this.rows.ratioTables(tx)).map((table) => ({
      ...table,
      ordinary: table.ordinaryBp.map(BigInt),
      antibiotic: table.antibioticBp.map(BigInt),
    }));
  }

  async ratioTable(tx: Tx, id: string): Promise<RatioTableView | undefined> {
    return (await this.ratioTables(tx)).find((table) => table.id === id);
  }

  private async view(tx: Tx, round: RoundEntity): Promise<RoundView> {
    const periods: PeriodView[] = [];
    for (const period of await this.rows.periodsOf(tx, round.id)) periods.push(await this.periodView(tx, period));
    return { ...round, periods };
  }

  private async periodView(tx: Tx, period: AgreementPeriodEntity): Promise<PeriodView> {
    const sums = await this.rows.periodSums(tx, period.id);
    return {
      ...period,
      years: await this.rows.yearsOf(tx, period.id),
      awardCount: sums.awards,
      contractAmount: fen(sums.amountFen),
    };
  }
}
