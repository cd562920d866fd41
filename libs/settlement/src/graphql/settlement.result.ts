import { mutationResult } from '@huiji/platform';

import { BatchType } from './batch.type';
import { InvoiceType } from './invoice.type';
import { PaymentType } from './payment.type';

export const InvoiceConfirmResult = mutationResult('InvoiceConfirmResult', () => InvoiceType);
export const InvoiceDisputeResult = mutationResult('InvoiceDisputeResult', () => InvoiceType);
export const InvoiceWithdrawResult = mutationResult('InvoiceWithdrawResult', () => InvoiceType);
export const BatchCreateResult = mutationResult('BatchCreateResult', () => BatchType);
export const BatchLockResult = mutationResult('BatchLockResult', () => BatchType);
export const BatchWithdrawResult = mutationResult('BatchWithdrawResult', () => BatchType);
export const BatchDiscardResult = mutationResult('BatchDiscardResult', () => BatchType);
export const BatchReviewResult = mutationResult('BatchReviewResult', () => BatchType);
export const PaymentStatusQueryResult = mutationResult('PaymentStatusQueryResult', () => PaymentType);
