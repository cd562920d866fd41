import type { Type } from '@nestjs/common';
import type { Invariant, JobsSettings, RefusalWords } from '@huiji/platform';
import { ApprovalModule, approvalInvariants, approvalWords } from '@huiji/approval';
import { CalendarModule, calendarWords } from '@huiji/calendar';
import { CatalogModule, catalogInvariants, catalogWords } from '@huiji/catalog';
import { flowsInvariants, FlowsModule, flowsWords } from '@huiji/flows';
import { FundModule, fundInvariants, fundWords } from '@huiji/fund';
import { IdentityModule, identityInvariants, identityWords } from '@huiji/identity';
import { LedgerModule, ledgerInvariants, ledgerWords } from '@huiji/ledger';
import {
  longTermCareInvariants,
  longTermCareJobHandlers,
  longTermCareJobs,
  LongTermCareModule,
  longTermCareWords,
} from '@huiji/long-term-care';
import {
  settlementInvariants,
  settlementJobHandlers,
  settlementJobs,
  SettlementModule,
  settlementWords,
} from '@huiji/settlement';
import {
  procurementInvariants,
  procurementJobHandlers,
  procurementJobs,
  ProcurementModule,
  procurementWords,
} from '@huiji/procurement';
import { SavingsModule, savingsInvariants, savingsWords } from '@huiji/savings';

/** Every library that has a say in the schema: one line each. */
export const domainModules: readonly Type<unknown>[] = [
  CalendarModule,
  CatalogModule,
  LedgerModule,
  IdentityModule,
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
  identityWords,
  approvalWords,
  fundWords,
  procurementWords,
  savingsWords,
  settlementWords,
  longTermCareWords,
  flowsWords,
];

/** The jobs of every library and who does them; a job without a handler stops the start. */
export const domainJobs: JobsSettings = {
  definitions: [...procurementJobs, ...settlementJobs, ...longTermCareJobs],
  handlers: [...procurementJobHandlers, ...settlementJobHandlers, ...longTermCareJobHandlers],
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
