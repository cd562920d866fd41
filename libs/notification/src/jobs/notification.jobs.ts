import { Injectable } from '@nestjs/common';
import { JobHandler, type PayloadOf } from '@huiji/platform';
import { DeliveryService } from '../delivery.service';
import { WebhookSendingService } from '../webhooks/webhook-sending.service';
import { callWebhookJob, deliverNoticeJob } from './definitions';

@Injectable()
export class DeliverNoticeHandler extends JobHandler<typeof deliverNoticeJob> {
  readonly job = deliverNoticeJob;
  constructor(private readonly deliveries: DeliveryService) {
    super();
  }
  override handle({ area, deliveryId }: PayloadOf<typeof deliverNoticeJob>): Promise<void> {
    return this.deliveries.deliver(area, deliveryId);
  }
}

@Injectable()
export class CallWebhookHandler extends JobHandler<typeof callWebhookJob> {
  readonly job = callWebhookJob;
  constructor(private readonly webhooks: WebhookSendingService) {
    super();
  }
  override handle({ area, deliveryId }: PayloadOf<typeof callWebhookJob>): Promise<void> {
    return this.webhooks.send(area, deliveryId);
  }
}

export const notificationJobHandlers = [DeliverNoticeHandler, CallWebhookHandler] as const;
