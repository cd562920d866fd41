import { Injectable } from '@nestjs/common';
import { CalendarService } from '@huiji/calendar';
import { notFound, ok, refuse, type Result } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import { SavingsRunService, SavingsSheetService } from '@huiji/savings';
import { PayableService } from '@huiji/settlement';
import { retainedPayablesSql } from './payables.sql';

/** Confirmed sheets of retained savings → payables to hospitals. Benefit expenditure of the fund (domain §3). */
@Injectable()
export class RetainedToPayableFlow {
  constructor(
    private readonly runs: SavingsRunService,
    private readonly sheets: SavingsSheetService,
    private readonly payables: PayableService,
    private readonly calendar: CalendarService,
  ) {}

  /**
   * Opens a payable for every confirmed sheet of a run and hands it over, in one transaction; sheets that are open or
   * objected to stay behind and may be handed over later. Payable at once: due on the next working day.
   * Refusals: NOT_FOUND, NO_CONFIRMED_SHEET. Answers the run.
   */
  async handOver(tx: Tx, runId: string): Promise<Result<string>> {
    if (!(await this.runs.find(tx, runId))) return notFound('savings-run');
    const held = await this.sheets.holdConfirmed(tx, runId);
    if (held.length === 0) return refuse('rule', 'NO_CONFIRMED_SHEET');
    const due = this.calendar.nextWorkingDay(tx, tx.businessDate).date;
    const opened = await this.payables.openSelected(tx, retainedPayablesSql, [tx.area, held, due]);
    if (!opened.ok) return opened;
    await this.sheets.handOver(tx, held);
    return ok(runId);
  }
}
