import { Module } from '@nestjs/common';
import { ApprovalModule } from '@huiji/approval';
import { CalendarModule } from '@huiji/calendar';
import { CatalogModule } from '@huiji/catalog';
import { FundModule } from '@huiji/fund';
import { IdentityModule } from '@huiji/identity';
import { LedgerModule } from '@huiji/ledger';
import { NotificationModule } from '@huiji/notification';
import { CONFIG, type Config } from '@huiji/platform';

import { AcceptedGoods } from './accepted-goods';
import { BankNewsService } from './bank-news.service';
import { BankChannel } from './bank/bank-channel';
import { FileBankChannel } from './bank/file-bank-channel';
import { BatchSendingService } from './batch-sending.service';
import { BatchService } from './batch.service';
import { BatchResolver } from './graphql/batch.resolver';
import { InvoiceResolver } from './graphql/invoice.resolver';
import { PayableResolver } from './graphql/payable.resolver';
import { PaymentResolver } from './graphql/payment.resolver';
import { SettlementViews } from './graphql/settlement-views';
import { InvoiceService } from './invoice.service';
import { settlementJobHandlers } from './jobs/settlement.jobs';
import { PayableService } from './payable.service';
import { PaymentNotices } from './payment-notices.service';
import { PaymentOutcomeService } from './payment-outcome.service';
import { BankNewsRepository } from './persistence/bank-news.repository';
import { BatchRepository } from './persistence/batch.repository';
import { InvoiceRepository } from './persistence/invoice.repository';
import { PayableRepository } from './persistence/payable.repository';
import { PaymentRepository } from './persistence/payment.repository';
import { SettlementReaderRepository } from './persistence/settlement-reader.repository';
import { StatusQuestionRepository } from './persistence/status-question.repository';
import { SettlementReader } from './settlement-reader.service';
import { StatusQueryService } from './status-query.service';

const services = [
  AcceptedGoods,
  InvoiceService,
  PayableService,
  BatchService,
  BatchSendingService,
  PaymentOutcomeService,
  PaymentNotices,
  BankNewsService,
  StatusQueryService,
  SettlementReader,
  SettlementViews,
];

/** Invoices, payables, batches and the bank: one way to pay, whoever is paid. */
@Module({
  imports: [
    ApprovalModule,
    CalendarModule,
    CatalogModule,
    FundModule,
    IdentityModule,
    LedgerModule,
    NotificationModule,
  ],
  providers: [
    ...services,
    InvoiceRepository,
    PayableRepository,
    BatchRepository,
    PaymentRepository,
    BankNewsRepository,
    StatusQuestionRepository,
    SettlementReaderRepository,
    InvoiceResolver,
    PayableResolver,
    PaymentResolver,
    BatchResolver,
    {
      provide: BankChannel,
      inject: [CONFIG],
      useFactory: (config: Config) => new FileBankChannel(config.bankDirectory),
    },
    ...settlementJobHandlers,
  ],
  exports: [...services, BankChannel],
})
export class SettlementModule {}
