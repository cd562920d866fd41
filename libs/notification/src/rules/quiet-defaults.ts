import type { Channel, NoticeKind } from '../model/kinds';

/** Quiet by default: everything in the product, mail only where somebody waits or money went wrong, messages never. */
export const quietDefaults = {
  'approval-waits': ['in-app'],
  'approval-returned': ['in-app', 'mail'],
  'approval-passed': ['in-app'],
  'approval-escalated': ['in-app', 'mail'],
  'report-returned': ['in-app', 'mail'],
  'report-accepted': ['in-app'],
  'payment-rejected': ['in-app', 'mail'],
  'payment-returned': ['in-app', 'mail'],
  'payment-unknown': ['in-app'],
  'webhook-paused': ['in-app', 'mail'],
} as const satisfies Record<NoticeKind, readonly Channel[]>;

/** Whether a kind goes out by a channel: the person's choice, or else the default. */
export const isWanted = (kind: NoticeKind, channel: Channel, chosen: boolean | undefined): boolean =>
  chosen ?? (quietDefaults[kind] as readonly Channel[]).includes(channel);
