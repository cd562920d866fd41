import { areaCode, plainDate, type Result } from '@huiji/kernel';
import {
  AreaOrganisationEntity,
  CatalogRepository,
  CatalogService,
  OrganisationEntity,
  ProductEntity,
  VarietyEntity,
} from '@huiji/catalog';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import { Files, type Caller, type Role, type Tx } from '@huiji/platform';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ContractService } from '../contracts/contract.service';
import {
  MainContractEntity,
  SubContractEntity,
  SubContractLineEntity,
} from '../contracts/persistence/contract.entities';
import { ContractRepository } from '../contracts/persistence/contract.repository';
import { VolumeRepository } from '../contracts/persistence/volume.repository';
import { VolumeService } from '../contracts/volume.service';
import { AcceptanceImportService } from '../orders/acceptance-import.service';
import { AcceptanceService } from '../orders/acceptance.service';
import { ImportAcceptanceLinesHandler } from '../orders/jobs/import-acceptance-lines.job';
import { AcceptanceImportRepository } from '../orders/persistence/acceptance-import.repository';
import { OrderService } from '../orders/order.service';
import { AcceptanceRepository } from '../orders/persistence/acceptance.repository';
import { PurchaseOrderEntity, PurchaseOrderLineEntity, ShipmentEntity } from '../orders/persistence/order.entities';
import { OrderRepository } from '../orders/persistence/order.repository';
import { oneAgencyLevel } from '../reporting/model/campaign.types';
import { CampaignService } from '../reporting/campaign.service';
import { ReadVolumeReportHandler } from '../reporting/jobs/read-volume-report.job';
import { CampaignRepository } from '../reporting/persistence/campaign.repository';
import { ReportRepository } from '../reporting/persistence/report.repository';
import {
  CampaignEntity,
  VolumeReportEntity,
  VolumeReportFaultEntity,
  VolumeReportLineEntity,
} from '../reporting/persistence/reporting.entities';
import { ReportFactsService } from '../reporting/report-facts.service';
import { ReportService } from '../reporting/report.service';
import { ReviewService } from '../reporting/review.service';
import { AwardService } from '../rounds/award.service';
import {
  AgreementPeriodEntity,
  AgreementYearEntity,
  AwardEntity,
  RatioTableEntity,
  RoundEntity,
} from '../rounds/persistence/round.entities';
import { RoundRepository } from '../rounds/persistence/round.repository';
import { RoundService } from '../rounds/round.service';

export const AREA = '500000';
export const OTHER_AREA = '510900';

const entities = [
  AreaOrganisationEntity,
  OrganisationEntity,
  ProductEntity,
  VarietyEntity,
  RoundEntity,
  RatioTableEntity,
  AgreementPeriodEntity,
  AgreementYearEntity,
  AwardEntity,
  CampaignEntity,
  VolumeReportEntity,
  VolumeReportLineEntity,
  VolumeReportFaultEntity,
  MainContractEntity,
  SubContractEntity,
  SubContractLineEntity,
  PurchaseOrderEntity,
  PurchaseOrderLineEntity,
  ShipmentEntity,
];

const person = (number: number): string => `0190c6a4-5c1e-7b1a-9f00-${number.toString().padStart(12, '0')}`;

/** The services of the library on a database of its own, wired by hand. */
const services = (db: TestDatabase) => {
  const files = new Files();
  const catalog = new CatalogService(new CatalogRepository());
  const rounds = new RoundRepository();
  const campaigns = new CampaignRepository();
  const reportRows = new ReportRepository();
  const volumeRows = new VolumeRepository();
  const orderRows = new OrderRepository();
  const acceptanceRows = new AcceptanceRepository();
  const imports = new AcceptanceImportService(new AcceptanceImportRepository(), acceptanceRows, files);
  const reports = new ReportService(reportRows, campaigns, new ReportFactsService(campaigns, rounds, catalog), files);
  return {
    files,
    catalog,
    roundRows: rounds,
    reportRows,
    rounds: new RoundService(rounds),
    awards: new AwardService(rounds, catalog, files),
    campaigns: new CampaignService(campaigns, rounds),
    reports,
    reviews: new ReviewService(reportRows, campaigns),
    volumes: new VolumeService(rounds, campaigns, reportRows, volumeRows, catalog),
    contracts: new ContractService(rounds, volumeRows, new ContractRepository(), catalog),
    orders: new OrderService(orderRows),
    acceptances: new AcceptanceService(orderRows, acceptanceRows),
    imports,
    importLines: new ImportAcceptanceLinesHandler(db.database, imports),
    readReport: new ReadVolumeReportHandler(db.database, reports),
  };
};

