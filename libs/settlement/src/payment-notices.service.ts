import { Injectable } from '@nestjs/common';
import { fen, formatYuan } from '@huiji/kernel';
import { NoticeService, type NoticeDraft } from '@huiji/notification';
import type { Tx } from '@huiji/platform';
import { PaymentRepository, type PaymentGroup } from './persistence/payment.repository';

/** Tells clerks, and the organisations that were to be paid, what the bank did not do. People are told by the agency. */
@Injectable()
export class PaymentNotices {
  constructor(
    private readonly payments: PaymentRepository,
    private readonly notices: NoticeService,
  ) {}

  /** Once per batch and per organisation, however many payments there are. */
  async tell(
    tx: Tx,
    kind: 'payment-rejected' | 'payment-returned' | 'payment-unknown',
    paymentIds: readonly string[],
  ): Promise<void> {
    if (paymentIds.length === 0) return;
    const groups = await this.payments.groups(tx, paymentIds);
    const draft = ({ firstId, batchId, payeeId, count, sumFen }: PaymentGroup): NoticeDraft => ({
      kind,
      subjectType: payeeId === null ? 'payment-batch' : 'payment',
      subjectId: payeeId === null ? batchId : firstId,
      facts: { noun: 'payment', count: count.toString(), amount: formatYuan(fen(sumFen)) },
      dedupe: `${batchId}:${firstId}`,
      to: payeeId === null ? { roles: ['agency-clerk'] } : { organisationId: payeeId },
    });
    // Whether a payment is unknown is the agency's to find out; the payee is told when it is known.
    const whom = kind === 'payment-unknown' ? groups.filter(({ payeeId }) => payeeId === null) : groups;
    await this.notices.notify(tx, whom.map(draft));
  }
}
