import { Injectable } from '@nestjs/common';
import { basisPoints, notFound, ok, type PlainDate, type Result } from '@huiji/kernel';
import type { Caller, Tx } from '@huiji/platform';
import type { AgreementYearEntity } from '../rounds/persistence/round.entities';
import { RoundRepository } from '../rounds/persistence/round.repository';
import type { ProgressDimension, ProgressRow, ProgressSheet } from './model/progress.types';
import { progressBy } from './persistence/progress.sql';
import { averageProgress, hundredthsOfPercent, progressLevel, progressOf } from './rules/progress';
import { timeProgress } from './rules/time-progress';

/** Warn below this share of time progress (domain §2.9, [B]); the shipped default. */
const WARN_BP = 8000;

export interface ProgressQuestion {
  readonly periodId: string;
  /** 1…4. */
  readonly yearNumber: number;
  readonly dimension: ProgressDimension;
  /** The day it is read at; null: the business date. */
  readonly asOf: PlainDate | null;
  readonly hospitalId: string | null;
}

interface SummedRow {
  readonly key: string;
  readonly agreed: bigint;
  readonly ordered: bigint;
  readonly shipped: bigint;
  readonly accepted: bigint;
}

/** Progress (完成进度) of agreed volumes, always computed from the rows, never stored (A16). */
@Injectable()
export class ProgressService {
  constructor(private readonly rounds: RoundRepository) {}

  /**
   * Progress of one agreement year at a day, by product, hospital or supplier. A hospital and a supplier see their own
   * contracts only. The average is over the rows of the sheet. Refusal NOT_FOUND (period or year).
   */
  async sheet(tx: Tx, caller: Caller, question: ProgressQuestion): Promise<Result<ProgressSheet>> {
    const years = await this.rounds.yearsOf(tx, question.periodId);
    const year = years.find(({ yearNumber }) => yearNumber === question.yearNumber);
    if (year === undefined) return notFound('agreement-year');
    const asOf = question.asOf ?? tx.businessDate;
    const hospitalId = caller.role === 'hospital' ? caller.organisationId : question.hospitalId;
    const supplierId = caller.role === 'supplier' ? caller.organisationId : null;
    const rows = await tx.query<SummedRow>(progressBy(`${question.dimension}_id`), [
      tx.area,
      year.id,
      asOf,
      hospitalId,
      supplierId,
    ]);
    return ok(sheetOf(year, asOf, rows));
  }
}

const sheetOf = (year: AgreementYearEntity, asOf: PlainDate, summed: readonly SummedRow[]): ProgressSheet => {
  const time = timeProgress(year, asOf);
  const rows = summed.map((row): ProgressRow => {
    const progress = progressOf(row);
    return {
      ...row,
      percent: progress === undefined ? null : hundredthsOfPercent(progress),
      level: progressLevel(row, time, basisPoints(WARN_BP), asOf >= year.endsOn),
    };
  });
  return {
    periodId: year.periodId,
    agreementYearId: year.id,
    yearNumber: year.yearNumber,
    startsOn: year.startsOn,
    endsOn: year.endsOn,
    asOf,
    elapsedDays: Number(time.numerator),
    days: Number(time.denominator),
    timePercent: hundredthsOfPercent(time),
    average: averageProgress(rows),
    rows,
  };
};
