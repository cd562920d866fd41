/**
 * planned: in a batch under review · ready: released, instruction id stored · sent · accepted by the bank ·
 * paid on its final word · rejected · unknown: the bank is silent · returned after booking (退汇) ·
 * withdrawn: the batch was sent back.
 */
export const paymentStates = [
  'planned',
  'ready',
  'sent',
  'accepted',
  'paid',
  'rejected',
  'unknown',
  'returned',
  'withdrawn',
] as const;
export type PaymentState = (typeof paymentStates)[number];

export type PaymentAction = 'release' | 'withdraw' | 'send' | 'accept' | 'pay' | 'reject' | 'fall-silent' | 'return';
