import { randomSecrets } from '@huiji/platform';
import { BankFolder, inlineBackstage, type Backstage } from './backstage';
import { JourneyArea } from './journey-area';
import { journeyApi } from './journey-api';
import { PaymentWay } from './payment-way';
import { processBackstage } from './processes';

/** Where a journey plays: the API, an area, what happens behind it, and the way of money. */
export interface JourneyStage {
  readonly area: JourneyArea;
  readonly backstage: Backstage;
  readonly payments: PaymentWay;
  readonly folder: BankFolder;
  close(): Promise<void>;
}

/**
 * Opens an area on a day. `inline` runs jobs and bank in this process when a step waits for them; `processes` starts
 * the worker and the bank as `npm start` does.
 */
export const openStage = async (
  code: string,
  openedOn: string,
  behind: 'inline' | 'processes',
): Promise<JourneyStage> => {
  const folder = new BankFolder();
  const secrets = randomSecrets();
  const journey = await journeyApi({ environment: { ...secrets, HUIJI_BANK_DIRECTORY: folder.path } });
  const area = await JourneyArea.open(journey, code, openedOn);
  const opened =
    behind === 'inline' ? inlineBackstage(journey, folder, code) : processBackstage(journey, folder, secrets);
  const backstage = await Promise.resolve(opened).catch(async (error: unknown) => {
    await journey.close();
    throw error;
  });
  return {
    area,
    backstage,
    payments: new PaymentWay(area, backstage),
    folder,
    close: async () => {
      await backstage.close();
      await journey.close();
      folder.remove();
    },
  };
};
