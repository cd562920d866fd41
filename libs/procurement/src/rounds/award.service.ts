import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type FieldIssue, type Result } from '@huiji/kernel';
import { CatalogService } from '@huiji/catalog';
import { Files, recordAction, type Caller, type Tx } from '@huiji/platform';
import { columnReader, sheetIn, type SheetTable } from '../files/sheet-file';
import { awardColumns, type AwardFileRow, type AwardRow, type AwardSupplement } from './model/award.types';
import type { AgreementPeriodEntity } from './persistence/round.entities';
import { RoundRepository, type NewAward } from './persistence/round.repository';
import { readAwardRow } from './rules/award-rows';
import { awardSetIssues } from './rules/award-set';
import { supplementIssues } from './rules/supplement-issues';

export const MAX_AWARD_ROWS = 2000;

export interface AwardsImportInput {
  readonly periodId: string;
  readonly fileId: string;
  /** Figures for products whose row lacks them, each with a note. */
  readonly supplements: readonly AwardSupplement[];
  /** Why rows that do not name this area stand here; null: they do not. */
  readonly supplyAreaNote: string | null;
}

/** Imports the award table of a round into an agreement period (A8). */
@Injectable()
export class AwardService {
  constructor(
    private readonly rows: RoundRepository,
    private readonly catalog: CatalogService,
    private readonly files: Files,
  ) {}

  /**
   * Reads a CSV or XLSX award table, all or nothing, and answers the period's id. Varieties, products and makers the
   * catalogue does not know are recorded with where they come from.
   * Refusals: NOT_FOUND (period or file), WRONG_STATE (not planned any more), NOT_A_SHEET, BAD_INPUT with row, column
   * and code of every fault (a missing pack size or price, a duplicate winner, …), PRODUCT_DIFFERS.
   */
  async import(tx: Tx, caller: Caller, input: AwardsImportInput): Promise<Result<string>> {
    const period = await this.rows.lockPeriod(tx, input.periodId);
    if (period === null) return notFound('agreement-period');
    if (period.state !== 'planned')
      return refuse('state', 'WRONG_STATE', { state: period.state, action: 'import-awards' });
    const file = await this.files.describeFor(tx, caller, input.fileId);
    if (file === undefined) return notFound('file');
    const table = await sheetIn(tx, this.files, file);
    if (!table.ok) return table;
    const read = readTable(table.value, input, await this.rows.areaNameZh(tx));
    if (!read.ok) return read;
    const applied = await this.apply(tx, period, read.value);
    if (!applied.ok) return applied;
    if (input.supplyAreaNote !== null) await this.rows.setSupplyAreaNote(tx, period.id, input.supplyAreaNote);
    await recordAction(tx, {
      subjectType: 'agreement-period',
      subjectId: period.id,
      kind: 'AwardsImported',
      payload: { fileId: file.id, sha256: file.sha256, awards: read.value.length, supplements: input.supplements },
    });
    return ok(period.id);
  }

  private async apply(tx: Tx, period: AgreementPeriodEntity, rows: readonly AwardRow[]): Promise<Result<void>> {
    const awards: NewAward[] = [];
    for (const row of rows) {
      const award = await this.award(tx, period, row);
      if (!award.ok) return award;
      awards.push(award.value);
    }
    const refused = await this.rows.insertAwards(tx, awards);
    return refused.length === 0
      ? ok(undefined)
      : badInput(refused.map((row) => ({ field: 'product_code', row, code: 'ALREADY_AWARDED' })));
  }

  /** Finds or records what an award speaks of: the maker, the variety, the product. */
  private async award(tx: Tx, period: AgreementPeriodEntity, row: AwardRow): Promise<Result<NewAward>> {
    const maker = await this.catalog.recordOrganisation(tx, {
      kind: 'manufacturer',
      nameZh: row.companyZh,
      nameEn: '',
      uscc: null,
      medicalCode: null,
    });
    if (!maker.ok) return maker;
    await this.catalog.joinArea(tx, maker.value, ['manufacturer']);
    const variety = await this.catalog.recordVariety(tx, row);
    if (!variety.ok) return variety;
    const product = await this.catalog.recordProduct(tx, {
      varietyId: variety.value,
      code: row.productCode,
      nameZh: row.genericNameZh,
      strength: row.strength,
      unitsPerPack: row.price.per,
      manufacturerId: maker.value,
      sourceNote: row.supplementNote ?? row.sourceStatus,
    });
    if (!product.ok) return product;
    return ok({
      periodId: period.id,
      varietyId: variety.value,
      productId: product.value,
      manufacturerId: maker.value,
      role: row.role,
      shareBp: Number(row.shareBp),
      winnerCount: row.winnerCount,
      priceFen: row.price.fen,
      pricePer: row.price.per,
      validFrom: period.startsOn,
      validTo: period.endsOn,
      supplyAreas: row.supplyAreas.join('|'),
      sourceRow: row.row,
      sourceStatus: row.sourceStatus,
      supplementNote: row.supplementNote,
    });
  }
}

const headerIssues = (table: SheetTable): readonly FieldIssue[] => [
  ...awardColumns
    .filter((column) => !table.header.includes(column))
    .map((column) => ({ field: column, row: 1, code: 'COLUMN_MISSING', facts: { column } })),
  ...(table.rows.length === 0 || table.rows.length > MAX_AWARD_ROWS
    ? [{ field: 'file', code: 'LINE_COUNT', facts: { max: `${MAX_AWARD_ROWS}` } }]
    : []),
];

const noteIssues = ({ supplyAreaNote }: AwardsImportInput): readonly FieldIssue[] =>
  supplyAreaNote !== null && (supplyAreaNote.trim() === '' || supplyAreaNote.length > 500)
    ? [{ field: 'supplyAreaNote', code: 'TEXT_LENGTH', facts: { max: '500' } }]
    : [];

const readTable = (table: SheetTable, input: AwardsImportInput, areaName: string): Result<readonly AwardRow[]> => {
  const first = [...headerIssues(table), ...noteIssues(input), ...supplementIssues(input.supplements)];
  if (first.length > 0) return badInput(first);
  const cell = columnReader(table);
  const rows: AwardRow[] = [];
  const issues: FieldIssue[] = [];
  for (const { row, cells } of table.rows) {
    const fields = Object.fromEntries(awardColumns.map((column) => [column, cell(cells, column)])) as AwardFileRow;
    const supplement = input.supplements.find(({ productCode }) => productCode === fields.product_code);
    const read = readAwardRow(row, fields, supplement);
    if (read.ok) rows.push(read.value);
    else issues.push(...read.refusal.issues);
  }
  const all = [...issues, ...awardSetIssues(rows, { areaName, supplyAreaNote: input.supplyAreaNote })];
  return all.length > 0 ? badInput(all) : ok(rows);
};
