import type { Role } from '../api/session';

export type RoomKey =
  | 'home'
  | 'inbox'
  | 'notifications'
  | 'approvalPolicy'
  | 'rounds'
  | 'campaigns'
  | 'reports'
  | 'contracts'
  | 'progress'
  | 'orders'
  | 'invoices'
  | 'applications'
  | 'visits'
  | 'instruments'
  | 'care'
  | 'subsidies'
  | 'savings'
  | 'payables'
  | 'batches'
  | 'payments'
  | 'accounts'
  | 'ledger'
  | 'trail'
  | 'seals'
  | 'personalExports'
  | 'users'
  | 'sessions'
  | 'delegations'
  | 'keys'
  | 'notes';

export type RoomGroup = 'start' | 'procurement' | 'settlement' | 'care' | 'savings' | 'fund' | 'account' | 'more';

export interface Room {
  readonly key: RoomKey;
  readonly path: string;
  readonly group: RoomGroup;
  readonly roles: readonly Role[] | 'all';
}

const agency: readonly Role[] = ['AGENCY_CLERK', 'AGENCY_FIRST_REVIEW', 'AGENCY_RECHECK', 'AGENCY_APPROVAL', 'AUDITOR'];

/** Every room of the house and who has its key. The server decides again; this only spares people closed doors. */
export const rooms: readonly Room[] = [
  { key: 'home', path: '/', group: 'start', roles: 'all' },
  { key: 'inbox', path: '/inbox', group: 'start', roles: 'all' },
  { key: 'notifications', path: '/notifications', group: 'start', roles: 'all' },
  { key: 'rounds', path: '/rounds', group: 'procurement', roles: [...agency, 'HOSPITAL', 'SUPPLIER'] },
  { key: 'campaigns', path: '/campaigns', group: 'procurement', roles: [...agency, 'HOSPITAL'] },
  { key: 'reports', path: '/reports', group: 'procurement', roles: [...agency, 'HOSPITAL'] },
  { key: 'contracts', path: '/contracts', group: 'procurement', roles: [...agency, 'HOSPITAL', 'SUPPLIER'] },
  { key: 'progress', path: '/progress', group: 'procurement', roles: [...agency, 'HOSPITAL', 'SUPPLIER'] },
  { key: 'orders', path: '/orders', group: 'procurement', roles: [...agency, 'HOSPITAL', 'SUPPLIER'] },
  { key: 'invoices', path: '/invoices', group: 'settlement', roles: [...agency, 'HOSPITAL', 'SUPPLIER'] },
  { key: 'applications', path: '/applications', group: 'care', roles: agency },
  { key: 'visits', path: '/visits', group: 'care', roles: ['ASSESSOR'] },
  { key: 'instruments', path: '/instruments', group: 'care', roles: [...agency, 'ASSESSOR'] },
  { key: 'care', path: '/care', group: 'care', roles: agency },
  { key: 'subsidies', path: '/subsidies', group: 'care', roles: agency },
  { key: 'savings', path: '/savings', group: 'savings', roles: [...agency, 'HOSPITAL'] },
  { key: 'payables', path: '/payables', group: 'settlement', roles: [...agency, 'HOSPITAL', 'SUPPLIER'] },
  { key: 'batches', path: '/batches', group: 'settlement', roles: agency },
  { key: 'payments', path: '/payments', group: 'settlement', roles: [...agency, 'HOSPITAL', 'SUPPLIER'] },
  {
    key: 'accounts',
    path: '/accounts',
    group: 'fund',
    roles: [...agency, 'AGENCY_ACCOUNTS', 'AGENCY_ACCOUNTS_CHECK', 'HOSPITAL', 'SUPPLIER'],
  },
  { key: 'ledger', path: '/ledger', group: 'fund', roles: [...agency, 'AGENCY_ACCOUNTS', 'AGENCY_ACCOUNTS_CHECK'] },
  { key: 'trail', path: '/trail', group: 'fund', roles: [...agency, 'AGENCY_ACCOUNTS', 'AGENCY_ACCOUNTS_CHECK'] },
  { key: 'approvalPolicy', path: '/approval-policy', group: 'fund', roles: agency },
  { key: 'users', path: '/users', group: 'account', roles: ['ADMINISTRATOR'] },
  { key: 'keys', path: '/keys', group: 'account', roles: ['HOSPITAL', 'SUPPLIER', 'ADMINISTRATOR'] },
  { key: 'delegations', path: '/delegations', group: 'account', roles: 'all' },
  { key: 'sessions', path: '/sessions', group: 'account', roles: 'all' },
  { key: 'seals', path: '/seals', group: 'fund', roles: [...agency, 'ADMINISTRATOR'] },
  {
    key: 'personalExports',
    path: '/personal-exports',
    group: 'fund',
    roles: [...agency, 'AGENCY_ACCOUNTS', 'AGENCY_ACCOUNTS_CHECK'],
  },
  { key: 'notes', path: '/notes', group: 'more', roles: 'all' },
];

export const roomsOf = (role: Role): readonly Room[] =>
  rooms.filter((room) => room.roles === 'all' || room.roles.includes(role));

export const groups: readonly RoomGroup[] = [
  'start',
  'procurement',
  'settlement',
  'care',
  'savings',
  'fund',
  'account',
  'more',
];
