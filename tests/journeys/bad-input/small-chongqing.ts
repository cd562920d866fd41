import { plainDate } from '@huiji/kernel';
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
import { CarePlay } from '../../../apps/start/src/demo/care/care-play';
import { playFebruary } from '../../../apps/start/src/demo/care/chongqing-subsidies';
import { openCompany, type Company, type Theatre } from '../../../apps/start/src/demo/company';
import {
  chongqing,
  playContracts,
  playDeliveries,
  playLastDays,
  playLastOrder,
  playPurchasesOutside,
  playRenewal,
} from '../../../apps/start/src/demo/chongqing/chongqing-procurement';
import { playSavings } from '../../../apps/start/src/demo/chongqing/chongqing-savings';

/** Chongqing with one delivery and a dozen applicants instead of 923: the same rooms, in seconds. */
export const playSmallChongqing = async (theatre: Theatre): Promise<void> => {
  const company = await openCompany(theatre, '500000', chongqing, [], 60_000_000_000n);
  const roundId = await playContracts(company);
  await playDeliveries(company, ['2019-04']);
  await playPurchasesOutside(company);
  const care = await openCare(theatre, company);
  await playCare(company, care);
  await playSavings(company, savingsServices(theatre), roundId);
  await playLastDays(company);
  await playUnderWay(company, care);
  await playRenewal(company, roundId);
  await playLastOrder(company);
  const { stage, troupes, payments } = company;
  const runs = theatre.app.get(SubsidyRunService);
  await playFebruary({ stage, agency: troupes.agency, payments, runs, flow: theatre.app.get(SubsidyToPayableFlow) });
};

/** Six who passed, one of them not confirmed. */
const playCare = async ({ stage }: Company, play: CarePlay): Promise<void> => {
  await stage.goTo(plainDate('2021-09-06'));
  const ids = await play.apply(0, 6);
  const visits = await play.assign(0, ids, plainDate('2021-09-15'), [3, 3, 4, 5, 3, 1]);
  await stage.goTo(plainDate('2021-09-15'));
  await play.submitSheets(visits, 0);
  await play.submitSheets(visits, 1);
  await play.conclude(visits);
  const passed = visits.filter((visit) => visit.grade >= 3);
  await stage.goTo(plainDate('2021-09-22'));
  await play.publish(passed);
  await play.endPublicity(plainDate('2021-09-22'));
  await stage.goTo(plainDate('2021-10-11'));
  await play.confirm(visits.slice(0, 4));
  await play.chooseModes(visits.slice(0, 3), plainDate('2021-11-01'));
};

/** Assessments at every step, and applications that wait or were sent back. */
const playUnderWay = async ({ stage }: Company, play: CarePlay): Promise<void> => {
  await stage.goTo(plainDate('2022-02-21'));
  const ids = await play.apply(6, 14);
  const visits = await play.assign(6, ids.slice(0, 6), plainDate('2022-02-22'), Array<number>(6).fill(4));
  await stage.goTo(plainDate('2022-02-22'));
  await play.submitSheets(visits.slice(0, 5), 0);
  await play.submitSheets(visits.slice(0, 4), 1);
  await play.conclude(visits.slice(0, 3));
  await stage.goTo(plainDate('2022-02-24'));
  await play.publish(visits.slice(0, 2));
  await stage.goTo(plainDate('2022-02-25'));
  const waiting = await play.apply(14, 18, false);
  await play.giveBack(waiting.slice(3), '材料不全（演示）');
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

const savingsServices = ({ app }: Theatre) => ({
  policies: app.get(SavingsPolicyService),
  inputs: app.get(SavingsInputService),
  runs: app.get(SavingsRunService),
  sheets: app.get(SavingsSheetService),
  carry: app.get(SavingsInputsFlow),
  handOver: app.get(RetainedToPayableFlow),
});
