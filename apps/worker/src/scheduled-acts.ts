import type { Provider } from '@nestjs/common';
import { SCHEDULED_ACTS, type ScheduledAct } from './schedule';

/** What time starts, and how often. */
export const scheduledActs: Provider = {
  provide: SCHEDULED_ACTS,
  inject: [],
  useFactory: (): readonly ScheduledAct[] => [],
};
