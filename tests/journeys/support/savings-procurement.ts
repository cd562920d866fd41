import { CatalogService, type OrganisationKind } from '@huiji/catalog';
import { areaCode, plainDate, type PlainDate, type Result } from '@huiji/kernel';
import { Database, Files, type Caller, type Role, type Tx } from '@huiji/platform';
import {
  AcceptanceService,
  AwardService,
  CampaignService,
  ContractService,
  OrderService,
  PurchaseService,
  ReportService,
  ReviewService,
  RoundService,
  VolumeService,
} from '@huiji/procurement';
import type { JourneyApi } from './journey-api';

const AREA = '510900';

const awards = `product_code,generic_name_zh,generic_name_en,dosage_form,smallest_unit_zh,antibiotic,strength,units_per_pack,company_zh,pack_price_yuan,unit_price_yuan,role,share_percent,winner_count,supply_areas,status
N-A,甲片,a,片剂,片,no,1mg,1,演示药厂,0.40,0.40,main,100,1,遂宁,test
N-B,乙片,b,片剂,片,no,1mg,1,演示药厂,0.80,0.80,main,100,1,遂宁,test`;

/** People and organisations of the procurement that comes before retained savings. */
export interface SavingsParties {
  readonly clerk: { readonly userId: string; readonly organisationId: string };
  readonly hospital: { readonly userId: string; readonly organisationId: string };
  readonly supplier: { readonly userId: string; readonly organisationId: string };
}

/**
 * The procurement behind the constructed example of retained savings: base 100,000 and 10,000, ratio 70 %, contract
 * prices 0.40 and 0.80, bought 90,000 and 3,000, outside 15,000 at 1.80 and 9,005 at 1.50. Through the services; the
 * journey of procurement itself goes through GraphQL.
 */
export class SavingsProcurement {
  constructor(private readonly api: JourneyApi) {}

  private get<Service>(token: new (...args: never[]) => Service): Service {
    return this.api.app.get<Service>(token, { strict: false });
  }

  async on(date: string): Promise<void> {
    await this.api.db.ownerQuery('UPDATE platform.area SET business_date = $2 WHERE area = $1', [AREA, date]);
  }

  organisation(kind: OrganisationKind, nameZh: string): Promise<string> {
    return this.act(undefined, async (tx) => {
      const draft = { kind, nameZh, nameEn: '', uscc: null, medicalCode: null };
      const made = await this.get(CatalogService).recordOrganisation(tx, draft);
      if (made.ok) await this.get(CatalogService).joinArea(tx, made.value, [kind]);
      return made;
    });
  }

  async play({ clerk, hospital, supplier }: SavingsParties): Promise<string> {
    const asClerk = this.as(clerk, 'agency-clerk');
    const asHospital = this.as(hospital, 'hospital');
    const asSupplier = this.as(supplier, 'supplier');
    const ratios = [7000, 7000, 7000, 7000] as const;
    const table = { name: '比例', validTo: null, ordinaryBp: ratios, antibioticBp: ratios, legalBasis: '测试' };
    await asClerk((tx) => this.get(RoundService).setRatioTable(tx, { ...table, validFrom: plainDate('2019-01-01') }));
    const round = { code: 'T', nameZh: '测试', nameEn: '', kind: 'national', sourceNote: '' } as const;
    const roundId = await asClerk((tx) =>
      this.get(RoundService).open(tx, { ...round, announcedOn: plainDate('2019-01-01') }),
    );
    const executionDate = plainDate('2019-03-20');
    const periodId = await asClerk((tx) => this.get(RoundService).planPeriod(tx, { roundId, executionDate, years: 1 }));
    const fileId = await this.file(asClerk, clerk.organisationId, awards);
    await asClerk((tx, caller) =>
      this.get(AwardService).import(tx, caller, { periodId, fileId, supplements: [], supplyAreaNote: null }),
    );
    await this.contract(periodId, asClerk, asHospital);
    await this.supply(asHospital, asSupplier);
    const header = 'hospital,generic_name_zh,purchased_on,reference,quantity,amount_yuan';
    const outside = `${header}\n遂宁测试医院,甲片,2019-06-01,F1,15000,27000.00\n遂宁测试医院,乙片,2019-06-01,F2,9005,13507.50`;
    const purchases = await this.file(asHospital, hospital.organisationId, outside);
    await asHospital((tx, caller) => this.get(PurchaseService).import(tx, caller, purchases));
    return roundId;
  }

