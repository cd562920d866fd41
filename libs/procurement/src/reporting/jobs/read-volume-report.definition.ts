import { defineJob } from '@huiji/platform';
import { z } from 'zod';

/** Told when a hospital uploaded a sheet: read its rows. */
export const readVolumeReport = defineJob({
  name: 'procurement.read-volume-report',
  payload: z.object({ area: z.string(), reportId: z.uuid(), edition: z.number().int().min(1) }),
  attempts: 5,
  backoffMs: 1000,
});
