import type { Provider } from '@nestjs/common';
import { JobRunner } from '@huiji/platform';
import { noticeSilenceJob, readBankMessagesJob } from '@huiji/settlement';
import { SCHEDULED_ACTS, type ScheduledAct } from './schedule';

const SECOND_MS = 1000;

/** What time starts, and how often. */
export const scheduledActs: Provider = {
  provide: SCHEDULED_ACTS,
  inject: [JobRunner],
  useFactory: (jobs: JobRunner): readonly ScheduledAct[] => [
    {
      name: 'read what the bank put out',
      everyMs: SECOND_MS,
      run: (area) => jobs.turn(readBankMessagesJob, { area }),
    },
    {
      name: 'notice payments on which the bank is silent',
      everyMs: 30 * SECOND_MS,
      run: (area) => jobs.turn(noticeSilenceJob, { area }),
    },
  ],
};
