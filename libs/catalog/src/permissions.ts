import { type Permissions, workers } from '@huiji/platform';

/** Who may read the catalogue (目录). */
export const catalogPermissions = {
  organisations: { ...workers('area'), administrator: 'area' },
  products: workers('area'),
} satisfies Permissions;
