import type { MigrationClass } from './migration';
import platform from './0100-platform';
import queue from './0110-queue';
import catalog from './0200-catalog';
import calendar from './0210-calendar';
import identity from './0300-identity';
import ledger from './0400-ledger';
import approval from './0500-approval';
import fund from './0600-fund';
import procurement from './0700-procurement';
import settlement from './0800-settlement';
import savings from './0900-savings';
import longTermCare from './1000-long-term-care';
import flows from './1100-flows';
import identityTrust from './1210-identity-trust';
import identityCredentials from './1211-identity-credentials';
import identityOidc from './1212-identity-oidc';
import identityPeople from './1213-identity-people';
import auditSeals from './1230-audit-seals';
import personalKeys from './1231-personal-keys';
import personalExports from './1232-personal-exports';
import approvalEngine from './1240-approval-engine';
import oneWayToPay from './1241-one-way-to-pay';
import notifications from './1245-notifications';
import filePieces from './1250-file-pieces';

/** Every migration there is, in order of number. */
export const migrations: readonly MigrationClass[] = [
  platform,
  queue,
  catalog,
  calendar,
  identity,
  ledger,
  approval,
  fund,
  procurement,
  settlement,
  savings,
  longTermCare,
  flows,
  identityTrust,
  identityCredentials,
  identityOidc,
  identityPeople,
  auditSeals,
  personalKeys,
  personalExports,
  approvalEngine,
  oneWayToPay,
  notifications,
  filePieces,
];
