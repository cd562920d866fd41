import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '@huiji/platform';
import { DeliveryChannels } from './channels/delivery-channels';
import { DirectorySmsChannel } from './channels/directory-sms-channel';
import { MailChannel } from './channels/mail-channel';
import { SmsChannel } from './channels/sms-channel';
import { SmtpMailChannel } from './channels/smtp-mail-channel';
import { DeliveryService } from './delivery.service';
import { NoticeResolver } from './graphql/notice.resolver';
import { WebhookResolver } from './graphql/webhook.resolver';
import { notificationJobHandlers } from './jobs/notification.jobs';
import { LetterService } from './letter.service';
import { NoticeReader } from './notice-reader.service';
import { NoticeService } from './notice.service';
import { NoticeVault } from './notice-vault';
import { NotificationSettingsService } from './notification-settings.service';
import { DeliveryRepository } from './persistence/delivery.repository';
import { WebhookRepository } from './persistence/webhook.repository';
import { WebhookCaller } from './webhooks/webhook-caller';
import { WebhookSendingService } from './webhooks/webhook-sending.service';
import { WebhookService } from './webhooks/webhook.service';

/** Notices in the product, mails, messages and webhooks. Whoever has something to tell imports it and calls `notify`. */
@Module({
  providers: [
    NoticeService,
    LetterService,
    NoticeReader,
    NotificationSettingsService,
    DeliveryService,
    WebhookService,
    WebhookSendingService,
    WebhookCaller,
    NoticeVault,
    DeliveryChannels,
    DeliveryRepository,
    WebhookRepository,
    NoticeResolver,
    WebhookResolver,
    { provide: MailChannel, inject: [CONFIG], useFactory: (config: Config) => new SmtpMailChannel(config) },
    {
      provide: SmsChannel,
      inject: [CONFIG],
      useFactory: (config: Config) => new DirectorySmsChannel(config.smsDirectory),
    },
    ...notificationJobHandlers,
  ],
  exports: [NoticeService, LetterService],
})
export class NotificationModule {}
