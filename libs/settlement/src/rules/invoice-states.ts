import type { InvoiceAction, InvoiceState } from '../model/invoice';

/** An invoice fits what was accepted (matched); the hospital confirms or disputes it; the supplier may withdraw it before. */
export const invoiceTransitions = {
  matched: { confirm: 'confirmed', dispute: 'disputed', withdraw: 'withdrawn' },
  disputed: { confirm: 'confirmed', withdraw: 'withdrawn' },
  confirmed: {},
  withdrawn: {},
} as const satisfies Record<InvoiceState, Partial<Record<InvoiceAction, InvoiceState>>>;
