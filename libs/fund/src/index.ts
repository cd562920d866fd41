export { FundAccountService, type FundAccountEntry } from './fund-account.service';
export { fundInvariants } from './fund-invariants';
export { fundWords } from './fund-words';
export { FundModule } from './fund.module';
export { PayeeTypeEnum } from './graphql/fund.enums';
export { PayeeObjectType } from './graphql/fund.type';
export * from './model/bank-account';
export { PayeeAccountService, type PayeeAccountWish } from './payee-account.service';
export { PayeeDirectories, type PersonDirectory } from './payee-directories.service';
