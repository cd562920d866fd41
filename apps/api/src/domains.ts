import type { Type } from '@nestjs/common';
import { joinPermissions, type Invariant, type JobsSettings, type RefusalWords } from '@huiji/platform';
import { ApprovalModule, approvalInvariants, approvalPermissions, approvalWords } from '@huiji/approval';
import { auditJobHandlers, auditJobs, AuditModule, auditPermissions, auditWords } from '@huiji/audit';
import { CalendarModule, calendarWords } from '@huiji/calendar';
import { CatalogModule, catalogInvariants, catalogPermissions, catalogWords } from '@huiji/catalog';
import { flowsInvariants, FlowsModule, flowsPermissions, flowsWords } from '@huiji/flows';
import { FundModule, fundInvariants, fundPermissions, fundWords } from '@huiji/fund';
import {
  notificationJobHandlers,
  notificationJobs,
  NotificationModule,
  notificationPermissions,
  notificationWords,
} from '@huiji/notification';
import { IdentityModule, identityInvariants, identityPermissions, identityWords } from '@huiji/identity';
import { LedgerModule, ledgerInvariants, ledgerPermissions, ledgerWords } from '@huiji/ledger';
import {
  longTermCareInvariants,
  longTermCareJobHandlers,
  longTermCareJobs,
  LongTermCareModule,
  longTermCarePermissions,
  longTermCareWords,
} from '@huiji/long-term-care';
import {
  settlementInvariants,
  settlementJobHandlers,
  settlementJobs,
  SettlementModule,
  settlementPermissions,
  settlementWords,
} from '@huiji/settlement';
import {
  procurementInvariants,
  procurementJobHandlers,
  procurementJobs,
  ProcurementModule,
  procurementPermissions,
  procurementWords,
} from '@huiji/procurement';
import { SavingsModule, savingsInvariants, savingsPermissions, savingsWords } from '@huiji/savings';

/** Every library that has a say in the schema: one line each. */
export const domainModules: readonly Type<unknown>[] = [
  CalendarModule,
  CatalogModule,
  LedgerModule,
  NotificationModule,
  IdentityModule,
  AuditModule,
  ApprovalModule,
  FundModule,
  ProcurementModule,
  SavingsModule,
  SettlementModule,
  LongTermCareModule,
  FlowsModule,
];

/** The words of every refusal. */
export const domainWords: readonly RefusalWords[] = [
  calendarWords,
  catalogWords,
  ledgerWords,
  notificationWords,
  identityWords,
  auditWords,
  approvalWords,
  fundWords,
  procurementWords,
  savingsWords,
  settlementWords,
  longTermCareWords,
  flowsWords,
];

/** Every query and mutation: which roles run it, and how far they reach. */
export const domainPermissions = joinPermissions([
  identityPermissions,
  auditPermissions,
  catalogPermissions,
  ledgerPermissions,
  notificationPermissions,
  approvalPermissions,
  fundPermissions,
  procurementPermissions,
  savingsPermissions,
  settlementPermissions,
  longTermCarePermissions,
  flowsPermissions,
]);

/** The jobs of every library and who does them; a job without a handler stops the start. */
export const domainJobs: JobsSettings = {
  definitions: [...notificationJobs, ...auditJobs, ...procurementJobs, ...settlementJobs, ...longTermCareJobs],
  handlers: [
    ...notificationJobHandlers,
    ...auditJobHandlers,
    ...procurementJobHandlers,
    ...settlementJobHandlers,
    ...longTermCareJobHandlers,
  ],
};

/** Every promise about stored data, for `npm run verify` and the tests. */
export const domainInvariants: readonly Invariant[] = [
  ...catalogInvariants,
  ...ledgerInvariants,
  ...identityInvariants,
  ...approvalInvariants,
  ...fundInvariants,
  ...procurementInvariants,
  ...savingsInvariants,
  ...settlementInvariants,
  ...longTermCareInvariants,
  ...flowsInvariants,
];
