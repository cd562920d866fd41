import { registerEnum } from '@huiji/platform';
import type { Channel, NoticeKind, WebhookDeliveryState, WebhookKind, WebhookState } from '../model/kinds';

export const NoticeKindEnum = registerEnum<NoticeKind>('NoticeKind', 'What people are told of (通知类别).', {
  'approval-waits': 'Something waits for a decision of yours (待审核).',
  'approval-returned': 'Something of yours was sent back (被退回).',
  'approval-passed': 'Something of yours was approved (已通过).',
  'approval-escalated': 'A step is late (超期督办).',
  'report-returned': 'A volume report was sent back (报量单退回).',
  'report-accepted': 'A volume report was accepted (报量单受理).',
  'payment-rejected': 'The bank rejected payments (付款被拒).',
  'payment-returned': 'Money came back after it was paid (退汇).',
  'payment-unknown': 'The bank does not say what became of payments (结果未明).',
  'webhook-paused': 'Calls of a webhook failed again and again (推送暂停).',
});

export const NoticeChannelEnum = registerEnum<Channel>('NoticeChannel', 'How a notice comes (通知渠道).', {
  'in-app': 'In the product (站内).',
  mail: 'By mail (邮件).',
  sms: 'By short message (短信).',
});

export const WebhookKindEnum = registerEnum<WebhookKind>('WebhookKind', 'What a program is told of (推送类别).', {
  'report-returned': 'A volume report was sent back (报量单退回).',
  'report-accepted': 'A volume report was accepted (报量单受理).',
  'payment-rejected': 'The bank rejected a payment (付款被拒).',
  'payment-returned': 'Money came back after it was paid (退汇).',
});

export const WebhookStateEnum = registerEnum<WebhookState>('WebhookState', 'Whether a webhook is called (推送状态).', {
  active: 'Called (启用).',
  paused: 'Not called until it is resumed (暂停).',
  ended: 'Never called again (停用).',
});

export const WebhookEventStateEnum = registerEnum<WebhookDeliveryState>(
  'WebhookEventState',
  'What became of an event (推送结果).',
  { waiting: 'On its way (待送达).', delivered: 'Taken (已送达).', failed: 'Given up (未送达).' },
);
