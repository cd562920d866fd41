import { Injectable } from '@nestjs/common';
import {
  badInput,
  compare,
  notFound,
  ok,
  present,
  quotient,
  refuse,
  type FieldIssue,
  type PlainDate,
  type Quotient,
  type Result,
} from '@huiji/kernel';
import { recordAction, sameVersion, type Tx } from '@huiji/platform';
import type { ClosedYear, MissingInput } from './model/year';
import { ClosedYearEntity } from './persistence/closed-year.entity';
import {
  baselineVersionSql,
  carryOverSql,
  hasVolumeSql,
  holdTakenUpSql,
  holdYearSql,
  putBaselineSql,
  putScoreSql,
  scoreVersionSql,
  takeUpSql,
} from './persistence/input.sql';
import { missingInputsSql } from './persistence/run.sql';
import { parseScore, shareIssue } from './rules/score';

/** A quotient and where it comes from. */
export interface Sourced {
  readonly value: Quotient;
  readonly source: string;
}

export interface BaselineInput {
  readonly yearId: string;
  readonly hospitalId: string;
  readonly varietyId: string;
  /** Fen for one smallest unit. */
  readonly priceBefore: Sourced;
  readonly fundShare: Sourced;
  readonly insuredShare: Sourced;
  /** The version that was read; 0: none yet. */
  readonly expectedVersion?: number | null;
}

export interface ScoreInput {
  readonly yearId: string;
  readonly hospitalId: string;
  /** Points 0…100, at most two decimals. */
  readonly score: string;
  readonly veto?: string | null;
  readonly source: string;
  /** The version that was read; 0: none yet. */
  readonly expectedVersion?: number | null;
}

/** What a closed agreement year needs before it is calculated: volumes, baselines and scores, each with its source. */
@Injectable()
export class SavingsInputService {
  /**
   * Takes up an agreement year whose last day is over, once, and holds it. Refusal AGREEMENT_YEAR_NOT_OVER; taking it up
   * again gives the same year, also at the same moment.
   */
  async takeUp(
    tx: Tx,
    year: { roundId: string; agreementYear: number; periodFrom: PlainDate; periodTo: PlainDate },
  ): Promise<Result<string>> {
    if (tx.businessDate <= year.periodTo)
      return refuse('rule', 'AGREEMENT_YEAR_NOT_OVER', { to: year.periodTo, today: tx.businessDate });
    const [made] = await tx.query<{ id: string }>(takeUpSql, [
      ...[tx.area, tx.newId(), year.roundId, year.agreementYear, year.periodFrom, year.periodTo],
    ]);
    if (made) {
      await recordAction(tx, { subjectType: 'savings-year', subjectId: made.id, kind: 'YearTakenUp', to: 'gathering' });
      return ok(made.id);
    }
    const [known] = await tx.query<{ id: string }>(holdTakenUpSql, [tx.area, year.roundId, year.agreementYear]);
    return ok(present(known, 'a year that was taken up before').id);
  }

  /**
   * Carries volumes and purchases of a year over in one statement, replacing those carried over before; sealed sheets
   * keep their own copies. `select` yields, by name: hospital_id, variety_id, base_quantity, agreed_quantity,
   * contract_price_fen, contract_price_per, selected_quantity, non_selected_quantity, non_selected_fen.
   * Answers the number of lines. Refusal NOT_FOUND.
   */
  async carryOver(tx: Tx, yearId: string, select: string, params: readonly unknown[]): Promise<Result<bigint>> {
    const year = await this.year(tx, yearId);
    if (!year) return notFound('savings-year');
    await tx.query(`DELETE FROM savings.year_volume WHERE area = $1 AND year_id = $2`, [tx.area, yearId]);
    const n = params.length;
    const source = `验收与合同 ${year.periodFrom}–${year.periodTo}`;
    const [row] = await tx.query<{ lines: bigint }>(carryOverSql(select, n), [...params, tx.area, yearId, source]);
    const lines = row?.lines ?? 0n;
    const kind = 'VolumesCarriedOver';
    await recordAction(tx, { subjectType: 'savings-year', subjectId: yearId, kind, payload: { lines } });
    return ok(lines);
  }

  /** Refusals: NOT_FOUND (year, or no volume of that hospital and variety in it), BAD_INPUT, STALE_VERSION. */
  async setBaseline(tx: Tx, input: BaselineInput): Promise<Result<string>> {
    const issues = baselineIssues(input);
    if (issues.length > 0) return badInput(issues);
    const has = await tx.query(hasVolumeSql, [tx.area, input.yearId, input.hospitalId, input.varietyId]);
    if (has.length === 0) return notFound('savings-volume');
    const fresh = await this.fresh(tx, 'savings-baseline', input, input.varietyId);
    if (!fresh.ok) return fresh;
    const { priceBefore, fundShare, insuredShare } = input;
    const [row] = await tx.query<{ id: string }>(putBaselineSql, [
      tx.area,
      tx.newId(),
      input.yearId,
      input.hospitalId,
      input.varietyId,
      ...[priceBefore, fundShare, insuredShare].flatMap(({ value, source }) => [
        value.numerator,
        value.denominator,
        source,
      ]),
    ]);
    return this.recorded(tx, row?.id, 'savings-baseline', 'BaselineSet', {
      priceBefore: priceBefore.value,
      fundShare: fundShare.value,
      insuredShare: insuredShare.value,
    });
  }

