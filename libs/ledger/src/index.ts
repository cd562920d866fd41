export { ledgerInvariants } from './ledger-invariants';
export { ledgerWords } from './ledger-words';
export { LedgerModule } from './ledger.module';
export { LedgerService } from './ledger.service';
export * from './model/account';
export * from './model/transfer';
export type { TrialBalance, TrialBalanceLine } from './rules/trial-balance';
