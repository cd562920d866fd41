import { Injectable } from '@nestjs/common';
import { notFound, ok, refuse, type Result } from '@huiji/kernel';
import { CalendarService } from '@huiji/calendar';
import { moveState, recordAction, recordActionsSelected, type Tx } from '@huiji/platform';
import type { RunView } from './model/run';
import type { MissingInput } from './model/year';
import { RunEntity } from './persistence/run.entity';
import { RunRepository } from './persistence/run.repository';
import {
  lockUnconfirmedSql,
  sameSheetsSql,
  sealRunSql,
  supersededActionsSql,
  supersedeSql,
  writeSheetsSql,
} from './persistence/run.sql';
import { SavingsInputService } from './savings-input.service';
import { SavingsPolicyService } from './savings-policy.service';

/** As many missing inputs as a refusal lists; the count is in its facts. */
const LISTED = 200;

/** Calculates a closed agreement year: sheets, lines and seals in set-based steps, exact to the fen. */
@Injectable()
export class SavingsRunService {
  constructor(
    private readonly inputs: SavingsInputService,
    private readonly policies: SavingsPolicyService,
    private readonly runs: RunRepository,
    private readonly calendar: CalendarService,
  ) {}

  /**
   * Calculates the year under the policy in force on its last day. Sheets that a hospital confirmed or that were handed
   * over stay; open ones are superseded by the new version (B7), an objection is answered first. Calculations of one year
   * wait for each other, and one that would change no sheet supersedes none.
   * Refusals: NOT_FOUND, POLICY_MISSING, INPUT_MISSING (every gap listed, B2), OBJECTION_UNANSWERED,
   * NOTHING_TO_CALCULATE, NOTHING_CHANGED.
   */
  async calculate(tx: Tx, yearId: string): Promise<Result<string>> {
    const year = await this.inputs.hold(tx, yearId);
    if (!year) return notFound('savings-year');
    const policy = await this.policies.inForce(tx, year.roundId, year.periodTo);
    if (!policy) return refuse('rule', 'POLICY_MISSING', { on: year.periodTo });
    const missing = await this.inputs.missing(tx, yearId);
    if (missing.length > 0) return inputMissing(missing);
    const answerUntil = this.calendar.addWorkingDays(tx, tx.businessDate, policy.answerWorkingDays);
    const id = tx.newId();
    const superseded = await this.supersedeOpen(tx, yearId);
    if (!superseded.ok) return superseded;
    await tx.manager.insert(RunEntity, {
      area: tx.area,
      id,
      yearId,
      policyId: policy.id,
      madeOn: tx.businessDate,
      answerUntil: answerUntil.date,
    });
    await tx.query(writeSheetsSql, [tx.area, id, answerUntil.date]);
    const sealed = await tx.query(sealRunSql, [tx.area, id]);
    if (sealed.length === 0) return refuse('rule', 'NOTHING_TO_CALCULATE');
    const [same] = await tx.query<{ same: boolean }>(sameSheetsSql, [tx.area, id, superseded.value]);
    if (same?.same === true) return refuse('rule', 'NOTHING_CHANGED');
    await this.record(tx, id, yearId, year.state);
    return ok(id);
  }

  find(tx: Tx, id: string): Promise<RunView | undefined> {
    return this.runs.find(tx, id);
  }

  ofYear(tx: Tx, yearId: string): Promise<readonly RunView[]> {
    return this.runs.ofYear(tx, yearId);
  }

  /** Their ids. Refusal OBJECTION_UNANSWERED: what a hospital objected to does not vanish without an answer. */
  private async supersedeOpen(tx: Tx, yearId: string): Promise<Result<readonly string[]>> {
    const params = [tx.area, yearId];
    const sheets = await tx.query<{ id: string; state: string }>(lockUnconfirmedSql, params);
    const objected = sheets.filter(({ state }) => state === 'objected');
    if (objected.length > 0) return refuse('rule', 'OBJECTION_UNANSWERED', { count: objected.length.toString() });
    const action = { subjectType: 'savings-sheet', kind: 'SheetSuperseded', reason: 'recalculation' };
    await recordActionsSelected(tx, action, supersededActionsSql, params);
    await tx.query(supersedeSql, params);
    return ok(sheets.map(({ id }) => id));
  }

  private async record(tx: Tx, id: string, yearId: string, state: string): Promise<void> {
    await recordAction(tx, { subjectType: 'savings-run', subjectId: id, kind: 'RunSealed', payload: { yearId } });
    await recordActionsSelected(
      tx,
      { subjectType: 'savings-sheet', kind: 'SheetOpened' },
      `SELECT id, NULL::text, 'open' FROM savings.sheet WHERE area = $1 AND run_id = $2`,
      [tx.area, id],
    );
    if (state !== 'gathering') return;
    await moveState(tx, {
      table: 'savings.closed_year',
      subjectType: 'savings-year',
      subjectId: yearId,
      kind: 'YearCalculated',
      from: 'gathering',
      to: 'calculated',
    });
  }
}

const inputMissing = (missing: readonly MissingInput[]) =>
  refuse(
    'rule',
    'INPUT_MISSING',
    { count: missing.length.toString() },
    missing.slice(0, LISTED).map(({ what, hospitalName, varietyName }, index) => ({
      field: what === 'SCORE_MISSING' ? 'score' : 'baseline',
      row: index + 1,
      code: what,
      facts: { hospital: hospitalName, variety: varietyName ?? '' },
    })),
  );
