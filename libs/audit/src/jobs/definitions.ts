import { defineJob } from '@huiji/platform';
import { z } from 'zod';

/** Looks how far the trail of an area reaches, and seals what no transaction can add to any more. */
export const sealActionsJob = defineJob({ name: 'audit.seal-actions', payload: z.object({ area: z.string() }) });

/** Recomputes the seals of an area for somebody who asked. */
export const verifySealsJob = defineJob({
  name: 'audit.verify-seals',
  payload: z.object({ area: z.string(), verificationId: z.uuid() }),
  lane: 'bulk',
});

/** Forgets whoever's time is over by the rules of retention. */
export const applyRetentionJob = defineJob({ name: 'audit.apply-retention', payload: z.object({ area: z.string() }) });

/** Encrypts with the newest key what is still under an older one. */
export const rotateKeysJob = defineJob({
  name: 'audit.rotate-keys',
  payload: z.object({ area: z.string() }),
  lane: 'bulk',
});
