import type { PaymentAction, PaymentState } from '../model/payment';

/**
 * The bank's word about a payment that is only `ready` proves that the file arrived although we had not yet written so
 * down; it is therefore taken. Nothing leads from `unknown` back to `sent`: silence is answered by a question, never by
 * sending again.
 */
export const paymentTransitions = {
  planned: { release: 'ready', withdraw: 'withdrawn' },
  ready: { send: 'sent', accept: 'accepted', pay: 'paid', reject: 'rejected' },
  sent: { accept: 'accepted', pay: 'paid', reject: 'rejected', 'fall-silent': 'unknown' },
  accepted: { pay: 'paid', reject: 'rejected', 'fall-silent': 'unknown' },
  unknown: { accept: 'accepted', pay: 'paid', reject: 'rejected' },
  paid: { return: 'returned' },
  rejected: {},
  returned: {},
  withdrawn: {},
} as const satisfies Record<PaymentState, Partial<Record<PaymentAction, PaymentState>>>;

/** States in which a payable must not get a second payment. */
export const livePaymentStates = [
  'planned',
  'ready',
  'sent',
  'accepted',
  'unknown',
  'paid',
] as const satisfies readonly PaymentState[];