export interface World extends ReturnType<typeof services> {
  readonly db: TestDatabase;
  readonly clerk: Caller;
  readonly reviewer: Caller;
  readonly hospitals: readonly [Caller, Caller];
  readonly supplier: Caller;
  /** Runs an act of a caller and gives its result. */
  act<T>(caller: Caller, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>>;
  /** The same, and stops when it was refused. */
  done<T>(caller: Caller, work: (tx: Tx) => Promise<Result<T>>): Promise<T>;
  /** The code of the refusal, with its issues; "done" when it was not refused. */
  refusal<T>(caller: Caller, work: (tx: Tx) => Promise<Result<T>>): Promise<readonly unknown[]>;
  setDate(date: string): Promise<void>;
}

/** Area 500000 on 2019-01-10 with an agency, two hospitals and a distributor; 510900 is another area. */
export const makeWorld = async (): Promise<World> => {
  const db = await testDatabase({ entities });
  await seedArea(db, AREA, { businessDate: '2019-01-10' });
  await seedArea(db, OTHER_AREA, { businessDate: '2019-01-10' });
  const lib = services(db);
  const act: World['act'] = (caller, work) => db.database.inTransaction(caller.scope, work);
  const done: World['done'] = async (caller, work) => {
    const result = await act(caller, work);
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
    return result.value;
  };
  const organisation = async (
    nameZh: string,
    kind: 'agency' | 'hospital' | 'supplier',
    medicalCode: string | null,
  ): Promise<string> =>
    done(callerOf(1, '', 'agency-clerk'), async (tx) => {
      const id = await lib.catalog.recordOrganisation(tx, { kind, nameZh, nameEn: '', uscc: null, medicalCode });
      if (id.ok) await lib.catalog.joinArea(tx, id.value, [kind]);
      return id;
    });
  const agency = await organisation('测试市医保中心', 'agency', null);
  const first = await organisation('第一医院', 'hospital', 'H50000000001');
  const second = await organisation('第二医院', 'hospital', 'H50000000002');
  const supplier = await organisation('测试配送公司', 'supplier', null);
  return {
    ...lib,
    db,
    act,
    done,
    refusal: async (caller, work) => {
      const result = await act(caller, work);
      return result.ok
        ? ['done']
        : [result.refusal.code, ...result.refusal.issues.map(({ row, field, code }) => [row ?? null, field, code])];
    },
    clerk: callerOf(1, agency, 'agency-clerk'),
    reviewer: callerOf(2, agency, 'agency-first-review'),
    hospitals: [callerOf(11, first, 'hospital'), callerOf(12, second, 'hospital')],
    supplier: callerOf(21, supplier, 'supplier'),
    setDate: async (date) => {
      await db.ownerQuery(`UPDATE platform.area SET business_date = $2 WHERE area = $1`, [AREA, date]);
    },
  };
};

export const callerOf = (number: number, organisationId: string, role: Role, area = AREA): Caller => {
  const userId = person(number);
  return {
    userId,
    area: areaCode(area),
    organisationId,
    role,
    scope: { area: areaCode(area), actor: { kind: 'person', userId } },
  };
};

const awardFile = path.join(__dirname, '../data/awards-4-plus-7.csv');

/** The figures that four rows of the table lack, as the demonstration fills them. */
export const supplements = [
  { productCode: 'N-4P7-07', packPriceYuan: '30.94', note: 'published unit price × pack size' },
  { productCode: 'N-4P7-08', packPriceYuan: '33.40', note: 'published unit price × pack size' },
  { productCode: 'N-4P7-11', packPriceYuan: '5.10', note: 'published unit price × pack size' },
  {
    productCode: 'N-4P7-14',
    unitsPerPack: 7n,
    packPriceYuan: '7.63',
    note: 'pack of 7 assumed; published unit price × 7',
  },
];

export const awardFileContent = (): Buffer => readFileSync(awardFile);

/** Saves a file as the caller's. */
export const upload = (world: World, caller: Caller, name: string, content: Buffer): Promise<string> =>
  world.done(caller, (tx) =>
    world.files.save(tx, {
      organisationId: caller.organisationId,
      name,
      mediaType: 'application/octet-stream',
      content,
    }),
  );

/** A round with a planned period of one year from 2019-03-20 and the 25 awards; answers the period's id. */
export const withAwards = async (world: World): Promise<string> => {
  const { clerk } = world;
  const roundId = await world.done(clerk, (tx) =>
    world.rounds.open(tx, {
      code: '4+7',
      nameZh: '4+7试点',
      nameEn: '4+7 pilot',
      kind: 'national',
      announcedOn: plainDate('2018-12-07'),
      sourceNote: '',
    }),
  );
  const periodId = await world.done(clerk, (tx) =>
    world.rounds.planPeriod(tx, { roundId, executionDate: plainDate('2019-03-20'), years: 1 }),
  );
  await world.done(clerk, (tx) =>
    world.rounds.setRatioTable(tx, {
      name: '约定采购比例',
      validFrom: plainDate('2018-12-01'),
      validTo: null,
      ordinaryBp: [5000, 6000, 7000, 8000],
      antibioticBp: [4000, 5000, 6000, 7000],
      legalBasis: 'test',
    }),
  );
  const fileId = await upload(world, clerk, 'awards.csv', awardFileContent());
  await world.done(clerk, (tx) =>
    world.awards.import(tx, clerk, { periodId, fileId, supplements, supplyAreaNote: 'test area' }),
  );
  return periodId;
};

/** The period's contracts in force: both hospitals need every variety; the distributor delivers all. Answers nothing. */
export const withContracts = async (world: World, periodId: string, units = '100000'): Promise<void> => {
  const { clerk } = world;
  const campaignId = await world.done(clerk, (tx) =>
    world.campaigns.plan(tx, {
      periodId,
      name: '报量',
      opensOn: plainDate('2019-01-02'),
      closesOn: plainDate('2019-01-31'),
      floorBp: 8000,
      hospitalIds: [],
      levels: oneAgencyLevel,
    }),
  );
  await world.done(clerk, (tx) => world.campaigns.open(tx, campaignId));
  const names = await world.db.ownerQuery<{ generic_name_zh: string }>(
    `SELECT generic_name_zh FROM catalog.variety ORDER BY 1`,
  );
  for (const hospital of world.hospitals) {
    const [report] = await world.db.ownerQuery<{ id: string }>(
      `SELECT id FROM procurement.volume_report WHERE hospital_id = $1`,
      [hospital.organisationId],
    );
    const reportId = report?.id ?? '';
    const lines = names.map(({ generic_name_zh: variety }) => ({ variety, product: '', quantity: units, reason: '' }));
    await world.done(hospital, (tx) => world.reports.enter(tx, hospital, { reportId, lines }));
    await world.done(hospital, (tx) => world.reports.submit(tx, hospital, reportId));
    await world.done(clerk, (tx) => world.reviews.accept(tx, clerk, reportId));
  }
  await world.done(clerk, (tx) => world.campaigns.close(tx, campaignId));
  await world.done(clerk, (tx) => world.volumes.compute(tx, periodId));
  await world.done(clerk, async (tx) => {
    const makers = (await world.roundRows.awardsOf(tx, periodId)).map(({ manufacturerId }) => manufacturerId);
    const distributors = makers.map((manufacturerId) => ({
      manufacturerId,
      supplierId: world.supplier.organisationId,
    }));
    return world.contracts.make(tx, { periodId, distributors });
  });
  await world.done(clerk, (tx) => world.contracts.signOnPaper(tx, { periodId, note: 'paper' }));
  await world.done(clerk, (tx) => world.contracts.activate(tx, periodId));
};

export const productId = async (world: World, code: string): Promise<string> =>
  (await world.db.ownerQuery<{ id: string }>(`SELECT id FROM catalog.product WHERE code = $1`, [code]))[0]?.id ?? '';

/** An order of one product, confirmed and shipped in these quantities (smallest units). */
export const withShipment = async (
  world: World,
  hospital: Caller,
  code: string,
  packs: bigint,
  quantities: readonly bigint[],
): Promise<{
  readonly orderId: string;
  readonly shipmentId: string;
  readonly number: string;
  readonly lineIds: readonly string[];
}> => {
  const { supplier } = world;
  const product = await productId(world, code);
  const orderId = await world.done(hospital, (tx) => world.orders.place(tx, hospital, [{ productId: product, packs }]));
  await world.done(supplier, (tx) => world.orders.confirm(tx, supplier, orderId));
  const [line] = await world.db.ownerQuery<{ id: string }>(
    `SELECT id FROM procurement.purchase_order_line WHERE order_id = $1`,
    [orderId],
  );
  const lines = quantities.map((quantity, index) => ({
    orderLineId: line?.id ?? '',
    quantity,
    batchNumber: `B${index.toString()}`,
    expiresOn: plainDate('2022-12-31'),
  }));
  const shipmentId = await world.done(supplier, (tx) => world.orders.ship(tx, supplier, { orderId, lines }));
  const shipped = await world.db.ownerQuery<{ id: string; number: string }>(
    `SELECT l.id, s.number FROM procurement.shipment_line l JOIN procurement.shipment s ON s.id = l.shipment_id WHERE s.id = $1 ORDER BY line_number`,
    [shipmentId],
  );
  return { orderId, shipmentId, number: shipped[0]?.number ?? '', lineIds: shipped.map(({ id }) => id) };
};
