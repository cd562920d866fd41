import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, present, refuse, type Result } from '@huiji/kernel';
import { CalendarService } from '@huiji/calendar';
import {
  Keyset,
  moveState,
  nextState,
  recordActionsSelected,
  type Connection,
  type PageRequest,
  type Tx,
} from '@huiji/platform';
import { sheetTransitions, type SavingsSheet, type SheetAction, type TracedLine } from './model/sheet';
import { RunRepository } from './persistence/run.repository';
import { SheetRepository } from './persistence/sheet.repository';
import {
  handedOverActionsSql,
  handOverSql,
  holdConfirmedSql,
  silentActionsSql,
  silentSql,
} from './persistence/sheet.sql';
import { traceLine } from './rules/trace';
import { SavingsPolicyService } from './savings-policy.service';

/** Working days a hospital has again after its objection was answered. */
const DAYS_AFTER_ANSWER = 5;

const newestFirst = new Keyset<SavingsSheet>(
  'savings-sheets',
  // The id of a run is made in the order of time; that of a sheet is a hash.
  [
    { sql: 'r.made_on', type: 'date', of: (row) => row.madeOn },
    { sql: 's.run_id', type: 'uuid', of: (row) => row.runId },
    { sql: 's.id', type: 'uuid', of: (row) => row.id },
  ],
  'desc',
);

/** A hospital's sheet: read, confirmed or objected to by that hospital, then handed over to be paid. */
@Injectable()
export class SavingsSheetService {
  constructor(
    private readonly sheets: SheetRepository,
    private readonly runs: RunRepository,
    private readonly policies: SavingsPolicyService,
    private readonly calendar: CalendarService,
  ) {}

  /** As long as the sheet is open, also after the last day to answer. Refusals: NOT_FOUND (also another hospital's), WRONG_STATE. */
  async confirm(tx: Tx, hospitalId: string, id: string): Promise<Result<string>> {
    const sheet = await this.sheets.find(tx, id, hospitalId, true);
    if (!sheet) return notFound('savings-sheet');
    return this.move(tx, sheet, 'confirm', 'SheetConfirmed');
  }

  /**
   * Holds this hospital's sheet, no other (B7). Refusals: NOT_FOUND, BAD_INPUT (blank), WRONG_STATE,
   * SHEET_ANSWER_TOO_LATE (the last day to answer is over).
   */
  async object(tx: Tx, hospitalId: string, id: string, objection: string): Promise<Result<string>> {
    if (objection.trim() === '' || objection.length > 1000)
      return badInput([{ field: 'objection', code: 'SAVINGS_TEXT_LENGTH', facts: { most: '1000' } }]);
    const sheet = await this.sheets.find(tx, id, hospitalId, true);
    if (!sheet) return notFound('savings-sheet');
    if (tx.businessDate > sheet.answerUntil)
      return refuse('rule', 'SHEET_ANSWER_TOO_LATE', { until: sheet.answerUntil, today: tx.businessDate });
    await this.sheets.setObjection(tx, id, objection);
    return this.move(tx, sheet, 'object', 'SheetObjected', objection);
  }

  /** The agency answers an objection with a reason: the sheet is open again for a few working days. */
  async answer(tx: Tx, id: string, reason: string): Promise<Result<string>> {
    if (reason.trim() === '' || reason.length > 1000)
      return badInput([{ field: 'reason', code: 'SAVINGS_TEXT_LENGTH', facts: { most: '1000' } }]);
    const sheet = await this.sheets.find(tx, id, null, true);
    if (!sheet) return notFound('savings-sheet');
    const until = this.calendar.addWorkingDays(tx, tx.businessDate, DAYS_AFTER_ANSWER);
    await this.sheets.setAnswerUntil(tx, id, until.date);
    return this.move(tx, sheet, 'answer', 'ObjectionAnswered', reason);
  }

  /** Where the policy says so, silence confirms: sheets whose last day to answer is over. Answers how many. */
  async confirmSilent(tx: Tx): Promise<number> {
    const params = [tx.area, tx.businessDate];
    const action = { subjectType: 'savings-sheet', kind: 'SheetConfirmedBySilence' };
    await recordActionsSelected(tx, action, silentActionsSql, params);
    return (await tx.query(silentSql, params)).length;
  }

  /** Holds the confirmed sheets of a run that have something to pay; their ids. */
  async holdConfirmed(tx: Tx, runId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(holdConfirmedSql, [tx.area, runId]);
    return rows.map((row) => row.id);
  }

  /** Marks held sheets as handed over, after their payables were opened. */
  async handOver(tx: Tx, ids: readonly string[]): Promise<void> {
    const params = [tx.area, ids];
    const action = { subjectType: 'savings-sheet', kind: 'SheetHandedOver' };
    await recordActionsSelected(tx, action, handedOverActionsSql, params);
    await tx.query(handOverSql, params);
  }

  /** The sheet of one hospital only, where a hospital is given. */
  find(tx: Tx, id: string, hospitalId: string | null): Promise<SavingsSheet | undefined> {
    return this.sheets.find(tx, id, hospitalId);
  }

  /** Sheets of a run, of a hospital, or of both, newest first. */
  async page(
    tx: Tx,
    filter: { readonly runId: string | null; readonly hospitalId: string | null },
    page: PageRequest,
  ): Promise<Connection<SavingsSheet>> {
    const rows = await this.sheets.page(tx, filter, newestFirst.slice(page, 4));
    return newestFirst.connection(page, rows, (row) => row);
  }

  /** The lines of a sheet, each with the way it was reckoned (B3), from the inputs stored with it. */
  async lines(tx: Tx, sheet: SavingsSheet): Promise<readonly TracedLine[]> {
    const run = present(await this.runs.find(tx, sheet.runId), 'the run of a sheet');
    const policy = present(await this.policies.find(tx, run.policyId), 'the policy of a run');
    const lines = await this.sheets.lines(tx, sheet.id);
    return lines.map((line) => ({ ...line, trace: traceLine(policy, line.facts) }));
  }

  private async move(
    tx: Tx,
    sheet: SavingsSheet,
    action: SheetAction,
    kind: string,
    reason: string | null = null,
  ): Promise<Result<string>> {
    const next = nextState(sheetTransitions, sheet.state, action);
    if (!next.ok) return next;
    const { id, state: from } = sheet;
    const table = 'savings.sheet';
    const moved = await moveState(tx, {
      table,
      subjectType: 'savings-sheet',
      subjectId: id,
      kind,
      from,
      to: next.value,
      reason,
    });
    return moved.ok ? ok(id) : moved;
  }
}
