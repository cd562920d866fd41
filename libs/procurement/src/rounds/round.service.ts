import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type FieldIssue, type PlainDate, type Result } from '@huiji/kernel';
import { personOf, recordAction, type Tx } from '@huiji/platform';
import { RoundRepository, type NewRatioTable, type NewRound } from './persistence/round.repository';
import { agreementYears, MAX_AGREEMENT_YEARS } from './rules/agreement-years';

const textIssue = (field: string, text: string, max: number): readonly FieldIssue[] =>
  text.trim() === '' || text.length > max ? [{ field, code: 'TEXT_LENGTH', facts: { max: `${max}` } }] : [];

/** Rounds (批次), their agreement periods (协议期) and the ratio tables (约定采购比例) of an area. */
@Injectable()
export class RoundService {
  constructor(private readonly rows: RoundRepository) {}

  /** Records a round and answers its id. Refusals: BAD_INPUT; ROUND_EXISTS for a code the area has. */
  async open(tx: Tx, round: NewRound): Promise<Result<string>> {
    const issues = [
      ...(/^[A-Za-z0-9+._-]{1,40}$/.test(round.code) ? [] : [{ field: 'code', code: 'NOT_A_ROUND_CODE' }]),
      ...textIssue('nameZh', round.nameZh, 100),
      ...(round.nameEn.length > 200 ? [{ field: 'nameEn', code: 'TEXT_LENGTH', facts: { max: '200' } }] : []),
      ...(round.sourceNote.length > 1000 ? [{ field: 'sourceNote', code: 'TEXT_LENGTH', facts: { max: '1000' } }] : []),
    ];
    if (issues.length > 0) return badInput(issues);
    const id = await this.rows.insertRound(tx, round);
    if (id === undefined) return refuse('conflict', 'ROUND_EXISTS', { code: round.code });
    await recordAction(tx, { subjectType: 'round', subjectId: id, kind: 'RoundOpened', payload: { code: round.code } });
    return ok(id);
  }

  /** Whether the area has the round. */
  async exists(tx: Tx, id: string): Promise<boolean> {
    return (await this.rows.round(tx, id)) !== null;
  }

  /**
   * Plans the next agreement period of a round: 1–4 agreement years from the execution date (domain §2.1).
   * Refusals: NOT_FOUND, BAD_INPUT, PERIOD_OVERLAPS when it shares a day with another period of the round.
   */
  async planPeriod(
    tx: Tx,
    input: { readonly roundId: string; readonly executionDate: PlainDate; readonly years: number },
  ): Promise<Result<string>> {
    if (!Number.isInteger(input.years) || input.years < 1 || input.years > MAX_AGREEMENT_YEARS)
      return badInput([
        {
          field: 'years',
          code: 'NOT_IN_RANGE',
          facts: { text: `${input.years}`, min: '1', max: `${MAX_AGREEMENT_YEARS}` },
        },
      ]);
    if ((await this.rows.round(tx, input.roundId)) === null) return notFound('round');
    const id = await this.rows.insertPeriod(tx, input.roundId, agreementYears(input.executionDate, input.years));
    if (id === undefined) return refuse('conflict', 'PERIOD_OVERLAPS', { executionDate: input.executionDate });
    await recordAction(tx, { subjectType: 'agreement-period', subjectId: id, kind: 'PeriodPlanned', to: 'planned' });
    return ok(id);
  }

  /**
   * Puts a ratio table in force from a day, confirmed by the person who acts. Basis points, 0…10,000.
   * A table never moves volumes that were computed (A7). Refusals: BAD_INPUT, RATIO_TABLE_OVERLAPS.
   */
  async setRatioTable(tx: Tx, table: NewRatioTable): Promise<Result<string>> {
    const issues = [
      ...textIssue('name', table.name, 100),
      ...textIssue('legalBasis', table.legalBasis, 500),
      ...(table.validTo !== null && table.validTo < table.validFrom
        ? [{ field: 'validTo', code: 'ENDS_BEFORE_IT_BEGINS' }]
        : []),
      ...(
        [
          ['ordinary', table.ordinaryBp],
          ['antibiotic', table.antibioticBp],
        ] as const
      )
        .filter(([, ratios]) => ratios.length !== 4 || ratios.some((ratio) => ratio < 0 || ratio > 10_000))
        .map(([field]) => ({ field, code: 'FOUR_RATIOS' })),
    ];
    if (issues.length > 0) return badInput(issues);
    const id = await this.rows.insertRatioTable(tx, table, personOf(tx));
    if (id === undefined) return refuse('conflict', 'RATIO_TABLE_OVERLAPS', { validFrom: table.validFrom });
    await recordAction(tx, {
      subjectType: 'ratio-table',
      subjectId: id,
      kind: 'RatioTableConfirmed',
      payload: { ...table },
    });
    return ok(id);
  }

  /** Ends a ratio table that has no end yet. Refusals: NOT_FOUND (none such, ended already, or begins later). */
  async endRatioTable(tx: Tx, input: { readonly id: string; readonly validTo: PlainDate }): Promise<Result<string>> {
    if (!(await this.rows.endRatioTable(tx, input.id, input.validTo))) return notFound('ratio-table');
    await recordAction(tx, {
      subjectType: 'ratio-table',
      subjectId: input.id,
      kind: 'RatioTableEnded',
      payload: { validTo: input.validTo },
    });
    return ok(input.id);
  }
}
