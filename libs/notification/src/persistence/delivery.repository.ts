import { Injectable } from '@nestjs/common';
import type { Tx } from '@huiji/platform';
import type { DeliveryState, LetterKind, NoticeKind, OutsideChannel } from '../model/kinds';
import type { NoticeFacts } from '../model/notice';

/** A mail or message on its way, with what it says. */
export interface StoredDelivery {
  readonly id: string;
  readonly kind: NoticeKind | LetterKind;
  readonly channel: OutsideChannel;
  readonly addressSealed: string | null;
  readonly linkSealed: string | null;
  readonly facts: NoticeFacts;
  readonly state: DeliveryState;
  readonly attempts: number;
}

@Injectable()
export class DeliveryRepository {
  /** The delivery, locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<StoredDelivery | undefined> {
    const [row] = await tx.query<StoredDelivery>(
      `SELECT d.id, d.kind, d.channel, d.address_sealed AS "addressSealed", d.link_sealed AS "linkSealed",
              coalesce(n.facts, d.facts) AS facts, d.state, d.attempts
       FROM notification.delivery d
       LEFT JOIN notification.notice n ON n.area = $1 AND n.id = d.notice_id
       WHERE d.area = $1 AND d.id = $2 FOR UPDATE OF d`,
      [tx.area, id],
    );
    return row;
  }

  /** Notes that a try begins, before anything is called. */
  async begin(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `UPDATE notification.delivery SET state = 'sending', attempts = attempts + 1 WHERE area = $1 AND id = $2`,
      [tx.area, id],
    );
  }

  /** Notes what became of it; a decided one forgets its link. */
  async decide(tx: Tx, id: string, state: DeliveryState, fault: string | null): Promise<void> {
    await tx.query(
      `UPDATE notification.delivery
       SET state = $3, fault = left($4, 500),
           decided_at = CASE WHEN $3 IN ('waiting', 'sending') THEN NULL ELSE $5::timestamptz END,
           link_sealed = CASE WHEN $3 IN ('waiting', 'sending') THEN link_sealed END
       WHERE area = $1 AND id = $2`,
      [tx.area, id, state, fault, tx.now],
    );
  }
}
