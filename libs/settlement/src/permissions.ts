import { type Permissions, accountKeepers, overseers, reviewers } from '@huiji/platform';

/** Who may do what with invoices, payables, batches and payments (结算). */
export const settlementPermissions = {
  invoices: { ...overseers, hospital: 'organisation', supplier: 'organisation' },
  invoice: { ...overseers, hospital: 'organisation', supplier: 'organisation' },
  invoicePath: { ...overseers, hospital: 'organisation', supplier: 'organisation' },
  payables: { ...overseers, ...accountKeepers, hospital: 'organisation', supplier: 'organisation' },
  payable: { ...overseers, hospital: 'organisation', supplier: 'organisation' },
  payments: { ...overseers, hospital: 'organisation', supplier: 'organisation' },
  payment: { ...overseers, hospital: 'organisation', supplier: 'organisation' },
  batches: overseers,
  batch: overseers,
  bankExceptions: overseers,
  invoiceConfirm: { hospital: 'organisation' },
  invoiceDispute: { hospital: 'organisation' },
  invoiceWithdraw: { supplier: 'organisation' },
  batchCreate: { 'agency-clerk': 'area' },
  batchLock: { 'agency-clerk': 'area' },
  batchWithdraw: { 'agency-clerk': 'area' },
  batchDiscard: { 'agency-clerk': 'area' },
  batchReview: reviewers,
  paymentStatusQuery: { 'agency-clerk': 'area' },
} satisfies Permissions;
