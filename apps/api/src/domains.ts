import type { Type } from '@nestjs/common';
import type { Invariant, JobsSettings, RefusalWords } from '@huiji/platform';
import { CatalogModule, catalogWords } from '@huiji/catalog';
import { IdentityModule, identityInvariants, identityWords } from '@huiji/identity';
import { LedgerModule, ledgerWords } from '@huiji/ledger';
import { SavingsModule, savingsWords } from '@huiji/savings';

/** Every library that has a say in the schema: one line each. */
export const domainModules: readonly Type<unknown>[] = [CatalogModule, IdentityModule, LedgerModule, SavingsModule];

/** The words of every refusal. */
export const domainWords: readonly RefusalWords[] = [catalogWords, identityWords, ledgerWords, savingsWords];

/** The jobs of every library and who does them; a job without a handler stops the start. */
export const domainJobs: JobsSettings = { definitions: [], handlers: [] };

/** Every promise about stored data; `npm run verify` checks them in every area. */
export const domainInvariants: readonly Invariant[] = [...identityInvariants];
