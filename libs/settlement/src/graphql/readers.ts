import type { Role } from '@huiji/platform';

/** Everybody of the agency who deals with payments, and the auditor. */
export const AGENCY: readonly [Role, ...Role[]] = [
  'agency-clerk',
  'agency-first-review',
  'agency-recheck',
  'agency-approval',
  'auditor',
];

/** Who reads what the fund owes: those who enter payee accounts must see whose account is missing. */
export const PAYABLE_READERS: readonly [Role, ...Role[]] = [
  ...AGENCY,
  'agency-accounts',
  'agency-accounts-check',
  'hospital',
  'supplier',
];

/** The agency, and the two parties of an invoice, each of which sees its own. */
export const AGENCY_AND_PARTIES: readonly [Role, ...Role[]] = [...AGENCY, 'hospital', 'supplier'];
