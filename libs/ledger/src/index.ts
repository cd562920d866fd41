export { ledgerInvariants } from './ledger-invariants';
export { ledgerWords } from './ledger-words';
export { LedgerModule } from './ledger.module';
export { LedgerService } from './ledger.service';
export * from './model/account';
export * from './model/transfer';
export * from './model/trial-balance';
export { ledgerPermissions } from './permissions';
