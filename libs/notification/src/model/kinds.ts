/** What people are told of. A letter carries a link that works once and goes by mail only. */
export const noticeKinds = [
  'approval-waits',
  'approval-returned',
  'approval-passed',
  'approval-escalated',
  'report-returned',
  'report-accepted',
  'payment-rejected',
  'payment-returned',
  'payment-unknown',
  'webhook-paused',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const letterKinds = ['invitation', 'password-reset'] as const;
export type LetterKind = (typeof letterKinds)[number];

export const channels = ['in-app', 'mail', 'sms'] as const;
export type Channel = (typeof channels)[number];

/** Channels that leave the product, with one delivery each. */
export type OutsideChannel = Exclude<Channel, 'in-app'>;

/** What an organisation's program may be told of. */
export const webhookKinds = [
  'report-returned',
  'report-accepted',
  'payment-rejected',
  'payment-returned',
] as const satisfies readonly NoticeKind[];
export type WebhookKind = (typeof webhookKinds)[number];

export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'unknown' | 'failed';
export type WebhookState = 'active' | 'paused' | 'ended';
export type WebhookDeliveryState = 'waiting' | 'delivered' | 'failed';
