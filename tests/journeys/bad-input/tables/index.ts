import type { Tables } from '../case';
import { applicationTables } from './applications';
import { assessmentTables } from './assessments';
import { batchTables } from './batches';
import { careMonthTables } from './care-months';
import { contractTables } from './contracts';
import { flowTables } from './flows';
import { fundTables } from './fund';
import { identityTables } from './identity';
import { invoiceTables } from './invoices';
import { orderTableSet } from './orders';
import { reportingTables } from './reporting';
import { roundTables } from './rounds';
import { savingsTables } from './savings';
import { trustApprovalTables } from './trust-approval';
import { trustAuditTables } from './trust-audit';
import { trustIdentityTables } from './trust-identity';
import { trustPeopleTables } from './trust-people';

/** Every mutation of the schema has its table here; one without fails the spec. */
export const tables: Tables = {
  ...identityTables,
  ...roundTables,
  ...reportingTables,
  ...contractTables,
  ...orderTableSet,
  ...invoiceTables,
  ...batchTables,
  ...fundTables,
  ...savingsTables,
  ...applicationTables,
  ...assessmentTables,
  ...careMonthTables,
  ...flowTables,
  ...trustApprovalTables,
  ...trustAuditTables,
  ...trustIdentityTables,
  ...trustPeopleTables,
};
