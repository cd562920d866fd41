import { plainDate } from '@huiji/kernel';
import { suiningPacks } from '../data/suining-packs';
import type { ClockedBank } from '../payment/clocked-bank';
import type { Wish } from '../procurement/supply-play';
import { wishesOf } from '../troupe';
import { needOf, standIn, type SuiningPlays } from './suining-contracts';

/** A share of the year's packs in percent, whole packs, of every hospital from every distributor. */
const waveOf = async ({ procurement, troupes }: SuiningPlays, percent: bigint): Promise<readonly Wish[]> =>
  wishesOf(troupes, await procurement.suppliersByCode(), (hospital) =>
    suiningPacks.map(([code, , , packs]) => ({ code, packs: ((packs[hospital] ?? 0n) * percent) / 100n })),
  );

const silentOf = ({ troupes }: SuiningPlays): string => troupes.distributors[2]?.player.organisationId ?? '';

/** Two waves delivered, invoiced, confirmed and paid through the bank. */
export const playPaidWaves = async (plays: SuiningPlays): Promise<void> => {
  for (const [on, percent, payOn] of [
    ['2020-01-06', 15n, '2020-01-20'],
    ['2020-03-09', 18n, '2020-03-23'],
  ] as const) {
    const wishes = await waveOf(plays, percent);
    await plays.stage.goTo(plainDate(on));
    const acceptedOn = await plays.supply.deliver(wishes);
    const invoices = await plays.invoices.submit(wishes, acceptedOn);
    await plays.stage.goTo(plainDate(payOn));
    await plays.invoices.confirm(wishes, invoices);
    await plays.payments.pay({ kinds: ['supplier-invoice'] });
    plays.stage.say(`${on} 到货、开票、付款`);
  }
};

/** May: confirmed; the batch of distributors 1 and 2 waits for its re-check. */
export const playMay = async (plays: SuiningPlays): Promise<void> => {
  const { stage, invoices, payments, supply } = plays;
  const wishes = await waveOf(plays, 12n);
  await stage.goTo(plainDate('2020-05-11'));
  const acceptedOn = await supply.deliver(wishes);
  const ids = await invoices.submit(wishes, acceptedOn);
  await stage.goTo(plainDate('2020-05-25'));
  await invoices.confirm(wishes, ids);
  await stage.goTo(plainDate('2020-06-01'));
  const mine = ids.filter((_, index) => wishes[index]?.supplier.organisationId !== silentOf(plays));
  const batchId = await payments.lock({ payableIds: await payments.payablesOf(mine) });
  await payments.review(batchId, 1);
};

/** June: invoices in every state, and deliveries that wait for their invoice. */
export const playJune = async (plays: SuiningPlays): Promise<void> => {
  const { stage, invoices, supply } = plays;
  const wishes = await waveOf(plays, 8n);
  await stage.goTo(plainDate('2020-06-08'));
  const acceptedOn = await supply.deliver(wishes);
  const entered = wishes.slice(0, 21);
  const ids = await invoices.submit(entered, acceptedOn);
  await stage.goTo(plainDate('2020-06-18'));
  await invoices.confirm(entered.slice(2, 16), ids.slice(2, 16));
  const [disputed, invoice] = [entered[16], ids[16]];
  if (disputed && invoice) await invoices.dispute(disputed, invoice, '与入库单数量核对中（演示）');
};

/** The next period's reporting is open: one report under review, one sent back, the others to be written. */
export const playReporting = async (plays: SuiningPlays, roundId: string): Promise<void> => {
  const { stage, procurement, troupes } = plays;
  await stage.goTo(plainDate('2020-06-22'));
  const periodId = await procurement.period(roundId, plainDate('2021-01-01'), 1, standIn);
  const names = await procurement.varietyNames();
  for (const [index, hospital] of troupes.hospitals.entries())
    await procurement.recordUse(hospital, needOf(index, names), 2019);
  const campaignId = await procurement.campaign(periodId, '2021 年度报量', troupes.hospitals, 28);
  for (const [offset, hospital] of troupes.hospitals.slice(1, 3).entries()) {
    const report = await procurement.report(campaignId, hospital, needOf(offset + 1, names));
    if (offset === 1) await procurement.giveBack(report, '蒙脱石散需求量请与药库核对（演示）');
  }
};

/** One payment of distributor 3 on which the bank says nothing: unknown, until a person asks. */
export const playSilence = async (plays: SuiningPlays, bank: ClockedBank): Promise<void> => {
  const { stage, payments } = plays;
  await stage.goTo(plainDate('2020-06-23'));
  const [first = ''] = await payments.openPayablesTo(silentOf(plays));
  const batchId = await payments.lock({ payableIds: [first] });
  await payments.review(batchId, 3);
  bank.keepSilentOn(await payments.instructionsOf(batchId));
  await payments.settle();
  await stage.goTo(plainDate('2020-06-24'));
  await payments.noticeSilence();
};

/** The last days: an order to confirm, a shipment to accept. */
export const playLastDays = async (plays: SuiningPlays): Promise<void> => {
  const { stage, supply } = plays;
  const [toConfirm, toAccept] = await waveOf(plays, 2n);
  if (!toConfirm || !toAccept) throw new Error('two orders for the last days');
  await stage.goTo(plainDate('2020-06-28'));
  const shipped = await supply.place([toAccept]);
  await stage.goTo(plainDate('2020-06-29'));
  await supply.confirm([toAccept], shipped);
  await supply.ship([toAccept], shipped);
  await stage.goTo(plainDate('2020-06-30'));
  await supply.place([toConfirm]);
};
