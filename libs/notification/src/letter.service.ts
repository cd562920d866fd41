import { Injectable } from '@nestjs/common';
import { announce, type Tx } from '@huiji/platform';
import { DeliveryChannels } from './channels/delivery-channels';
import { deliverNoticeJob } from './jobs/definitions';
import type { LetterKind } from './model/kinds';
import { NoticeVault } from './notice-vault';

/** A mail with a link that works once: an invitation, or the reset of a password. */
export interface LetterDraft {
  readonly kind: LetterKind;
  /** Who gets it. */
  readonly personId: string;
  /** Where to, as it was checked by whoever keeps it. */
  readonly mail: string;
  /** The whole link, its token in it; sealed until it is sent, and then forgotten. */
  readonly link: string;
  /** What makes it this one: the id of the invitation or of the reset. */
  readonly dedupe: string;
}

/** Letters with one-time links; the only mails that carry a token. */
@Injectable()
export class LetterService {
  constructor(
    private readonly channels: DeliveryChannels,
    private readonly vault: NoticeVault,
  ) {}

  /** Whether a letter can leave: where no mail server is set, the link is handed over in another way. */
  get canSend(): boolean {
    return this.channels.mail.available;
  }

  /** Sends a letter with the caller's transaction, once per key; false when no mail server is set. */
  async send(tx: Tx, { kind, personId, mail, link, dedupe }: LetterDraft): Promise<boolean> {
    if (!this.canSend) return false;
    const made = await tx.query<{ id: string }>(
      `INSERT INTO notification.delivery (area, id, recipient_id, kind, channel, dedupe, address_sealed, link_sealed, facts, state, made_at)
       VALUES ($1, $2, $3, $4, 'mail', $5, $6, $7, '{}', 'waiting', $8)
       ON CONFLICT ON CONSTRAINT delivery_of_letter_once DO NOTHING RETURNING id`,
      [
        tx.area,
        tx.newId(),
        personId,
        kind,
        dedupe,
        this.vault.seal('address', tx.area, mail),
        this.vault.seal('link', tx.area, link),
        tx.now,
      ],
    );
    for (const { id } of made) await announce(tx, deliverNoticeJob, { area: tx.area, deliveryId: id });
    return true;
  }
}