  /** Refusals: NOT_FOUND (year, or a hospital without volumes in it), BAD_INPUT, STALE_VERSION. */
  async setScore(tx: Tx, input: ScoreInput): Promise<Result<string>> {
    const score = parseScore(input.score);
    if (!score.ok) return score;
    const issues = [...sourceIssue('source', input.source), ...(input.veto ? sourceIssue('veto', input.veto) : [])];
    if (issues.length > 0) return badInput(issues);
    const has = await tx.query(hasVolumeSql, [tx.area, input.yearId, input.hospitalId, null]);
    if (has.length === 0) return notFound('savings-volume');
    const fresh = await this.fresh(tx, 'savings-score', input, null);
    if (!fresh.ok) return fresh;
    const veto = input.veto ?? null;
    const params = [tx.area, tx.newId(), input.yearId, input.hospitalId, score.value, veto, input.source];
    const [row] = await tx.query<{ id: string }>(putScoreSql, params);
    return this.recorded(tx, row?.id, 'savings-score', 'ScoreSet', { scoreHundredths: score.value, veto });
  }

  /** What the year still lacks; a run is refused while this is not empty (B2). */
  async missing(tx: Tx, yearId: string): Promise<readonly MissingInput[]> {
    const rows = await tx.query<{
      what: MissingInput['what'];
      hospital_id: string;
      hospital_name: string;
      variety_id: string | null;
      variety_name: string | null;
    }>(missingInputsSql, [tx.area, yearId]);
    return rows.map((row) => ({
      what: row.what,
      hospitalId: row.hospital_id,
      hospitalName: row.hospital_name,
      varietyId: row.variety_id,
      varietyName: row.variety_name,
    }));
  }

  /** The year, held until the transaction ends: calculations and carryings-over of one year wait for each other. */
  async hold(tx: Tx, id: string): Promise<ClosedYear | undefined> {
    await tx.query(holdYearSql, [tx.area, id]);
    return this.year(tx, id);
  }

  async year(tx: Tx, id: string): Promise<ClosedYear | undefined> {
    const row = await tx.manager.findOneBy(ClosedYearEntity, { area: tx.area, id });
    return row ? plainYear(row) : undefined;
  }

  async years(tx: Tx): Promise<readonly ClosedYear[]> {
    const rows = await tx.manager.find(ClosedYearEntity, {
      where: { area: tx.area },
      order: { periodTo: 'DESC', id: 'ASC' },
    });
    return rows.map(plainYear);
  }

  /** Whether the row that a change replaces is the one its author read. Two changes of one year wait for each other. */
  private async fresh(
    tx: Tx,
    subjectType: 'savings-baseline' | 'savings-score',
    { yearId, hospitalId, expectedVersion }: ScoreInput | BaselineInput,
    varietyId: string | null,
  ): Promise<Result<void>> {
    await tx.query('SELECT FROM savings.closed_year WHERE area = $1 AND id = $2 FOR UPDATE', [tx.area, yearId]);
    const sql = subjectType === 'savings-score' ? scoreVersionSql : baselineVersionSql;
    const params = [tx.area, yearId, hospitalId, ...(varietyId === null ? [] : [varietyId])];
    const [row] = await tx.query<{ id: string; version: number }>(sql, params);
    const subjectId = row?.id ?? yearId;
    return sameVersion(tx, { subjectType, subjectId, expected: expectedVersion, current: row?.version ?? 0 });
  }

  private async recorded(
    tx: Tx,
    id: string | undefined,
    subjectType: string,
    kind: string,
    payload: Readonly<Record<string, unknown>>,
  ): Promise<Result<string>> {
    if (id === undefined) throw new Error(`${subjectType} was not written`);
    await recordAction(tx, { subjectType, subjectId: id, kind, payload });
    return ok(id);
  }
}

const plainYear = ({ area: _area, ...row }: ClosedYearEntity): ClosedYear => ({
  ...row,
  periodFrom: row.periodFrom as PlainDate,
  periodTo: row.periodTo as PlainDate,
});

const sourceIssue = (field: string, text: string): readonly FieldIssue[] =>
  text.trim() === '' || text.length > 300 ? [{ field, code: 'SAVINGS_TEXT_LENGTH', facts: { most: '300' } }] : [];

const baselineIssues = ({ priceBefore, fundShare, insuredShare }: BaselineInput): readonly FieldIssue[] => [
  ...(compare(priceBefore.value, quotient(0n, 1n)) <= 0
    ? [{ field: 'priceBefore', code: 'PRICE_BEFORE_NOT_POSITIVE' }]
    : []),
  ...shareIssue('fundShare', fundShare.value),
  ...shareIssue('insuredShare', insuredShare.value),
  ...sourceIssue('priceBefore.source', priceBefore.source),
  ...sourceIssue('fundShare.source', fundShare.source),
  ...sourceIssue('insuredShare.source', insuredShare.source),
];
