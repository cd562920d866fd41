import { registerEnum } from '@huiji/platform';

import type { BatchState } from '../model/batch';
import type { InvoiceState } from '../model/invoice';
import type { PathStatus, PathStep, StopReason } from '../model/invoice-path';
import type { HoldReason, PayableKind, PayableState } from '../model/payable';
import type { PaymentState } from '../model/payment';

export const InvoiceStateEnum = registerEnum<InvoiceState>('InvoiceState', 'State of an invoice (发票状态).', {
  matched: 'Fits what was accepted; waits for the hospital (已匹配，待医院确认).',
  confirmed: 'Confirmed by the hospital; the fund owes it (已确认).',
  disputed: 'Disputed by the hospital, with a reason (有异议).',
  withdrawn: 'Taken back by the supplier (已撤回).',
});

export const PayableKindEnum = registerEnum<PayableKind>('PayableKind', 'Why the fund owes (应付款类型).', {
  'supplier-invoice': 'An invoice of a supplier (企业货款).',
  'retained-savings': 'Savings left to a hospital (结余留用).',
  'care-subsidy': 'A long-term-care subsidy (长期护理补贴).',
});

export const PayableStateEnum = registerEnum<PayableState>('PayableState', 'State of a payable (应付款状态).', {
  open: 'Waits for a batch (待付).',
  batched: 'In a batch (付款中).',
  paid: 'Paid, by the ledger (已付).',
});

export const HoldReasonEnum = registerEnum<HoldReason>('PayableHoldReason', 'Why a payable is on hold (暂缓原因).', {
  'care-death': 'A death became known in a month it pays (参保人死亡).',
  'care-moved-away': 'A move out of the area became known (参保人迁出).',
  'care-hospital-stay': 'A stay in hospital became known (参保人住院).',
});

export const BatchStateEnum = registerEnum<BatchState>('PaymentBatchState', 'State of a payment batch (批次状态).', {
  draft: 'Made by the clerk, not sealed (草稿).',
  locked: 'Sealed with count, sum and hash; waits for the first review (已锁定).',
  'in-review': 'Passed by at least one reviewer (审核中).',
  released: 'Passed by all; waits to be sent (已放行).',
  sending: 'On its way to the bank (发送中).',
  sent: 'Handed to the bank (已发送).',
  settled: 'Decided by the bank, line by line (已办结).',
  returned: 'Sent back by a reviewer, closed (已退回).',
  discarded: 'Given up by the clerk before it was sealed (已作废).',
});

export const PaymentStateEnum = registerEnum<PaymentState>('PaymentState', 'State of a payment (付款状态).', {
  planned: 'In a batch under review (待审核).',
  ready: 'Released, with its instruction id (待发送).',
  sent: 'Handed to the bank (已发送).',
  accepted: 'Accepted by the bank (银行已受理).',
  paid: 'Paid on the final word of the bank (已支付).',
  rejected: 'Refused by the bank; the payable is open again (已拒绝).',
  unknown: 'The bank is silent: neither paid nor failed; only a question is permitted (结果未明).',
  returned: 'The money came back after it was booked; the payable is open again (退汇).',
  withdrawn: 'Its batch was returned or given up (已撤出).',
});

export const PathStepEnum = registerEnum<PathStep>('InvoicePathStep', 'A step of an invoice to its money (环节).', {
  registered: 'Registered and matched (登记匹配).',
  confirmed: 'Confirmed by the hospital (医院确认).',
  payable: 'Owed by the fund (生成应付).',
  batched: 'Put into a batch (列入批次).',
  reviewed: 'Passed by three people (三级审核).',
  released: 'Released (放行).',
  sent: 'Handed to the bank (送银行).',
  accepted: 'Accepted by the bank (银行受理).',
  paid: 'Paid (到账).',
});

export const PathStatusEnum = registerEnum<PathStatus>('InvoicePathStatus', 'How a step stands (环节状态).', {
  done: 'Happened (已完成).',
  current: 'Waited for now (进行中).',
  stopped: 'Stopped: somebody must act (受阻).',
  ahead: 'Later (未开始).',
});

export const StopReasonEnum = registerEnum<StopReason>('InvoiceStopReason', 'Why an invoice stops (受阻原因).', {
  'disputed-by-hospital': 'The hospital disputes it (医院有异议).',
  withdrawn: 'The supplier took it back (企业已撤回).',
  'batch-returned': 'A reviewer sent the batch back (批次被退回).',
  'rejected-by-bank': 'The bank refused the payment (银行拒绝).',
  'returned-after-booking': 'The money came back (退汇).',
  'bank-silent': 'The bank has not answered; it is asked, never paid twice (银行未答复).',
});
