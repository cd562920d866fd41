import { plainDate } from '@huiji/kernel';
import { openCompany, type Theatre } from '../company';
import { suiningNotes } from '../notes';
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
  await company.stage.goTo(plainDate('2020-07-01'));
  company.stage.say('演示从这一天开始');
};
