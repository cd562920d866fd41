import type { Words } from '../words';
import type { zh } from '../zh';

export const rooms: Words<typeof zh.rooms> = {
  groups: {
    procurement: 'Procurement',
    settlement: 'Settlement',
    care: 'Long-term care',
    savings: 'Retained savings',
    fund: 'Fund and accounts',
    more: 'More',
  },
  home: 'Home',
  rounds: 'Rounds and awards',
  campaigns: 'Reporting',
  reports: 'Volume reports',
  contracts: 'Contracts',
  progress: 'Progress',
  orders: 'Orders and receipts',
  invoices: 'Invoices',
  applications: 'Applications',
  instruments: 'Instruments',
  visits: 'My visits',
  care: 'Benefits and calendars',
  subsidies: 'Subsidy runs',
  savings: 'Retained savings',
  payables: 'Payables',
  batches: 'Payment batches',
  payments: 'Payments and answers',
  accounts: 'Payees and fund',
  ledger: 'Ledger',
  trail: 'Audit trail',
  notes: 'About the demonstration',
};

export const roles: Words<typeof zh.roles> = {
  AGENCY_CLERK: 'Clerk',
  AGENCY_FIRST_REVIEW: 'First review',
  AGENCY_RECHECK: 'Re-check',
  AGENCY_APPROVAL: 'Approval',
  AGENCY_ACCOUNTS: 'Account entry',
  AGENCY_ACCOUNTS_CHECK: 'Account check',
  HOSPITAL: 'Hospital',
  SUPPLIER: 'Supplier',
  ASSESSOR: 'Assessor',
  AUDITOR: 'Auditor',
};
