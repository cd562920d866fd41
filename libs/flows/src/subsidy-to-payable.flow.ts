import { Injectable } from '@nestjs/common';
import { CalendarService } from '@huiji/calendar';
import { ok, type Result } from '@huiji/kernel';
import { SubsidyRunService } from '@huiji/long-term-care';
import type { Tx } from '@huiji/platform';
import { PayableService } from '@huiji/settlement';
import { subsidyPayablesSql } from './payables.sql';

/** A computed subsidy run → payables to people and institutions. */
@Injectable()
export class SubsidyToPayableFlow {
  constructor(
    private readonly runs: SubsidyRunService,
    private readonly payables: PayableService,
    private readonly calendar: CalendarService,
  ) {}

  /**
   * Hands the run over and opens a payable per line, in one transaction; a line that has its payable gets no second one.
   * Due on the next working day. Refusals: NOT_FOUND, WRONG_STATE, SUBSIDY_FACTS_CHANGED. Answers the run.
   */
  async handOver(tx: Tx, runId: string): Promise<Result<string>> {
    const run = await this.runs.handOver(tx, runId);
    if (!run.ok) return run;
    const due = this.calendar.nextWorkingDay(tx, tx.businessDate).date;
    const opened = await this.payables.openSelected(tx, subsidyPayablesSql, [tx.area, runId, due]);
    return opened.ok ? ok(runId) : opened;
  }
}
