import type { PayableAction, PayableState } from '../model/payable';

/** A payable waits open, sits in one batch, is paid; a rejected, withdrawn or returned payment opens it again. */
export const payableTransitions = {
  open: { batch: 'batched' },
  batched: { release: 'open', pay: 'paid', reopen: 'open' },
  paid: { reopen: 'open' },
} as const satisfies Record<PayableState, Partial<Record<PayableAction, PayableState>>>;
