import { RetainedToPayableFlow, SavingsInputsFlow, SubsidyToPayableFlow } from '@huiji/flows';
import {
  ApplicationService,
  AssessorService,
  BenefitPackService,
  CareService,
  ConclusionService,
  GradeService,
  PublicityService,
  SheetService,
  SubsidyRunService,
  VisitService,
} from '@huiji/long-term-care';
import { SavingsInputService, SavingsPolicyService, SavingsRunService, SavingsSheetService } from '@huiji/savings';
import { CarePlay } from '../care/care-play';
import { playFirstWave, playSecondWave } from '../care/chongqing-care';
import { peoplePayees, playFebruary, playJanuary, playPaidMonths } from '../care/chongqing-subsidies';
import { openCompany, type Company, type Theatre } from '../company';
import { chongqingNotes } from '../notes';
import { organisationPayees } from '../troupe';
import {
  chongqing,
  playContracts,
  playDeliveries,
  playLastDays,
  playLastOrder,
  playPurchasesOutside,
  playRenewal,
} from './chongqing-procurement';
import { playSavings } from './chongqing-savings';

/** Chongqing, December 2018 to 1 March 2022. */
export const playChongqing = async (theatre: Theatre): Promise<void> => {
  const company = await openCompany(theatre, '500000', chongqing, chongqingNotes, 60_000_000_000n);
  const roundId = await playContracts(company);
  await playDeliveries(company, ['2019']);
  await playPurchasesOutside(company);
  await playDeliveries(company, ['2020', '2021-0']);
  const care = await openCare(theatre, company);
  const people = await playFirstWave(company.stage, care);
  await company.payments.accounts(await peoplePayees(company.stage, people));
  await playDeliveries(company, ['2021-1']);
  const subsidies = subsidyPlays(theatre, company);
  await playPaidMonths(subsidies);
  await playJanuary(subsidies);
  await playSavings(company, savingsServices(theatre), roundId);
  await playLastDays(company);
  await playSecondWave(company.stage, care);
  await playRenewal(company, roundId);
  await playLastOrder(company);
  await company.payments.enter(organisationPayees(company.troupes).slice(1, 2));
  await playFebruary(subsidies);
  company.stage.say('演示从这一天开始');
};

const openCare = async ({ app }: Theatre, { stage, casting, troupes }: Company): Promise<CarePlay> => {
  const services = {
    applications: app.get(ApplicationService),
    assessors: app.get(AssessorService),
    packs: app.get(BenefitPackService),
    visits: app.get(VisitService),
    sheets: app.get(SheetService),
    conclusions: app.get(ConclusionService),
    publicity: app.get(PublicityService),
    grades: app.get(GradeService),
    care: app.get(CareService),
  };
  const play = new CarePlay(stage, services, troupes.agency);
  await play.prepare(casting, chongqing.prefix, chongqing.cityZh, chongqing.cityEn);
  return play;
};

const subsidyPlays = ({ app }: Theatre, { stage, troupes, payments }: Company) => ({
  stage,
  agency: troupes.agency,
  payments,
  runs: app.get(SubsidyRunService),
  flow: app.get(SubsidyToPayableFlow),
});

const savingsServices = ({ app }: Theatre) => ({
  policies: app.get(SavingsPolicyService),
  inputs: app.get(SavingsInputService),
  runs: app.get(SavingsRunService),
  sheets: app.get(SavingsSheetService),
  carry: app.get(SavingsInputsFlow),
  handOver: app.get(RetainedToPayableFlow),
});
