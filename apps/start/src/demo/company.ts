import type { INestApplicationContext } from '@nestjs/common';
import { CalendarService } from '@huiji/calendar';
import { CatalogService } from '@huiji/catalog';
import { DemoNoteService, InvoiceSubmitFlow, type DemoNote } from '@huiji/flows';
import { FundAccountService, PayeeAccountService } from '@huiji/fund';
import { UserService } from '@huiji/identity';
import { areaCode } from '@huiji/kernel';
import { Database, Files, InlineJobs } from '@huiji/platform';
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
import { BankNewsService, BatchService, InvoiceService, StatusQueryService } from '@huiji/settlement';
import { InvoicePlay } from './invoice-play';
import type { ClockedBank } from './payment/clocked-bank';
import { PaymentPlay } from './payment/payment-play';
import { Casting } from './people';
import { ProcurementPlay } from './procurement/procurement-play';
import { SupplyPlay } from './procurement/supply-play';
import { Stage } from './stage';
import { cast, organisationPayees, type AreaCast, type Troupes } from './troupe';

/** What plays in an area: who, and the kinds of scenes. */
export interface Company {
  readonly stage: Stage;
  readonly casting: Casting;
  readonly troupes: Troupes;
  readonly procurement: ProcurementPlay;
  readonly supply: SupplyPlay;
  readonly invoices: InvoicePlay;
  readonly payments: PaymentPlay;
}

export interface Theatre {
  readonly app: INestApplicationContext;
  readonly bank: ClockedBank;
  readonly say: (line: string) => void;
}

/** Opens an area on its first day, casts its people, keeps its notes, opens the fund and its payees' accounts. */
export const openCompany = async (
  { app, bank, say }: Theatre,
  code: string,
  area: AreaCast,
  notes: readonly DemoNote[],
  openingBalanceFen: bigint,
): Promise<Company> => {
  const stage = new Stage(areaCode(code), app.get(Database), app.get(InlineJobs), (line) => {
    say(`${area.cityZh} ${stage.today} ${line}`);
  });
  await stage.open({ zh: area.cityZh, en: area.cityEn }, area.openedOn);
  bank.follow(() => stage.today);
  const casting = new Casting(stage, app.get(CatalogService), app.get(UserService));
  const troupes = await cast(casting, area);
  await stage.prepare((tx) => app.get(DemoNoteService).keep(tx, notes));
  const company = { stage, casting, troupes, ...playsOf(app, stage, troupes, bank) };
  await company.payments.dueDates(area.openedOn);
  await company.payments.openFund(`${area.cityZh}市医疗保险基金（演示）`, openingBalanceFen);
  await company.payments.accounts(organisationPayees(troupes));
  stage.say('机构、人员、账户就绪');
  return company;
};

const playsOf = (app: INestApplicationContext, stage: Stage, { agency }: Troupes, bank: ClockedBank) => ({
  procurement: new ProcurementPlay(
    stage,
    {
      files: app.get(Files),
      rounds: app.get(RoundService),
      awards: app.get(AwardService),
      campaigns: app.get(CampaignService),
      reports: app.get(ReportService),
      reviews: app.get(ReviewService),
      volumes: app.get(VolumeService),
      contracts: app.get(ContractService),
      purchases: app.get(PurchaseService),
    },
    agency,
  ),
  supply: new SupplyPlay(stage, app.get(OrderService), app.get(AcceptanceService)),
  invoices: new InvoicePlay(stage, app.get(InvoiceSubmitFlow), app.get(InvoiceService)),
  payments: new PaymentPlay(
    stage,
    {
      calendar: app.get(CalendarService),
      funds: app.get(FundAccountService),
      accounts: app.get(PayeeAccountService),
      batches: app.get(BatchService),
      news: app.get(BankNewsService),
      silence: app.get(StatusQueryService),
    },
    agency,
    bank,
  ),
});
