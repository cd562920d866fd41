import type { BatchAction, BatchState } from '../model/batch';

/**
 * Payment order (domain law §4.7): made by the clerk, locked, passed by three other people, released, sent, settled.
 * A batch in flight is `sending`: a second scheduler finds nothing to do with it. A returned batch is closed for good,
 * since its reviewers have used their one part; its payables open again. A locked one that nobody has decided on may be taken back.
 */
export const batchTransitions = {
  draft: { lock: 'locked', discard: 'discarded' },
  locked: { pass: 'in-review', return: 'returned', release: 'released', withdraw: 'draft' },
  'in-review': { pass: 'in-review', return: 'returned', release: 'released' },
  released: { 'start-sending': 'sending' },
  sending: { 'record-sent': 'sent' },
  sent: { settle: 'settled' },
  settled: {},
  returned: {},
  discarded: {},
} as const satisfies Record<BatchState, Partial<Record<BatchAction, BatchState>>>;
