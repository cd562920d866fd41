import { Module } from '@nestjs/common';
import { LedgerResolver } from './graphql/ledger.resolver';
import { LedgerService } from './ledger.service';
import { AccountRepository } from './persistence/account.repository';
import { LedgerReaderRepository } from './persistence/ledger-reader.repository';
import { PostingSetRepository } from './persistence/posting-set.repository';
import { TransferRepository } from './persistence/transfer.repository';

@Module({
  providers: [
    LedgerService,
    AccountRepository,
    TransferRepository,
    PostingSetRepository,
    LedgerReaderRepository,
    LedgerResolver,
  ],
  exports: [LedgerService],
})
export class LedgerModule {}
