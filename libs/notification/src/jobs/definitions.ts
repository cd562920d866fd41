import { defineJob } from '@huiji/platform';
import { z } from 'zod';

/** Sends one mail or message. Its payload holds ids only. */
export const deliverNoticeJob = defineJob({
  name: 'notification.deliver-notice',
  payload: z.object({ area: z.string(), deliveryId: z.uuid() }),
  attempts: 6,
  backoffMs: 5_000,
});

/** Calls one webhook with one event. */
export const callWebhookJob = defineJob({
  name: 'notification.call-webhook',
  payload: z.object({ area: z.string(), deliveryId: z.uuid() }),
  attempts: 8,
  backoffMs: 10_000,
});

export const notificationJobs = [deliverNoticeJob, callWebhookJob] as const;
