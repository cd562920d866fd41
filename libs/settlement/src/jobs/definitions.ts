import { defineJob } from '@huiji/platform';
import { z } from 'zod';

const area = z.string().regex(/^[1-9]\d{5}$/);

/** Hands the file of a released batch to the bank, once. */
export const sendBatchJob = defineJob({
  name: 'settlement.send-batch',
  payload: z.object({ area, batchId: z.uuid() }),
  attempts: 20,
  backoffMs: 500,
});

/** Asks the bank about one payment of unknown outcome. */
export const askBankJob = defineJob({
  name: 'settlement.ask-bank',
  payload: z.object({ area, questionId: z.uuid() }),
  attempts: 20,
  backoffMs: 500,
});

/** Reads whatever the bank put out for an area; scheduled every few seconds. */
export const readBankMessagesJob = defineJob({
  name: 'settlement.read-bank-messages',
  payload: z.object({ area }),
  attempts: 5,
  backoffMs: 1_000,
});

/** Marks payments on which the bank is silent as unknown; scheduled, and run when the business date moves. */
export const noticeSilenceJob = defineJob({
  name: 'settlement.notice-silent-payments',
  payload: z.object({ area }),
  attempts: 5,
  backoffMs: 1_000,
});
