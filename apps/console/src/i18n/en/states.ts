import type { Words } from '../words';
import type { zh } from '../zh';

export const states: Words<typeof zh.states> = {
  campaign: { PLANNED: 'Not yet open', OPEN: 'Open', CLOSED: 'Closed' },
  report: {
    DRAFT: 'Draft',
    READING: 'Being read',
    FAULTY: 'Has faults',
    SUBMITTED: 'Submitted, in review',
    ACCEPTED: 'Accepted',
    RETURNED: 'Returned',
  },
  period: { PLANNED: 'Not computed', ALLOCATED: 'Allocated', CONTRACTED: 'Contracts drafted', IN_FORCE: 'In force' },
  contract: { DRAFTED: 'Drafted', IN_FORCE: 'In force' },
  order: {
    PLACED: 'Waits for the supplier',
    CONFIRMED: 'Confirmed',
    REFUSED: 'Refused',
    CANCELLED: 'Cancelled',
    CLOSED: 'Closed',
  },
  invoice: {
    MATCHED: 'Waits for the hospital',
    CONFIRMED: 'Confirmed',
    DISPUTED: 'Disputed',
    WITHDRAWN: 'Withdrawn',
  },
  payable: { OPEN: 'Open', BATCHED: 'In a batch', PAID: 'Paid' },
  batch: {
    DRAFT: 'Draft',
    LOCKED: 'Locked, waits for first review',
    IN_REVIEW: 'In review',
    RELEASED: 'Released',
    SENDING: 'Being sent',
    SENT: 'Sent to the bank',
    SETTLED: 'Settled',
    RETURNED: 'Returned',
    DISCARDED: 'Discarded',
  },
  payment: {
    PLANNED: 'Planned',
    READY: 'Ready',
    SENT: 'Sent',
    ACCEPTED: 'Accepted by the bank',
    PAID: 'Paid',
    REJECTED: 'Rejected by the bank',
    UNKNOWN: 'Unknown',
    RETURNED: 'Came back',
    WITHDRAWN: 'Withdrawn',
  },
  sheet: {
    OPEN: 'Waits for the hospital',
    OBJECTED: 'Objected',
    CONFIRMED: 'Confirmed',
    HANDED_OVER: 'Handed over to payment',
    SUPERSEDED: 'Superseded',
  },
};
