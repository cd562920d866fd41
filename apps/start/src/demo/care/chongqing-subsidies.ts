import { addDays, firstDay, addMonths, month, plainDate, type Month } from '@huiji/kernel';
import { type SubsidyToPayableFlow } from '@huiji/flows';
import { type SubsidyRunService } from '@huiji/long-term-care';
import type { AgencyPlayers } from '../people';
import type { NamedPayee, PaymentPlay } from '../payment/payment-play';
import type { Stage } from '../stage';

export interface SubsidyPlays {
  readonly stage: Stage;
  readonly agency: AgencyPlayers;
  readonly payments: PaymentPlay;
  readonly runs: SubsidyRunService;
  readonly flow: SubsidyToPayableFlow;
}

/** The payees of people with care, by name. */
export const peoplePayees = async (stage: Stage, people: readonly string[]): Promise<readonly NamedPayee[]> => {
  const rows = await stage.read((tx) =>
    tx.query<{ id: string; full_name: string }>(
      'SELECT id, full_name FROM long_term_care.person WHERE area = $1 AND id = ANY ($2::uuid[]) ORDER BY id',
      [tx.area, people],
    ),
  );
  return rows.map(({ id, full_name }) => ({ payeeType: 'person', payeeId: id, holderName: full_name }));
};

/** The run of a month, made on the fourth day after it, and handed over. */
const runAndHandOver = async ({ stage, agency, runs, flow }: SubsidyPlays, of: Month): Promise<void> => {
  await stage.goTo(addDays(firstDay(addMonths(of, 1)), 3));
  const runId = await stage.as(agency.clerk, (tx) => runs.create(tx, of));
  await stage.as(agency.clerk, (tx) => flow.handOver(tx, runId));
};

/** November and December 2021: 1,500 and 1,550 yuan each, paid through the bank. */
export const playPaidMonths = async (plays: SubsidyPlays): Promise<void> => {
  for (const paid of [month('2021-11'), month('2021-12')]) {
    await runAndHandOver(plays, paid);
    await plays.payments.pay({ kinds: ['care-subsidy'] });
    plays.stage.say(`护理补贴 ${paid} 已付`);
  }
};

/** January 2022: the batch has passed two of its three reviews. */
export const playJanuary = async (plays: SubsidyPlays): Promise<void> => {
  await runAndHandOver(plays, month('2022-01'));
  const batchId = await plays.payments.lock({ kinds: ['care-subsidy'] });
  await plays.payments.review(batchId, 2);
};

/** February 2022: computed on the morning the demonstration opens, not handed over. */
export const playFebruary = async ({ stage, agency, runs }: SubsidyPlays): Promise<void> => {
  await stage.goTo(plainDate('2022-03-01'));
  await stage.as(agency.clerk, (tx) => runs.create(tx, month('2022-02')));
};
