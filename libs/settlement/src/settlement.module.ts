import { Module } from '@nestjs/common';
import { ApprovalModule } from '@huiji/approval';
import { CalendarModule } from '@huiji/calendar';
import { FundModule } from '@huiji/fund';
import { LedgerModule } from '@huiji/ledger';
import { CONFIG, type Config } from '@huiji/platform';

import { BankNewsService } from './bank-news.service';
import { BankChannel } from './bank/bank-channel';
import { FileBankChannel } from './bank/file-bank-channel';
import { BatchSendingService } from './batch-sending.service';
import { BatchService } from './batch.service';
import { InvoiceService } from './invoice.service';
import { settlementJobHandlers } from './jobs/settlement.jobs';
import { PayableService } from './payable.service';
import { PaymentOutcomeService } from './payment-outcome.service';
import { BankNewsRepository } from './persistence/bank-news.repository';
import { BatchRepository } from './persistence/batch.repository';
import { InvoiceRepository } from './persistence/invoice.repository';
import { PayableRepository } from './persistence/payable.repository';
import { PaymentRepository } from './persistence/payment.repository';
import { StatusQuestionRepository } from './persistence/status-question.repository';
import { StatusQueryService } from './status-query.service';

const services = [
  InvoiceService,
  PayableService,
  BatchService,
  BatchSendingService,
  PaymentOutcomeService,
  BankNewsService,
  StatusQueryService,
];

/** Invoices, payables, batches and the bank: one way to pay, whoever is paid. */
@Module({
  imports: [ApprovalModule, CalendarModule, FundModule, LedgerModule],
  providers: [
    ...services,
    InvoiceRepository,
    PayableRepository,
    BatchRepository,
    PaymentRepository,
    BankNewsRepository,
    StatusQuestionRepository,
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
