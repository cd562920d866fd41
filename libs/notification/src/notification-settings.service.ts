import { Injectable } from '@nestjs/common';
import { badInput, ok, type FieldIssue, type Result } from '@huiji/kernel';
import { personOf, recordAction, type Tx } from '@huiji/platform';
import { DeliveryChannels } from './channels/delivery-channels';
import { channels, noticeKinds, type Channel, type NoticeKind } from './model/kinds';
import { NoticeVault } from './notice-vault';
import { isWanted } from './rules/quiet-defaults';
import { mailIssues, mobileIssues } from './rules/settings-issues';

/** Whether one kind comes by one channel. */
export interface ChannelChoice {
  readonly kind: NoticeKind;
  readonly channel: Channel;
  readonly wanted: boolean;
}

/** What a person wants to be told, how, and where to; addresses are masked. */
export interface NotificationSettings {
  readonly mailMasked: string | null;
  readonly phoneMasked: string | null;
  readonly mailAvailable: boolean;
  readonly smsAvailable: boolean;
  readonly choices: readonly ChannelChoice[];
}

export interface SettingsWish {
  /** Absent: as it is; an empty text: none. */
  readonly mail?: string | null;
  readonly phone?: string | null;
  readonly choices?: readonly ChannelChoice[] | null;
}

const masked = (address: string): string => {
  const at = address.indexOf('@');
  return at > 0 ? `${address.slice(0, 1)}＊＊＊${address.slice(at)}` : `＊＊＊＊${address.slice(-4)}`;
};

/** A person's own settings of notices, in one area. */
@Injectable()
export class NotificationSettingsService {
  constructor(
    private readonly vault: NoticeVault,
    private readonly outside: DeliveryChannels,
  ) {}

  async of(tx: Tx, personId: string): Promise<NotificationSettings> {
    const [contact] = await tx.query<{ mail_sealed: string | null; phone_sealed: string | null }>(
      'SELECT mail_sealed, phone_sealed FROM notification.contact WHERE area = $1 AND person_id = $2',
      [tx.area, personId],
    );
    const chosen = await tx.query<ChannelChoice>(
      'SELECT kind, channel, wanted FROM notification.choice WHERE area = $1 AND person_id = $2',
      [tx.area, personId],
    );
    const known = new Map(chosen.map(({ kind, channel, wanted }) => [`${kind} ${channel}`, wanted]));
    return {
      mailMasked: this.shown(tx, contact?.mail_sealed),
      phoneMasked: this.shown(tx, contact?.phone_sealed),
      mailAvailable: this.outside.mail.available,
      smsAvailable: this.outside.sms.available,
      choices: noticeKinds.flatMap((kind) =>
        channels.map((channel) => ({
          kind,
          channel,
          wanted: isWanted(kind, channel, known.get(`${kind} ${channel}`)),
        })),
      ),
    };
  }

  /** Changes the actor's own settings. Refuses BAD_INPUT (address, number). Answers the actor. */
  async set(tx: Tx, wish: SettingsWish): Promise<Result<string>> {
    const person = personOf(tx);
    const issues: readonly FieldIssue[] = [
      ...(wish.mail ? mailIssues('mail', wish.mail) : []),
      ...(wish.phone ? mobileIssues('phone', wish.phone) : []),
    ];
    if (issues.length > 0) return badInput(issues);
    for (const column of ['mail', 'phone'] as const) await this.setContact(tx, person, column, wish[column]);
    for (const { kind, channel, wanted } of wish.choices ?? [])
      await tx.query(
        `INSERT INTO notification.choice (area, person_id, kind, channel, wanted) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (area, person_id, kind, channel) DO UPDATE SET wanted = excluded.wanted`,
        [tx.area, person, kind, channel, wanted],
      );
    await recordAction(tx, {
      subjectType: 'notification-settings',
      subjectId: person,
      kind: 'NotificationSettingsChanged',
      payload: {
        mail: typeof wish.mail === 'string',
        phone: typeof wish.phone === 'string',
        choices: (wish.choices ?? []).map(({ kind, channel, wanted }) => `${kind} ${channel} ${wanted ? 'on' : 'off'}`),
      },
    });
    return ok(person);
  }

  private async setContact(
    tx: Tx,
    person: string,
    which: 'mail' | 'phone',
    address: string | null | undefined,
  ): Promise<void> {
    if (typeof address !== 'string') return;
    const sealed = address === '' ? null : this.vault.seal('address', tx.area, address);
    const [mail, phone] = which === 'mail' ? [sealed, null] : [null, sealed];
    await tx.query(
      `INSERT INTO notification.contact (area, person_id, mail_sealed, phone_sealed, set_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (area, person_id) DO UPDATE SET
         mail_sealed = CASE WHEN $6 THEN excluded.mail_sealed ELSE contact.mail_sealed END,
         phone_sealed = CASE WHEN $6 THEN contact.phone_sealed ELSE excluded.phone_sealed END,
         set_at = excluded.set_at`,
      [tx.area, person, mail, phone, tx.now, which === 'mail'],
    );
  }

  private shown(tx: Tx, sealed: string | null | undefined): string | null {
    return typeof sealed === 'string' ? masked(this.vault.open('address', tx.area, sealed)) : null;
  }
}
