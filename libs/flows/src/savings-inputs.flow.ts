import { Injectable } from '@nestjs/common';
import { notFound, ok, plainDate, type Result } from '@huiji/kernel';
import type { Tx } from '@huiji/platform';
import { SavingsInputService } from '@huiji/savings';
import { agreementYearSql, yearVolumesSql } from './savings-inputs.sql';

/** Closed agreement year → inputs of retained savings: contracts and acceptances carried over as one set. */
@Injectable()
export class SavingsInputsFlow {
  constructor(private readonly inputs: SavingsInputService) {}

  /**
   * Takes up an agreement year that is over and carries its volumes over; may be repeated until the year is calculated.
   * Refusals: NOT_FOUND (no such round and year in the area), AGREEMENT_YEAR_NOT_OVER. Answers the year.
   */
  async takeUp(tx: Tx, roundId: string, agreementYear: number): Promise<Result<string>> {
    const [span] = await tx.query<{ agreement_year_id: string; year_starts_on: string; year_ends_on: string }>(
      agreementYearSql,
      [tx.area, roundId, agreementYear],
    );
    if (!span) return notFound('agreement-year');
    const [from, to] = [plainDate(span.year_starts_on), plainDate(span.year_ends_on)];
    const year = await this.inputs.takeUp(tx, { roundId, agreementYear, periodFrom: from, periodTo: to });
    if (!year.ok) return year;
    const params = [tx.area, span.agreement_year_id, from, to];
    const carried = await this.inputs.carryOver(tx, year.value, yearVolumesSql, params);
    return carried.ok ? ok(year.value) : carried;
  }
}
