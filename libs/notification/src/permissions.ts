import { roles, type ActScope, type Permissions, type Role } from '@huiji/platform';

const everybody = Object.fromEntries(roles.map((role) => [role, 'own'])) as Readonly<Record<Role, ActScope>>;
const partners = { hospital: 'organisation', supplier: 'organisation' } as const;

/** Who may read notices and set how they come (通知): everybody their own; organisations their webhooks. */
export const notificationPermissions = {
  notices: everybody,
  noticesUnread: everybody,
  notificationSettings: everybody,
  noticesMarkRead: everybody,
  notificationSettingsSet: everybody,
  webhooks: partners,
  webhookCreate: partners,
  webhookSecretRenew: partners,
  webhookStateSet: partners,
} satisfies Permissions;
