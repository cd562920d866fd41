import type { INestApplicationContext } from '@nestjs/common';
import { castAdministrators } from './administrators';
import { playChongqing } from './chongqing/play-chongqing';
import { ClockedBank } from './payment/clocked-bank';
import { playSuining } from './suining/play-suining';

/** Plays both areas, act by act, through the services; the same ids, days and amounts every time. */
export const playDemonstration = async (
  app: INestApplicationContext,
  bankDirectory: string,
  say: (line: string) => void,
): Promise<void> => {
  const bank = new ClockedBank(bankDirectory);
  try {
    await playSuining({ app, bank, say });
    await playChongqing({ app, bank, say });
    await castAdministrators(app);
  } finally {
    bank.close();
  }
};
