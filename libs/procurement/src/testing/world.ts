import { areaCode, type Result } from '@huiji/kernel';
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
import { approvalLibrary } from '../../../approval/src/testing/approval-library';
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
import { ReturnWatch } from '../orders/return-watch';
import { ImportAcceptanceLinesHandler } from '../orders/jobs/import-acceptance-lines.job';
import { AcceptanceImportRepository } from '../orders/persistence/acceptance-import.repository';
import { OrderService } from '../orders/order.service';
import { AcceptanceRepository } from '../orders/persistence/acceptance.repository';
import { PurchaseOrderEntity, PurchaseOrderLineEntity, ShipmentEntity } from '../orders/persistence/order.entities';
import { OrderRepository } from '../orders/persistence/order.repository';
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
import { ReportAnnouncer } from '../reporting/report-announcer.service';
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
  const { waiting, notices, calendar } = approvalLibrary();
  const announcer = new ReportAnnouncer(waiting, notices, calendar, catalog, campaigns);
  const facts = new ReportFactsService(campaigns, rounds, catalog);
  const reports = new ReportService(reportRows, campaigns, facts, files, announcer);
  return {
    files,
    catalog,
    roundRows: rounds,
    reportRows,
    rounds: new RoundService(rounds),
    awards: new AwardService(rounds, catalog, files),
    campaigns: new CampaignService(campaigns, rounds),
    reports,
    reviews: new ReviewService(reportRows, campaigns, announcer),
    volumes: new VolumeService(rounds, campaigns, reportRows, volumeRows, catalog),
    contracts: new ContractService(rounds, volumeRows, new ContractRepository(), catalog),
    orders: new OrderService(orderRows),
    acceptances: new AcceptanceService(orderRows, acceptanceRows, new ReturnWatch()),
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
