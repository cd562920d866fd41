import { Injectable } from '@nestjs/common';
import { JobHandler, type PayloadOf } from '@huiji/platform';

import { BankNewsService } from '../bank-news.service';
import { BatchSendingService } from '../batch-sending.service';
import { StatusQueryService } from '../status-query.service';
import { askBankJob, noticeSilenceJob, readBankMessagesJob, sendBatchJob } from './definitions';

@Injectable()
export class SendBatchHandler extends JobHandler<typeof sendBatchJob> {
  readonly job = sendBatchJob;
  constructor(private readonly sending: BatchSendingService) {
    super();
  }
  override handle({ area, batchId }: PayloadOf<typeof sendBatchJob>): Promise<void> {
    return this.sending.send(area, batchId);
  }
}

@Injectable()
export class AskBankHandler extends JobHandler<typeof askBankJob> {
  readonly job = askBankJob;
  constructor(private readonly queries: StatusQueryService) {
    super();
  }
  override handle({ area, questionId }: PayloadOf<typeof askBankJob>): Promise<void> {
    return this.queries.deliver(area, questionId);
  }
}

@Injectable()
export class ReadBankMessagesHandler extends JobHandler<typeof readBankMessagesJob> {
  readonly job = readBankMessagesJob;
  constructor(private readonly news: BankNewsService) {
    super();
  }
  override async handle({ area }: PayloadOf<typeof readBankMessagesJob>): Promise<void> {
    await this.news.read(area);
  }
}

@Injectable()
export class NoticeSilenceHandler extends JobHandler<typeof noticeSilenceJob> {
  readonly job = noticeSilenceJob;
  constructor(private readonly queries: StatusQueryService) {
    super();
  }
  override handle({ area }: PayloadOf<typeof noticeSilenceJob>): Promise<void> {
    return this.queries.noticeSilenceIn(area);
  }
}

export const settlementJobs = [sendBatchJob, askBankJob, readBankMessagesJob, noticeSilenceJob] as const;
export const settlementJobHandlers = [
  SendBatchHandler,
  AskBankHandler,
  ReadBankMessagesHandler,
  NoticeSilenceHandler,
] as const;
