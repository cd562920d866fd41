import { randomUUID } from 'node:crypto';
import { areaCode, ok, type Result } from '@huiji/kernel';
import { seedArea, testDatabase, type TestDatabase } from '@huiji/migrations/testing';
import {
  Database,
  FieldCipher,
  machineClock,
  parseConfig,
  randomIds,
  randomSecrets,
  type Config,
  type Scope,
  type Tx,
} from '@huiji/platform';
import { DeliveryChannels } from '../channels/delivery-channels';
import { DirectorySmsChannel } from '../channels/directory-sms-channel';
import type { Mail } from '../channels/mail-channel';
import { SmtpMailChannel } from '../channels/smtp-mail-channel';
import { DeliveryService } from '../delivery.service';
import { LetterService } from '../letter.service';
import type { NoticeDraft } from '../model/notice';
import { NoticeReader } from '../notice-reader.service';
import { NoticeService } from '../notice.service';
import { NoticeVault } from '../notice-vault';
import { NotificationSettingsService, type SettingsWish } from '../notification-settings.service';
import { DeliveryRepository } from '../persistence/delivery.repository';
import { WebhookRepository } from '../persistence/webhook.repository';
import { WebhookCaller } from '../webhooks/webhook-caller';
import { WebhookSendingService } from '../webhooks/webhook-sending.service';
import { WebhookService } from '../webhooks/webhook.service';

export const AREA = '510900';

export const person = (n: number): string => `00000000-0000-7000-8000-${n.toString().padStart(12, '0')}`;

/** Real SMTP; a test may let the process die right after the server took the mail. */
class MortalMail extends SmtpMailChannel {
  afterTaken: (() => void) | undefined;
  override async send(mail: Mail): Promise<void> {
    await super.send(mail);
    this.afterTaken?.();
  }
}

/** The database as a process sees it that may be gone: then nothing is written any more, not even what went wrong. */
class MortalDatabase extends Database {
  gone = false;
  override inTransaction<T>(scope: Scope, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
    if (this.gone) return Promise.reject(new Error('the process is gone'));
    return super.inTransaction(scope, work);
  }
}

/** The library on a fresh database, with whatever settings a test gives. */
export class NotificationWorld {
  readonly mail: MortalMail;
  readonly database: MortalDatabase;
  readonly notices: NoticeService;
  readonly letters: LetterService;
  readonly reader = new NoticeReader();
  readonly settings: NotificationSettingsService;
  readonly deliveries: DeliveryService;
  readonly webhooks: WebhookService;
  readonly sending: WebhookSendingService;

  private constructor(
    readonly db: TestDatabase,
    readonly config: Config,
  ) {
    this.mail = new MortalMail(config);
    this.database = new MortalDatabase(db.dataSource, randomIds, machineClock);
    const vault = new NoticeVault(new FieldCipher(config));
    const channels = new DeliveryChannels(this.mail, new DirectorySmsChannel(config.smsDirectory));
    const rows = new WebhookRepository();
    const caller = new WebhookCaller(config);
    this.notices = new NoticeService(channels);
    this.letters = new LetterService(channels, vault);
    this.settings = new NotificationSettingsService(vault, channels);
    this.deliveries = new DeliveryService(this.database, new DeliveryRepository(), channels, vault);
    this.webhooks = new WebhookService(rows, vault, caller);
    this.sending = new WebhookSendingService(this.database, rows, caller, vault, this.notices);
  }

  static async open(settings: Readonly<Record<string, string>> = {}): Promise<NotificationWorld> {
    const db = await testDatabase();
    await seedArea(db, AREA);
    await seedArea(db, '500000');
    const config = parseConfig({
      ...randomSecrets(),
      HUIJI_PROFILE: 'test',
      HUIJI_APP_DATABASE_URL: db.url('app'),
      HUIJI_BANK_DIRECTORY: 'nowhere',
      ...settings,
    });
    return new NotificationWorld(db, config);
  }

  /** Somebody who can log in, with one role for one organisation. */
  async enter(n: number, role: string, organisationId: string, area = AREA): Promise<string> {
    await this.db.ownerQuery(
      `INSERT INTO catalog.organisation (id, kind, name_zh, name_en, small_primary_care)
       VALUES ($1::uuid, 'hospital', $1::text, $1::text, false) ON CONFLICT DO NOTHING`,
      [organisationId],
    );
    await this.db.ownerQuery(
      `INSERT INTO identity.person_user (id, login_name, display_name, password_hash, made_at)
       VALUES ($1, $2, $2, '$argon2id$x', now()) ON CONFLICT DO NOTHING`,
      [person(n), `person-${n.toString()}`],
    );
    await this.db.ownerQuery(
      `INSERT INTO identity.membership (id, user_id, area, organisation_id, role, made_at)
       VALUES ($1, $2, $3, $4, $5, now())`,
      [randomUUID(), person(n), area, organisationId, role],
    );
    return person(n);
  }

  async as<T>(who: string | undefined, work: (tx: Tx) => Promise<T>, area = AREA): Promise<T> {
    const actor =
      who === undefined ? ({ kind: 'system', name: 'test' } as const) : ({ kind: 'person', userId: who } as const);
    const done = await this.db.database.inTransaction({ area: areaCode(area), actor }, async (tx) =>
      ok(await work(tx)),
    );
    if (!done.ok) throw new Error('never refused');
    return done.value;
  }

  async set(who: string, wish: SettingsWish): Promise<void> {
    const done = await this.as(who, (tx) => this.settings.set(tx, wish));
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  }

  notify(...drafts: readonly NoticeDraft[]): Promise<number> {
    return this.as(undefined, (tx) => this.notices.notify(tx, drafts));
  }

  /** Jobs that were announced, by name, oldest first: the ids of their deliveries. */
  async announced(job: string): Promise<readonly string[]> {
    const rows = await this.db.ownerQuery<{ id: string }>(
      `SELECT payload ->> 'deliveryId' AS id FROM platform.outbox WHERE job = $1 ORDER BY seq`,
      [job],
    );
    return rows.map(({ id }) => id);
  }
}

/** A draft that something waits. */
export const draft = (over: Partial<NoticeDraft> = {}): NoticeDraft => ({
  kind: 'approval-returned',
  subjectType: 'payment-batch',
  subjectId: person(900),
  facts: { noun: 'payment-batch', label: '2020-0001', step: 'recheck', reason: '金额不符' },
  dedupe: 'one',
  to: { people: [person(1)] },
  ...over,
});
