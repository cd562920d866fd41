import { plainDate } from '@huiji/kernel';
import { SavingsPolicyService } from '@huiji/savings';
import { openCompany, type Company, type Theatre } from '../company';
import { demonstrationPolicy } from '../data/savings-policy';
import { suiningNotes } from '../notes';
import { organisationPayees } from '../troupe';
import { playContracts, suining } from './suining-contracts';
import { playJune, playLastDays, playMay, playPaidWaves, playReporting, playSilence } from './suining-supply';

/** Suining, September 2019 to 1 July 2020. */
export const playSuining = async (theatre: Theatre): Promise<void> => {
  const company = await openCompany(theatre, '510900', suining, suiningNotes, 2_000_000_000n);
  const roundId = await playContracts(company);
  await playPaidWaves(company);
  await playMay(company);
  await playJune(company);
  await playReporting(company, roundId);
  await playSilence(company, theatre.bank);
  await playLastDays(company);
  await castAssessors(company);
  await writePolicy(company, theatre, roundId);
  await company.payments.enter(organisationPayees(company.troupes).slice(3, 4));
  await company.stage.goTo(plainDate('2020-07-01'));
  company.stage.say('演示从这一天开始');
};

/** Two assessors: Suining has no long-term care yet, their room is empty. */
const castAssessors = async ({ casting }: Company): Promise<void> => {
  const zh = '遂宁长护评估机构（演示）';
  const institution = await casting.organisation(
    'assessment-institution',
    zh,
    'Suining assessment institution (demonstration)',
  );
  await casting.player('sn-assessor-1', '遂宁评估专家（演示）', institution, 'assessor');
  await casting.player('sn-assessor-2', '遂宁评估员（演示）', institution, 'assessor');
};

/** A policy of retained savings that waits for its second person. */
const writePolicy = async ({ stage, troupes }: Company, { app }: Theatre, roundId: string): Promise<void> => {
  const period = { validFrom: plainDate('2020-01-01'), validTo: plainDate('2020-12-31') };
  const draft = { ...demonstrationPolicy, ...period, roundId, name: '扩围结余留用（演示，待确认）' };
  await stage.as(troupes.agency.clerk, (tx) => app.get(SavingsPolicyService).draft(tx, draft));
};
