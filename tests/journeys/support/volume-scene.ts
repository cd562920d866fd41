import { awards as awardTable, supplements } from './award-table';
import type { JourneyStage } from './journey-stage';
import { filled, ProcurementWay, type AwardView } from './procurement-way';

/** Hospitals and distributors of the scene: name and log-in. */
export const hospitals = [
  ['一院', 'hospital-1'],
  ['二院', 'hospital-2'],
  ['社区中心', 'hospital-3'],
] as const;

/** The third distributor delivers nothing. */
export const distributors = [
  ['配送一', 'supplier-1'],
  ['配送二', 'supplier-2'],
  ['配送三', 'supplier-3'],
] as const;

/** Why products of 4+7 stand in an area that was not among its eleven cities. */
export const SUPPLY_NOTE = '测试：扩围中选表未获得，以4+7代替';

/** What a hospital needs of the drug in a row of its template: odd figures, so that every rounding is met. */
export const needOf = (hospital: number, row: number): number => 1_003 + ((row * 7_919 + hospital * 104_729) % 60_013);

/** The area of the first thread: three hospitals report their need of 25 drugs, two distributors deliver them. */
export class VolumeScene {
  readonly way: ProcurementWay;
  periodId = '';
  campaignId = '';
  awards: readonly AwardView[] = [];
  /** Volume reports in the order of the hospitals. */
  reports: readonly string[] = [];

  constructor(readonly stage: JourneyStage) {
    this.way = new ProcurementWay(stage.area);
  }

  async cast(): Promise<void> {
    const { area } = this.stage;
    for (const [kind, names] of [
      ['hospital', hospitals],
      ['supplier', distributors],
    ] as const)
      for (const [name, login] of names) {
        await area.organisation(kind, name);
        await area.person(login, name, kind);
      }
  }

  /** A round with a year from 2020-01-01; answers the uploaded award table. */
  async round(): Promise<string> {
    await this.way.ratios('2018-12-01', [5000, 6000, 7000, 8000], [4000, 5000, 6000, 7000]);
    this.periodId = await this.way.period(await this.way.round('4+7', '4+7试点'), '2020-01-01');
    return this.stage.area.as('clerk').upload('awards.csv', awardTable(), 'text/csv');
  }

  async importAwards(fileId: string): Promise<void> {
    const { periodId } = this;
    const input = { periodId, fileId, supplements, supplyAreaNote: SUPPLY_NOTE };
    await this.stage.area.as('clerk').mutate('awardsImport', input);
    this.awards = await this.way.awards(periodId);
  }

  /** The window opens: every hospital is invited. */
  async campaign(): Promise<void> {
    this.campaignId = await this.way.campaign(this.periodId, '2019-10-28');
    const invited: string[] = [];
    for (const [, login] of hospitals) invited.push(await this.way.reportOf(login));
    this.reports = invited;
  }

  /** A hospital fills its own template, uploads it, waits for the reader, and submits. */
  async report(hospital: number): Promise<void> {
    const [, login = ''] = hospitals[hospital] ?? [];
    const reportId = this.reports[hospital] ?? '';
    const { edition } = await this.way.report(login, reportId);
    const template = await this.way.template(login, reportId);
    await this.way.upload(
      login,
      reportId,
      filled(template, (_, row) => needOf(hospital, row)),
    );
    await this.stage.backstage.until('the sheet is read', async () => {
      const read = await this.way.report(login, reportId);
      return read.edition > edition && read.state === 'DRAFT';
    });
    await this.way.submit(login, reportId);
  }

  /** Makers are dealt out to the first two distributors in the order of their awards. */
  deliverers(): readonly { manufacturerId: string; supplierId: string }[] {
    const makers = [...new Set(this.awards.map(({ manufacturer }) => manufacturer.id))];
    return makers.map((manufacturerId, at) => ({
      manufacturerId,
      supplierId: this.stage.area.idOf(distributors[at % 2]?.[0] ?? ''),
    }));
  }

  /** Products that a distributor delivers, in the order of their codes. */
  productsOf(supplier: string): readonly AwardView[] {
    const own = new Set(
      this.deliverers()
        .filter(({ supplierId }) => supplierId === this.stage.area.idOf(supplier))
        .map(({ manufacturerId }) => manufacturerId),
    );
    return this.awards
      .filter(({ manufacturer }) => own.has(manufacturer.id))
      .toSorted((a, b) => (a.product.code < b.product.code ? -1 : 1));
  }

  /** Everything from the round to contracts in force. */
  async play(): Promise<void> {
    await this.importAwards(await this.round());
    await this.campaign();
    for (const index of hospitals.keys()) await this.report(index);
    for (const reportId of this.reports) await this.way.accept(reportId);
    const signers = ['hospital-1', 'hospital-2', 'hospital-3', 'supplier-1', 'supplier-2'];
    await this.way.contract(this.periodId, this.campaignId, this.deliverers(), signers);
  }
}
