import { Injectable } from '@nestjs/common';
import { badInput, notFound, ok, refuse, type Result } from '@huiji/kernel';
import { Files, recordAction, type Caller, type Tx } from '@huiji/platform';
import { columnReader, sheetIn } from '../files/sheet-file';
import { PurchaseRepository } from './persistence/purchase.repository';
import type { PurchaseLine } from './model/purchase.types';
import { purchaseColumns, readPurchaseLines, type PurchaseColumn } from './rules/purchase-lines';

const MAX_ROWS = 200_000;

/** Purchases of selected generics outside the selected products (非中选采购): counted in retained savings and in the share of selected use. */
@Injectable()
export class PurchaseService {
  constructor(
    private readonly rows: PurchaseRepository,
    private readonly files: Files,
  ) {}

  /**
   * Imports a CSV or XLSX file, all or none; answers the id of the import. A hospital's file speaks of itself only.
   * Refusals: NOT_FOUND, NOT_A_SHEET, BAD_INPUT with row, column and code; DUPLICATE_REFERENCE for a purchase that is
   * recorded already.
   */
  async import(tx: Tx, caller: Caller, fileId: string): Promise<Result<string>> {
    const file = await this.files.describeFor(tx, caller, fileId);
    if (file === undefined) return notFound('file');
    const table = await sheetIn(tx, this.files, file);
    if (!table.ok) return table;
    const missing = purchaseColumns.filter((column) => !table.value.header.includes(column));
    if (missing.length > 0)
      return badInput(missing.map((column) => ({ field: column, row: 1, code: 'COLUMN_MISSING', facts: { column } })));
    if (table.value.rows.length > MAX_ROWS)
      return badInput([{ field: 'file', code: 'LINE_COUNT', facts: { max: `${MAX_ROWS}` } }]);
    const cell = columnReader(table.value);
    const rows = table.value.rows.map(({ row, cells }) => ({
      row,
      cells: Object.fromEntries(purchaseColumns.map((column) => [column, cell(cells, column)])) as Record<
        PurchaseColumn,
        string
      >,
    }));
    const facts = await this.rows.facts(tx, caller.role === 'hospital' ? caller.organisationId : null);
    const read = readPurchaseLines(rows, { ...facts, today: tx.businessDate });
    return read.ok ? this.record(tx, read.value, { fileId, sha256: file.sha256 }) : read;
  }

  /** Records purchases that were checked before, all or none; answers the id of the import. Refusal DUPLICATE_REFERENCE. */
  async record(
    tx: Tx,
    lines: readonly PurchaseLine[],
    source: Readonly<Record<string, string>>,
  ): Promise<Result<string>> {
    const added = await this.rows.insert(tx, lines);
    if (added !== lines.length) return refuse('conflict', 'DUPLICATE_REFERENCE', { text: `${lines.length - added}` });
    const id = tx.newId();
    await recordAction(tx, {
      subjectType: 'non-selected-import',
      subjectId: id,
      kind: 'NonSelectedPurchasesRecorded',
      payload: { ...source, lines: lines.length },
    });
    return ok(id);
  }
}
