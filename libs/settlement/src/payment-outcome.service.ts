import { Injectable } from '@nestjs/common';
import { ok, type PlainDate, type Result } from '@huiji/kernel';
import { LedgerService } from '@huiji/ledger';
import { nextState, type Tx } from '@huiji/platform';

import { BatchSendingService } from './batch-sending.service';
import type { BankNews } from './model/bank-news';
import type { PaymentAction, PaymentState } from './model/payment';
import { BankNewsRepository, type HeardPayment, type PaymentChange } from './persistence/bank-news.repository';
import { returnPostings } from './persistence/batch.sql';
import { moveSelected } from './persistence/state-moves';
import { PaymentNotices } from './payment-notices.service';
import { payableTransitions } from './rules/payable-states';
import { paymentTransitions } from './rules/payment-states';

/** A payment, what becomes of it, and the news that says so. */
export interface DecidedPayment {
  readonly payment: HeardPayment;
  readonly action: PaymentAction;
  readonly news: BankNews;
}

const kinds = {
  release: 'PaymentReleased',
  withdraw: 'PaymentWithdrawn',
  send: 'PaymentSent',
  accept: 'PaymentAccepted',
  pay: 'PaymentPaid',
  reject: 'PaymentRejected',
  'fall-silent': 'PaymentFellSilent',
  return: 'PaymentReturned',
} as const satisfies Record<PaymentAction, string>;

const dayOf = (tx: Tx, news: BankNews): PlainDate => (news.kind === 'status' ? tx.businessDate : news.bookedOn);

const changeOf = (tx: Tx, { payment, action, news }: DecidedPayment, to: PaymentState): PaymentChange => ({
  id: payment.id,
  from: payment.state,
  to,
  kind: kinds[action],
  ...(news.kind === 'status' ? { statusCode: news.status } : {}),
  ...(news.kind === 'booked' ? { bookedEntry: news.entryReference } : {}),
  ...(news.kind === 'returned' ? { returnedEntry: news.entryReference } : {}),
  ...('reasonCode' in news && news.reasonCode !== undefined ? { reasonCode: news.reasonCode } : {}),
  ...('reasonText' in news && news.reasonText !== undefined ? { reasonText: news.reasonText } : {}),
  ...(action === 'accept' ? { acceptedOn: dayOf(tx, news) } : { decidedOn: dayOf(tx, news) }),
});

/**
 * What the bank's word does to money, in sets: paid posts the pending transfer, rejected voids it and opens the payable
 * again, returned adds a transfer the other way and opens the payable again. Nothing is deleted or edited (PD-06, PD-29).
 */
@Injectable()
export class PaymentOutcomeService {
  constructor(
    private readonly rows: BankNewsRepository,
    private readonly ledger: LedgerService,
    private readonly sending: BatchSendingService,
    private readonly notices: PaymentNotices,
  ) {}

  /** Applies at most one move to each payment; the payments are locked. */
  async apply(tx: Tx, decided: readonly DecidedPayment[]): Promise<Result<void>> {
    if (decided.length === 0) return ok(undefined);
    const changes: PaymentChange[] = [];
    for (const one of decided) {
      const to = nextState(paymentTransitions, one.payment.state, one.action);
      if (!to.ok) return to;
      changes.push(changeOf(tx, one, to.value));
    }
    await this.rows.change(tx, changes);
    for (const action of ['pay', 'reject', 'return'] as const) {
      const done = await this.money(
        tx,
        action,
        decided.filter((one) => one.action === action),
      );
      if (!done.ok) return done;
    }
    for (const action of ['reject', 'return'] as const) {
      const ids = decided.filter((one) => one.action === action).map(({ payment }) => payment.id);
      await this.notices.tell(tx, action === 'reject' ? 'payment-rejected' : 'payment-returned', ids);
    }
    return this.settle(tx, [...new Set(decided.map(({ payment }) => payment.batchId))]);
  }

  private async money(
    tx: Tx,
    action: 'pay' | 'reject' | 'return',
    decided: readonly DecidedPayment[],
  ): Promise<Result<void>> {
    if (decided.length === 0) return ok(undefined);
    const payables = decided.map(({ payment }) => payment.payableId);
    const { batched, paid } = payableTransitions;
    if (action === 'pay') await this.movePayables(tx, payables, 'batched', batched.pay, 'PayablePaid');
    else if (action === 'reject') await this.movePayables(tx, payables, 'batched', batched.reopen, 'PayableReopened');
    else await this.movePayables(tx, payables, 'paid', paid.reopen, 'PayableReopened');
    for (const day of [...new Set(decided.map(({ news }) => dayOf(tx, news)))].sort()) {
      const ids = decided.filter(({ news }) => dayOf(tx, news) === day).map(({ payment }) => payment.id);
      const posted = await this.post(tx, action, day, ids);
      if (!posted.ok) return posted;
    }
    return ok(undefined);
  }

  private post(
    tx: Tx,
    action: 'pay' | 'reject' | 'return',
    day: PlainDate,
    paymentIds: readonly string[],
  ): Promise<Result<bigint>> {
    if (action === 'return') return this.ledger.postSelected(tx, returnPostings, [tx.area, paymentIds, day]);
    return this.ledger.resolveSelected(
      tx,
      action === 'pay' ? 'posted' : 'voided',
      day,
      `SELECT 'PAYMENT' AS code, 'payment' AS reference_type, u.id AS reference_id FROM unnest($1::uuid[]) AS u(id)`,
      [paymentIds],
    );
  }

  private async movePayables(
    tx: Tx,
    payableIds: readonly string[],
    from: string,
    to: string,
    kind: string,
  ): Promise<void> {
    await moveSelected(
      tx,
      { table: 'settlement.payable', subjectType: 'payable', kind, to },
      `state = $2 AND id = ANY($1::uuid[])`,
      [payableIds, from],
    );
  }

  private async settle(tx: Tx, batchIds: readonly string[]): Promise<Result<void>> {
    for (const batchId of batchIds.toSorted()) {
      const settled = await this.sending.settleWhenDecided(tx, batchId);
      if (!settled.ok) return settled;
    }
    return ok(undefined);
  }
}
