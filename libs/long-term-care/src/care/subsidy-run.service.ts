import { Injectable } from '@nestjs/common';
import { badInput, firstDay, lastDay, maskName, notFound, ok, refuse, type Month, type Result } from '@huiji/kernel';
import {
  Keyset,
  moveState,
  nextState,
  recordAction,
  type Connection,
  type PageRequest,
  type Tx,
} from '@huiji/platform';
import type { RunAction, RunState } from '../model/states';
import type { SubsidyException, SubsidyLine, SubsidyRun } from './model/subsidy-run';
import {
  changedPeople,
  computeRun,
  exceptionsOf,
  freeMonths,
  insertRun,
  linePage,
  runById,
  runsOf,
} from './persistence/subsidy-run.repository';
import { textIssues } from '../rules/text-issues';
import { runTransitions } from '../rules/transitions';

const TABLE = 'long_term_care.subsidy_run';
export const RUN_SUBJECT = 'subsidy-run';
/** As many people are named in a refusal. */
const MOST_NAMED = 5;

const byId = new Keyset<SubsidyLine>('subsidy-lines', [{ sql: 'l.id', type: 'uuid', of: ({ id }) => id }]);

const masked = <Row extends { readonly personName: string }>(row: Row): Row => ({
  ...row,
  personName: maskName(row.personName),
});

/** The monthly run (月度补贴): a snapshot of everybody's days, and what follows from them in fen. */
@Injectable()
export class SubsidyRunService {
  /**
   * Makes a run over a month that is over and computes it. Whoever is paid for the month already is not looked at again, so a second
   * run pays only those that became payable since. Refuses CARE_MONTH_NOT_OVER, SUBSIDY_RUN_IN_PROGRESS, NO_SUBSIDY_TO_PAY.
   */
  async create(tx: Tx, month: Month): Promise<Result<string>> {
    if (tx.businessDate <= lastDay(month))
      return refuse('rule', 'CARE_MONTH_NOT_OVER', { month, lastDay: lastDay(month) });
    const id = tx.newId();
    if (!(await insertRun(tx, id, month))) return refuse('conflict', 'SUBSIDY_RUN_IN_PROGRESS', { month });
    await recordAction(tx, {
      subjectType: RUN_SUBJECT,
      subjectId: id,
      kind: 'SubsidyRunMade',
      from: null,
      to: 'draft',
    });
    await computeRun(tx, id, month, firstDay(month), lastDay(month));
    const moved = await this.move(tx, id, 'draft', 'compute', 'SubsidyRunComputed');
    if (!moved.ok) return moved;
    const run = await runById(tx, id);
    return run && run.lineCount > 0n ? ok(id) : refuse('rule', 'NO_SUBSIDY_TO_PAY', { month });
  }

  /**
   * The run's lines have become payables; called in the transaction that opens them. Refuses NOT_FOUND, WRONG_STATE, and
   * SUBSIDY_FACTS_CHANGED with the people (masked) whose payable days are other ones now than when it was computed.
   */
  async handOver(tx: Tx, id: string): Promise<Result<SubsidyRun>> {
    const run = await runById(tx, id, 'FOR UPDATE');
    if (!run) return notFound('subsidy-run');
    const moved = await this.move(tx, id, run.state, 'hand-over', 'SubsidyRunHandedOver');
    if (!moved.ok) return moved;
    const changed = await changedPeople(tx, run, firstDay(run.month), lastDay(run.month));
    if (changed.length === 0) return ok(run);
    const people = changed.slice(0, MOST_NAMED).map(({ fullName }) => maskName(fullName));
    return refuse('rule', 'SUBSIDY_FACTS_CHANGED', { count: changed.length.toString(), people: people.join('、') });
  }

  /**
   * Gives up a computed run, with the reason in the action: its people are free for another run of the month. Refuses
   * NOT_FOUND, WRONG_STATE (what is handed over is owed already), BAD_INPUT (CARE_REASON_MISSING).
   */
  async discard(tx: Tx, id: string, reason: string): Promise<Result<string>> {
    const issues = textIssues('reason', reason, 'CARE_REASON_MISSING', 2000);
    if (issues.length > 0) return badInput(issues);
    const run = await runById(tx, id, 'FOR UPDATE');
    if (!run) return notFound('subsidy-run');
    const moved = await this.move(tx, id, run.state, 'discard', 'SubsidyRunDiscarded', reason.trim());
    if (!moved.ok) return moved;
    await freeMonths(tx, id);
    return ok(id);
  }

  find(tx: Tx, id: string): Promise<SubsidyRun | undefined> {
    return runById(tx, id);
  }

  list(tx: Tx, month: Month | null): Promise<readonly SubsidyRun[]> {
    return runsOf(tx, month);
  }

  async lines(tx: Tx, runId: string, page: PageRequest): Promise<Connection<SubsidyLine>> {
    const rows = await linePage(tx, runId, byId.slice(page, 3));
    return byId.connection(page, rows, masked);
  }

  /** The first 200 exceptions of a run; `exceptionCount` of the run says how many there are. */
  async exceptions(tx: Tx, runId: string): Promise<readonly SubsidyException[]> {
    return (await exceptionsOf(tx, runId, 200)).map(masked);
  }

  private async move(
    tx: Tx,
    id: string,
    from: RunState,
    action: RunAction,
    kind: string,
    reason: string | null = null,
  ): Promise<Result<void>> {
    const next = nextState<RunState, RunAction>(runTransitions, from, action);
    if (!next.ok) return next;
    return moveState(tx, { table: TABLE, subjectType: RUN_SUBJECT, subjectId: id, from, to: next.value, kind, reason });
  }
}
