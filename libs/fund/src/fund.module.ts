import { Module } from '@nestjs/common';
import { CatalogModule } from '@huiji/catalog';
import { IdentityModule } from '@huiji/identity';
import { LedgerModule } from '@huiji/ledger';
import { PersonalRegistry } from '@huiji/platform';
import { AccountVault } from './account-vault';
import { FundAccountService } from './fund-account.service';
import { FundAccountResolver } from './graphql/fund-account.resolver';
import { PayeeAccountResolver } from './graphql/payee-account.resolver';
import { AccountViews } from './graphql/account-views';
import { PayeeAccountService } from './payee-account.service';
import { PayeeDirectories } from './payee-directories.service';
import { fundPersonalColumns } from './personal-columns';
import { FundAccountRepository } from './persistence/fund-account.repository';
import { PayeeAccountRepository } from './persistence/payee-account.repository';

@Module({
  imports: [CatalogModule, IdentityModule, LedgerModule],
  providers: [
    FundAccountService,
    PayeeAccountService,
    PayeeDirectories,
    AccountVault,
    FundAccountRepository,
    PayeeAccountRepository,
    AccountViews,
    FundAccountResolver,
    PayeeAccountResolver,
  ],
  exports: [FundAccountService, PayeeAccountService, PayeeDirectories],
})
export class FundModule {
  constructor(registry: PersonalRegistry) {
    registry.register(fundPersonalColumns);
  }
}
