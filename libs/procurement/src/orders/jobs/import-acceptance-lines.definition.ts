import { defineJob } from '@huiji/platform';
import { z } from 'zod';

/** Told when a file of acceptances was received: check every line, apply all or none. */
export const importAcceptanceLines = defineJob({
  name: 'procurement.import-acceptance-lines',
  payload: z.object({ area: z.string(), importId: z.uuid() }),
  attempts: 3,
  backoffMs: 2000,
  lane: 'bulk',
});
