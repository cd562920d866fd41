import { Inject, Injectable } from '@nestjs/common';
import { areaCode, notFound, ok, present, refuse, type Result } from '@huiji/kernel';
import { announce, CONFIG, Database, personOf, recordAction, type Config, type Scope, type Tx } from '@huiji/platform';

import { BankChannel } from './bank/bank-channel';
import { writePacs028 } from './bank/pacs-028';
import { askBankJob } from './jobs/definitions';
import { PaymentNotices } from './payment-notices.service';
import { PaymentRepository } from './persistence/payment.repository';
import { StatusQuestionRepository } from './persistence/status-question.repository';

const MINUTE_MS = 60_000;

/** An instant as people of the area read it: 2020-07-15 09:00. */
const clockOf = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(
    instant,
  );

/** Payments on which the bank is silent: told, and asked about, never sent again (C11). */
@Injectable()
export class StatusQueryService {
  constructor(
    private readonly database: Database,
    private readonly channel: BankChannel,
    private readonly payments: PaymentRepository,
    private readonly questions: StatusQuestionRepository,
    private readonly notices: PaymentNotices,
    @Inject(CONFIG) private readonly config: Pick<Config, 'bankSilenceMinutes'>,
  ) {}

  /**
   * The one act on a payment of unknown outcome: a question to the bank, one at a time until the bank is heard or the
   * business day is over. Returns the payment's id. Refuses NOT_FOUND, PAYMENT_NOT_UNKNOWN, ALREADY_ASKED.
   */
  async ask(tx: Tx, input: { readonly paymentId: string }): Promise<Result<string>> {
    const payment = await this.payments.lock(tx, input.paymentId);
    if (!payment) return notFound('payment');
    if (payment.state !== 'unknown') return refuse('state', 'PAYMENT_NOT_UNKNOWN', { state: payment.state });
    const questionId = await this.questions.add(tx, payment.id, personOf(tx));
    if (questionId === undefined) {
      const since = await this.questions.waitsSince(tx, payment.id);
      return refuse('conflict', 'ALREADY_ASKED', { since: clockOf(present(since, 'a question that waits')) });
    }
    await recordAction(tx, {
      subjectType: 'payment',
      subjectId: payment.id,
      kind: 'PaymentAskedAbout',
      payload: { questionId },
    });
    await announce(tx, askBankJob, { area: tx.area, questionId });
    return ok(payment.id);
  }

  /** Hands the question over; it moves no money and may be handed over again. */
  async deliver(area: string, questionId: string): Promise<void> {
    const scope: Scope = { area: areaCode(area), actor: { kind: 'system', name: 'settlement.ask-bank' } };
    const question = await this.database.read(scope, (tx) => this.questions.find(tx, questionId));
    if (!question) throw new Error(`no question ${questionId}`);
    if (question.delivered) return;
    const pieces = async function* (): AsyncGenerator<string> {
      yield await Promise.resolve(writePacs028(question));
    };
    await this.channel.deliver(scope.area, `${question.messageId}.xml`, pieces());
    await this.database.inTransaction(scope, async (tx) => {
      await this.questions.markDelivered(tx, questionId);
      return ok(undefined);
    });
  }

  /** Marks payments unknown on which nothing was heard for the configured minutes, or since an earlier business day. */
  async noticeSilence(tx: Tx): Promise<Result<bigint>> {
    const since = new Date(tx.now.getTime() - this.config.bankSilenceMinutes * MINUTE_MS);
    const noticed = await this.payments.noteSilence(tx, since);
    if (noticed > 0n) await this.notices.tell(tx, 'payment-unknown', await this.payments.unknownOf(tx));
    return ok(noticed);
  }

  /** The same as a job, in a transaction of its own. */
  async noticeSilenceIn(area: string): Promise<void> {
    const scope: Scope = { area: areaCode(area), actor: { kind: 'system', name: 'settlement.notice-silent-payments' } };
    const noticed = await this.database.inTransaction(scope, (tx) => this.noticeSilence(tx));
    if (!noticed.ok) throw new Error(noticed.refusal.code);
  }
}
