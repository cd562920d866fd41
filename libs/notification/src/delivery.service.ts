import { Injectable } from '@nestjs/common';
import { areaCode, ok, present } from '@huiji/kernel';
import { Database, type Scope, type Tx } from '@huiji/platform';
import { DeliveryChannels } from './channels/delivery-channels';
import { NotTaken } from './channels/mail-channel';
import { deliverNoticeJob } from './jobs/definitions';
import { letterKinds, type DeliveryState, type LetterKind, type NoticeKind } from './model/kinds';
import { NoticeVault } from './notice-vault';
import { letterOf, mailOf } from './notice-words';
import { DeliveryRepository, type StoredDelivery } from './persistence/delivery.repository';

const isLetter = (kind: NoticeKind | LetterKind): kind is LetterKind =>
  (letterKinds as readonly string[]).includes(kind);

/**
 * Mails and messages, at most once each: the intent is committed, then the server is called, then the answer is noted.
 * A try that died in between left `sending`: nobody knows whether it was taken, so it becomes `unknown` and is never sent
 * again (the notice itself stands in the product). What surely was not taken is tried again.
 */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly database: Database,
    private readonly rows: DeliveryRepository,
    private readonly channels: DeliveryChannels,
    private readonly vault: NoticeVault,
  ) {}

  /** One try. Throws to be tried again, when the server surely has not taken it and tries are left. */
  async deliver(area: string, deliveryId: string): Promise<void> {
    const scope: Scope = { area: areaCode(area), actor: { kind: 'system', name: deliverNoticeJob.name } };
    const begun = await this.write(scope, (tx) => this.begin(tx, deliveryId));
    if (begun === undefined) return;
    try {
      await this.send(area, begun);
    } catch (error) {
      const last = begun.attempts + 1 >= deliverNoticeJob.attempts;
      const words = error instanceof Error ? error.message : String(error);
      const taken = error instanceof NotTaken ? (last ? 'failed' : 'waiting') : 'unknown';
      await this.note(scope, deliveryId, taken, this.withoutAddress(area, begun, words));
      if (taken === 'waiting') throw new Error(`delivery ${deliveryId} was not taken`);
      return;
    }
    await this.note(scope, deliveryId, 'sent', null);
  }

  private async begin(tx: Tx, id: string): Promise<StoredDelivery | undefined> {
    const delivery = await this.rows.lock(tx, id);
    if (delivery?.state === 'sending') await this.rows.decide(tx, id, 'unknown', 'the try before died on the way');
    if (delivery?.state !== 'waiting') return undefined;
    await this.rows.begin(tx, id);
    return delivery;
  }

  private async send(area: string, delivery: StoredDelivery): Promise<void> {
    const to = this.vault.open('address', area, present(delivery.addressSealed, 'the address of a delivery'));
    const { kind } = delivery;
    const words = isLetter(kind)
      ? letterOf(kind, this.vault.open('link', area, present(delivery.linkSealed, 'the link of a letter')))
      : mailOf(kind, delivery.facts);
    if (delivery.channel === 'sms') await this.channels.sms.send({ id: delivery.id, area, to, text: words.subject });
    else await this.channels.mail.send({ messageId: `<${delivery.id}@${area}.huiji>`, to, ...words });
  }

  /** What a server says often repeats the address; the log does not. */
  private withoutAddress(area: string, { addressSealed }: StoredDelivery, words: string): string {
    const address = addressSealed === null ? '' : this.vault.open('address', area, addressSealed);
    return address === '' ? words : words.replaceAll(address, '＊＊＊');
  }

  private note(scope: Scope, id: string, state: DeliveryState, fault: string | null): Promise<void> {
    return this.write(scope, (tx) => this.rows.decide(tx, id, state, fault));
  }

  private async write<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const done = await this.database.inTransaction(scope, async (tx) => ok(await work(tx)));
    if (!done.ok) throw new Error('a note is never refused');
    return done.value;
  }
}
