import { Inject, Injectable } from '@nestjs/common';
import { announceAll, type Tx } from '@huiji/platform';
import { DeliveryChannels } from './channels/delivery-channels';
import { callWebhookJob, deliverNoticeJob } from './jobs/definitions';
import type { NoticeDraft } from './model/notice';
import { insertDeliveries, insertEvents, insertNotices } from './persistence/notice.sql';
import { quietDefaults } from './rules/quiet-defaults';
import { safeFacts } from './rules/safe-facts';

interface Made {
  readonly id: string;
}

/**
 * The port by which everybody tells people something: in the transaction of what happened, so that both are there or
 * neither. Mail, message and webhook leave by the outbox, after the commit.
 */
@Injectable()
export class NoticeService {
  constructor(@Inject(DeliveryChannels) private readonly channels: Pick<DeliveryChannels, 'available'>) {}

  /**
   * Tells each draft to its audience, once per person and key, in a few statements however many people there are.
   * Numbers that look personal are taken out of the facts. Answers how many notices are new.
   */
  async notify(tx: Tx, drafts: readonly NoticeDraft[]): Promise<number> {
    if (drafts.length === 0) return 0;
    const json = JSON.stringify(drafts.map(rowOf));
    const notices = await tx.query<Made>(insertNotices, [tx.area, json, tx.businessDate, tx.now]);
    if (notices.length > 0 && this.channels.available.length > 0) await this.deliver(tx, notices);
    if (drafts.some(({ to }) => to.organisationId !== undefined)) await this.callWebhooks(tx, json);
    return notices.length;
  }

  private async deliver(tx: Tx, notices: readonly Made[]): Promise<void> {
    const made = await tx.query<Made>(insertDeliveries, [
      tx.area,
      notices.map(({ id }) => id),
      this.channels.available,
      tx.now,
      JSON.stringify(quietDefaults),
    ]);
    await announceAll(
      tx,
      deliverNoticeJob,
      made.map(({ id }) => ({ area: tx.area, deliveryId: id })),
    );
  }

  private async callWebhooks(tx: Tx, json: string): Promise<void> {
    const made = await tx.query<Made>(insertEvents, [tx.area, json, tx.now]);
    await announceAll(
      tx,
      callWebhookJob,
      made.map(({ id }) => ({ area: tx.area, deliveryId: id })),
    );
  }
}

const rowOf = ({ kind, subjectType, subjectId, facts, dedupe, to }: NoticeDraft, n: number) => ({
  n,
  kind,
  subject_type: subjectType,
  subject_id: subjectId,
  facts: safeFacts(facts),
  dedupe,
  people: to.people ?? [],
  roles: to.roles ?? null,
  organisation_id: to.organisationId ?? null,
  except_people: to.except ?? null,
});