  private async contract(periodId: string, asClerk: Act, asHospital: Act): Promise<void> {
    const levels = [{ name: '初审', roles: ['agency-clerk' as const] }];
    const window = { opensOn: plainDate('2019-01-02'), closesOn: plainDate('2019-01-20') };
    const campaignId = await asClerk((tx) =>
      this.get(CampaignService).plan(tx, { periodId, name: '报量', ...window, floorBp: 0, levels, hospitalIds: [] }),
    );
    await asClerk((tx) => this.get(CampaignService).open(tx, campaignId));
    const [report] = await this.api.db.ownerQuery<{ id: string }>('SELECT id FROM procurement.volume_report');
    const reportId = report?.id ?? '';
    const line = (variety: string, quantity: string) => ({ variety, product: '', quantity, reason: '' });
    const lines = [line('甲片', '100000'), line('乙片', '10000')];
    await asHospital((tx, caller) => this.get(ReportService).enter(tx, caller, { reportId, lines }));
    await asHospital((tx, caller) => this.get(ReportService).submit(tx, caller, reportId));
    await asClerk((tx, caller) => this.get(ReviewService).accept(tx, caller, reportId));
    await asClerk((tx) => this.get(CampaignService).close(tx, campaignId));
    await asClerk((tx) => this.get(VolumeService).compute(tx, periodId));
    const [maker] = await this.api.db.ownerQuery<{ id: string }>(
      `SELECT id FROM catalog.organisation WHERE kind = 'manufacturer'`,
    );
    const [supplier] = await this.api.db.ownerQuery<{ id: string }>(
      `SELECT id FROM catalog.organisation WHERE kind = 'supplier'`,
    );
    const distributors = [{ manufacturerId: maker?.id ?? '', supplierId: supplier?.id ?? '' }];
    await asClerk((tx) => this.get(ContractService).make(tx, { periodId, distributors }));
    await asClerk((tx) => this.get(ContractService).signOnPaper(tx, { periodId, note: '纸质' }));
    await asClerk((tx) => this.get(ContractService).activate(tx, periodId));
  }

  private async supply(asHospital: Act, asSupplier: Act): Promise<void> {
    await this.on('2019-05-06');
    const products = await this.api.db.ownerQuery<{ id: string; code: string }>('SELECT id, code FROM catalog.product');
    const of = (code: string): string => products.find((product) => product.code === code)?.id ?? '';
    const wanted = [
      { productId: of('N-A'), packs: 90_000n },
      { productId: of('N-B'), packs: 3_000n },
    ];
    const orderId = await asHospital((tx, caller) => this.get(OrderService).place(tx, caller, wanted));
    await asSupplier((tx, caller) => this.get(OrderService).confirm(tx, caller, orderId));
    const ordered = await this.api.db.ownerQuery<{ id: string; ordered_quantity: bigint }>(
      'SELECT id, ordered_quantity FROM procurement.purchase_order_line',
    );
    const batch = { batchNumber: 'T1', expiresOn: plainDate('2021-05-06') };
    const lines = ordered.map((row) => ({ orderLineId: row.id, quantity: row.ordered_quantity, ...batch }));
    const shipmentId = await asSupplier((tx, caller) => this.get(OrderService).ship(tx, caller, { orderId, lines }));
    const shipped = await this.api.db.ownerQuery<{ id: string; shipped_quantity: bigint }>(
      'SELECT id, shipped_quantity FROM procurement.shipment_line',
    );
    const whole = shipped.map((row) => ({
      shipmentLineId: row.id,
      accepted: row.shipped_quantity,
      damaged: 0n,
      missing: 0n,
    }));
    const acceptedOn: PlainDate = plainDate('2019-05-06');
    await asHospital((tx, caller) =>
      this.get(AcceptanceService).accept(tx, caller, { shipmentId, acceptedOn, lines: whole }),
    );
    await this.on('2019-06-02');
  }

  private file(act: Act, organisationId: string, text: string): Promise<string> {
    const draft = { organisationId, name: '表.csv', mediaType: 'text/csv', content: Buffer.from(text) };
    return act((tx) => this.get(Files).save(tx, draft));
  }

  private as({ userId, organisationId }: SavingsParties['clerk'], role: Role): Act {
    const area = areaCode(AREA);
    const caller: Caller = { userId, area, organisationId, role, scope: this.api.db.scope(AREA, userId) };
    return (act) => this.act(userId, (tx) => act(tx, caller));
  }

  private async act<T>(userId: string | undefined, act: (tx: Tx) => Promise<Result<T>>): Promise<T> {
    const done = await this.get(Database).inTransaction(this.api.db.scope(AREA, userId), act);
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value;
  }
}

type Act = <T>(act: (tx: Tx, caller: Caller) => Promise<Result<T>>) => Promise<T>;
