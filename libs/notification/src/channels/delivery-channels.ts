import { Injectable } from '@nestjs/common';
import type { OutsideChannel } from '../model/kinds';
import { MailChannel } from './mail-channel';
import { SmsChannel } from './sms-channel';

/** The channels that leave the product, as they are set. */
@Injectable()
export class DeliveryChannels {
  constructor(
    readonly mail: MailChannel,
    readonly sms: SmsChannel,
  ) {}

  /** Those by which something can leave now. */
  get available(): readonly OutsideChannel[] {
    return [...(this.mail.available ? ['mail' as const] : []), ...(this.sms.available ? ['sms' as const] : [])];
  }
}
